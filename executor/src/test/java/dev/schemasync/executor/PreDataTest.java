package dev.schemasync.executor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.script.Script;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.ServerOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreDataTest {
  private static final ExecutionOptions OPTIONS = ExecutionOptions.defaults();

  private static List<String> tables(int count) {
    return IntStream.range(0, count)
        .mapToObj("CREATE TABLE t%d (a int)"::formatted)
        .collect(ImmutableList.toImmutableList());
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void everyShardCommitsTogether(int major) throws Exception {
    try (Destination destination = Destination.of(major, 3)) {
      Script script = Scripts.preData(tables(10));
      RunReport report = destination.run(OPTIONS, script, script, script);

      assertThat(report.succeeded()).isTrue();
      for (int shard = 0; shard < 3; shard++) {
        assertThat(destination.tables(shard, "t%")).isEqualTo(10);
        assertThat(report.shards().get(shard).result()).isEqualTo(new ShardResult.Committed());
      }
      assertThat(report.shards().getFirst().statements())
          .allSatisfy(
              s -> {
                assertThat(s.outcome()).isInstanceOf(StatementOutcome.Done.class);
                assertThat(s.validity().serverParser()).isEqualTo(Validity.ServerParser.ACCEPTED);
                assertThat(s.validity().executed()).isTrue();
              });
      assertThat(destination.events(ExecutionEvent.StatementFinished.class)).hasSize(30);
      assertThat(destination.events(ExecutionEvent.Committed.class)).hasSize(3);
      assertThat(destination.events(ExecutionEvent.CommitNotAtomic.class)).isEmpty();
      destination.assertNothingPending();
    }
  }

  /**
   * Its session is not ready yet, so that it is not a statement of the script that is cancelled.
   */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aShardThatIsCancelledBeforeItBeginsDidNotFail(boolean ignoreErrors) throws Exception {
    try (Destination destination = Destination.of(18, 2)) {
      CompletableFuture<Executor> running = new CompletableFuture<>();
      AtomicBoolean started = new AtomicBoolean();
      Shard first = destination.shards().getFirst();
      Shard slow =
          new Shard(
              first.number(),
              first.label(),
              () -> {
                if (started.get()) {
                  running.join().cancel();
                }
                return first.connections().open();
              });
      ImmutableList<Shard> shards = ImmutableList.of(slow, destination.shards().getLast());
      RunReport report;
      try (DestinationLock lock = DestinationLock.acquire(shards, destination.listener());
          Executor executor =
              new Executor(
                  OPTIONS.withIgnoreErrors(ignoreErrors),
                  event -> {
                    if (event instanceof ExecutionEvent.StageStarted) {
                      started.set(true);
                    }
                  })) {
        running.complete(executor);
        report =
            executor.execute(
                lock,
                ImmutableList.of(
                    new ShardScript(slow, Scripts.preData(tables(3))),
                    new ShardScript(
                        shards.getLast(), Scripts.preData("SELECT pg_catalog.pg_sleep(60)"))));
      }
      assertThat(report.succeeded()).isFalse();
      assertThat(report.shards().getFirst().problem()).isEmpty();
      assertThat(report.shards().getFirst().statements())
          .extracting(StatementReport::outcome)
          .containsOnly(
              new StatementOutcome.NotReached(
                  (ignoreErrors ? "" : "rolled back on every shard: ") + "the run was cancelled"));
      assertThat(destination.tables(0, "t%")).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void noShardChangesWhenOneFails(int major) throws Exception {
    try (Destination destination = Destination.of(major, 2)) {
      RunReport report =
          destination.run(
              OPTIONS,
              Scripts.preData(tables(10)),
              Scripts.preData(
                  "CREATE TABLE t0 (a int)", "CREATE TABLE t0 (b int)", "CREATE TABLE t1 (a int)"));

      assertThat(report.succeeded()).isFalse();
      assertThat(report.connectionLost()).isFalse();
      assertThat(destination.tables(0, "t%")).isZero();
      assertThat(destination.tables(1, "t%")).isZero();
      List<StatementOutcome> outcomes =
          report.shards().get(1).statements().stream().map(StatementReport::outcome).toList();
      assertThat(outcomes.get(0)).isInstanceOf(StatementOutcome.RolledBack.class);
      assertThat(outcomes.get(1))
          .isInstanceOfSatisfying(
              StatementOutcome.Failed.class,
              failed -> {
                assertThat(failed.error().sqlState()).isEqualTo("42P07");
                assertThat(failed.error().message()).contains("relation \"t0\" already exists");
              });
      assertThat(outcomes.get(2)).isInstanceOf(StatementOutcome.NotReached.class);
      assertThat(report.shards())
          .allSatisfy(
              s ->
                  assertThat(s.result())
                      .isInstanceOfSatisfying(
                          ShardResult.Unchanged.class,
                          unchanged ->
                              assertThat(unchanged.reason())
                                  .contains("shard 1 (db1): statement 2 (summary 1)")));
      assertThat(report.shards().getFirst().statements())
          .allSatisfy(s -> assertThat(s.outcome()).isNotInstanceOf(StatementOutcome.Done.class));
      destination.assertNothingPending();
    }
  }

  @Test
  void noShardChangesWhenOneCannotPrepare() throws Exception {
    try (Destination destination = Destination.of(18, 3)) {
      Script good = Scripts.preData("CREATE TABLE t (a int)");
      Script unpreparable =
          Scripts.preData("CREATE TABLE t (a int)", "CREATE TEMP TABLE x (a int)");
      RunReport report = destination.run(OPTIONS, good, good, unpreparable);

      assertThat(report.succeeded()).isFalse();
      assertThat(report.shards().get(2).problem().orElseThrow().message())
          .contains("cannot PREPARE");
      for (int shard = 0; shard < 3; shard++) {
        assertThat(destination.tables(shard, "t")).isZero();
        assertThat(report.shards().get(shard).result()).isInstanceOf(ShardResult.Unchanged.class);
      }
      destination.assertNothingPending();
    }
  }

  @Test
  void aDeferredConstraintFailsBeforeAnyShardCommits() throws Exception {
    try (Destination destination = Destination.of(13, 2)) {
      RunReport report =
          destination.run(
              OPTIONS,
              Scripts.preData("CREATE TABLE t (a int)"),
              Scripts.preData(
                  "CREATE TABLE t (a int UNIQUE DEFERRABLE INITIALLY DEFERRED)",
                  "INSERT INTO t VALUES (1), (1)"));
      assertThat(report.succeeded()).isFalse();
      assertThat(report.shards().get(1).problem().orElseThrow().sqlState()).isEqualTo("23505");
      assertThat(destination.tables(0, "t")).isZero();
    }
  }

  /** One server that cannot prepare commits as the coordinator; with two, the report says so. */
  @Test
  void serversWithoutPreparedTransactions() throws Exception {
    ServerOptions without = ServerOptions.of(18).withSetting("max_prepared_transactions", "0");
    try (PostgresServer server = PostgresServers.start(without)) {
      Script good = Scripts.preData(tables(3));
      Script bad = Scripts.preData("CREATE TABLE t0 (a int)", "SELECT 1/0");
      try (Destination destination = Destination.on(PostgresServers.get(18), server)) {
        assertThat(destination.run(OPTIONS, good, good).succeeded()).isTrue();
        assertThat(destination.events(ExecutionEvent.CommitNotAtomic.class)).isEmpty();
        assertThat(destination.tables(0, "t%")).isEqualTo(3);
        assertThat(destination.tables(1, "t%")).isEqualTo(3);
      }
      try (Destination destination = Destination.on(server, server)) {
        assertThat(destination.run(OPTIONS, good, bad).succeeded()).isFalse();
        assertThat(destination.tables(0, "t%")).isZero();
        assertThat(destination.tables(1, "t%")).isZero();
        assertThat(destination.run(OPTIONS, good, good).succeeded()).isTrue();
        // Both shards were told of it before each run.
        assertThat(destination.events(ExecutionEvent.CommitNotAtomic.class)).hasSize(4);
        assertThat(destination.tables(0, "t%")).isEqualTo(3);
        assertThat(destination.tables(1, "t%")).isEqualTo(3);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 199, 200, 317, 499})
  void namesTheFailingStatementOfABatch(int culprit) throws Exception {
    try (Destination destination = Destination.of(18, 1)) {
      List<String> texts = new ArrayList<>(tables(500));
      texts.set(culprit, "CREATE TABLE missing_schema.t (a int)");
      ShardReport report = destination.run(OPTIONS, Scripts.preData(texts)).shards().getFirst();

      assertThat(report.failures()).hasSize(1);
      assertThat(report.failures().getFirst().statement().number()).isEqualTo(culprit);
      assertThat(report.failures().getFirst().outcome())
          .isInstanceOfSatisfying(
              StatementOutcome.Failed.class,
              failed -> {
                assertThat(failed.error().sqlState()).isEqualTo("3F000");
                assertThat(failed.error().position()).contains(14);
              });
      assertThat(report.statements().stream().limit(culprit))
          .allSatisfy(s -> assertThat(s.outcome()).isInstanceOf(StatementOutcome.RolledBack.class));
      assertThat(report.statements().stream().skip(culprit + 1L))
          .allSatisfy(s -> assertThat(s.outcome()).isInstanceOf(StatementOutcome.NotReached.class));
      assertThat(destination.tables(0, "t%")).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void bodiesArriveByteForByte(int major) throws Exception {
    List<String> bodies =
        ImmutableList.of(
            " SELECT 1; SELECT 2; ",
            "\n-- it's {fn now()} ? ?? $1 \\ \\' $$ ; end\n/* {d '2020-01-01'} ' */ SELECT 'a;b'\t",
            "SELECT '?' || $q$ nested $q$ || U&'\\0041' || E'\\\\' || '\u00e9\u20ac\ud83d\ude00'");
    try (Destination destination = Destination.of(major, 1)) {
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < bodies.size(); i++) {
        texts.add(
            "CREATE FUNCTION f%d() RETURNS text LANGUAGE sql AS $body$%s$body$"
                .formatted(i, bodies.get(i)));
      }
      texts.add("CREATE TABLE c (t text DEFAULT 'a\\b''?{x};', j jsonb CHECK (j ? 'k'))");
      texts.add("COMMENT ON TABLE c IS 'semi;colon {oj} ? \\'");
      assertThat(destination.run(OPTIONS, Scripts.preData(texts)).succeeded()).isTrue();
      assertThat(
              destination.values(
                  0, "SELECT prosrc FROM pg_proc WHERE proname ~ '^f[0-9]$' ORDER BY proname"))
          .containsExactlyElementsOf(bodies);
      assertThat(destination.value(0, "SELECT obj_description('c'::regclass)"))
          .isEqualTo("semi;colon {oj} ? \\");
      assertThat(
              destination.value(
                  0,
                  "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid"
                      + " ='c'::regclass AND contype = 'c'"))
          .isEqualTo("CHECK ((j ? 'k'::text))");
    }
  }

  @Test
  void sqlStandardBodiesAndRulesWithSeveralCommands() throws Exception {
    try (Destination destination = Destination.of(18, 1)) {
      RunReport report =
          destination.run(
              OPTIONS,
              Scripts.preData(
                  "CREATE TABLE t (a int)",
                  "CREATE PROCEDURE p() LANGUAGE sql BEGIN ATOMIC INSERT INTO t VALUES (1); SELECT"
                      + " CASE WHEN true THEN 2 END; END",
                  "CREATE VIEW v AS SELECT a FROM t",
                  "CREATE RULE r AS ON INSERT TO v DO INSTEAD (INSERT INTO t VALUES (1); DELETE"
                      + " FROM t)",
                  "SELECT pg_catalog.set_config('a.b', 'c', true)"));
      assertThat(report.shards().getFirst().failures()).isEmpty();
      assertThat(report.succeeded()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void ignoringErrorsTriesEverythingAndReportsEveryFailure(int major) throws Exception {
    try (Destination destination = Destination.of(major, 2)) {
      List<String> texts = new ArrayList<>(tables(300));
      texts.set(7, "CREATE TABLE missing_schema.t (a int)");
      texts.set(250, "CREATE INDEX ON missing_table (a)");
      RunReport report =
          destination.run(
              OPTIONS.withIgnoreErrors(true), Scripts.preData(texts), Scripts.preData(tables(300)));
      assertThat(report.succeeded()).isFalse();
      assertThat(report.shards().get(0).failures())
          .extracting(f -> f.statement().number())
          .containsExactly(7, 250);
      assertThat(report.shards().get(1).succeeded()).isTrue();
      assertThat(destination.tables(0, "t%")).isEqualTo(298);
      assertThat(destination.tables(1, "t%")).isEqualTo(300);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void aTerminatedBackendIsReportedAsLost(int major) throws Exception {
    try (Destination destination = Destination.of(major, 2)) {
      RunReport report =
          destination.run(
              OPTIONS,
              Scripts.preData(tables(3)),
              Scripts.preData(
                  "CREATE TABLE t (a int)", "SELECT pg_terminate_backend(pg_backend_pid())"));
      assertThat(report.connectionLost()).isTrue();
      assertThat(report.shards().get(1).connectionLost()).isTrue();
      assertThat(report.shards().get(0).connectionLost()).isFalse();
      assertThat(report.shards().get(1).failures()).hasSize(1);
      assertThat(destination.tables(0, "t%")).isZero();
      assertThat(destination.tables(1, "t%")).isZero();
    }
  }

  @Test
  void anEmptyScriptIsDone() throws Exception {
    try (Destination destination = Destination.of(18, 2)) {
      RunReport report =
          destination.run(OPTIONS, Scripts.preData(), Scripts.preData("CREATE TABLE t (a int)"));
      assertThat(report.succeeded()).isTrue();
      assertThat(destination.tables(1, "t")).isEqualTo(1);
    }
  }

  /** Another run may have begun. */
  @Test
  void aRunThatGoesOnAfterErrorsStopsWhenTheLockIsLost() throws Exception {
    try (Destination destination = Destination.of(18, 1);
        DestinationLock lock =
            DestinationLock.acquire(destination.shards(), destination.listener())) {
      int pid = lock.session(destination.shards().getFirst()).backendPid();
      List<String> texts = new ArrayList<>();
      texts.add("SELECT pg_terminate_backend(%d)".formatted(pid));
      // Long enough for several looks, and each a piece of its own.
      for (int i = 0; i < 30; i++) {
        texts.add("CREATE TABLE t%d AS SELECT pg_sleep(0.2)::text".formatted(i));
      }
      ExecutionOptions defaults = ExecutionOptions.defaults();
      ExecutionOptions options =
          new ExecutionOptions(
              1,
              true,
              true,
              defaults.lockTimeout(),
              defaults.lockRetries(),
              defaults.lockBackoff(),
              defaults.statementTimeout(),
              1);
      Executor executor = new Executor(options, destination.listener());
      RunReport report = executor.execute(lock, destination.pair(Scripts.preData(texts)));
      assertThat(report.connectionLost()).isTrue();
      assertThat(report.shards().getFirst().problem())
          .hasValueSatisfying(error -> assertThat(error.sqlState()).isEqualTo("57P01"));
      assertThat(report.shards().getFirst().statements().getLast().outcome())
          .isInstanceOfSatisfying(
              StatementOutcome.NotReached.class,
              rest -> assertThat(rest.reason()).contains("keeps other runs out was lost"));
      assertThat(destination.tables(0, "t%")).isLessThan(30);
    }
  }
}
