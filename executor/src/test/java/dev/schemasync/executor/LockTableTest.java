package dev.schemasync.executor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.script.Script;
import dev.schemasync.model.script.Statement;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.ServerOptions;
import dev.schemasync.testkit.server.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a server's table of locks has room for, and what becomes of pre-data that is larger. */
class LockTableTest {
  private static final int SLOTS = 5;

  /** What takes more locks than any server has room for. */
  private static final String HUGE =
      "SELECT count(pg_advisory_xact_lock(n)) FROM generate_series(1, 20000) n";

  private static final ExecutionOptions OPTIONS = ExecutionOptions.defaults();

  /** Has room for some five hundred locks. */
  private static PostgresServer small;

  @BeforeAll
  static void start() {
    small =
        PostgresServers.start(
            ServerOptions.of(18)
                .withSetting("max_locks_per_transaction", "20")
                .withSetting("max_connections", "20")
                .withSetting("max_worker_processes", "0")
                .withSetting("max_wal_senders", "1")
                .withSetting("max_prepared_transactions", Integer.toString(SLOTS)));
  }

  @AfterAll
  static void stop() {
    small.close();
  }

  /** Tables, and a comment on each of them, all comments at the end, as a plan has them. */
  private static Script tables(int count) {
    Scripts scripts = Scripts.of(Stage.PRE_DATA);
    for (int i = 0; i < count; i++) {
      scripts.of("t" + i, "CREATE TABLE t%d (a int)".formatted(i));
    }
    for (int i = 0; i < count; i++) {
      scripts.of("t" + i, "COMMENT ON TABLE t%d IS 'x'".formatted(i), i);
    }
    return scripts.script();
  }

  @Test
  void whatOneTransactionCannotHoldIsCommittedInChunksOfWholeObjectsAndToldBefore()
      throws Exception {
    try (Destination destination = Destination.on(small)) {
      List<ExecutionEvent> events = Collections.synchronizedList(new ArrayList<>());
      RunReport report = run(destination, events, tables(400));
      assertThat(report.succeeded()).isTrue();
      assertThat(report.shards().getFirst().chunked()).isTrue();
      assertThat(report.shards().getFirst().result()).isEqualTo(new ShardResult.Piecemeal());
      assertThat(destination.tables(0, "t%")).isEqualTo(400);
      assertThat(events).noneMatch(ExecutionEvent.StartedOver.class::isInstance);
      assertThat(
              events.stream()
                  .filter(
                      e ->
                          e instanceof ExecutionEvent.Chunked
                              || e instanceof ExecutionEvent.StatementStarted)
                  .findFirst())
          .containsInstanceOf(ExecutionEvent.Chunked.class);
      assertThat(chunks(events))
          .hasSizeGreaterThan(5)
          .allSatisfy(
              chunk -> {
                Set<Integer> tables = new TreeSet<>(chunk);
                tables.removeIf(number -> number >= 400);
                Set<Integer> commentedOn = new TreeSet<>();
                chunk.stream()
                    .filter(number -> number >= 400)
                    .forEach(number -> commentedOn.add(number - 400));
                assertThat(commentedOn).isEqualTo(tables);
              });
    }
  }

  /** The numbers of the statements that each commit was for. */
  private static List<Set<Integer>> chunks(List<ExecutionEvent> events) {
    List<Set<Integer>> chunks = new ArrayList<>();
    Set<Integer> open = new TreeSet<>();
    for (ExecutionEvent event : events) {
      if (event instanceof ExecutionEvent.StatementStarted(Shard shard, Statement statement)) {
        open.add(statement.number());
      } else if (event instanceof ExecutionEvent.Committed) {
        chunks.add(open);
        open = new TreeSet<>();
      }
    }
    return chunks;
  }

  @Test
  void otherShardsStayAsTheyAreWhenAChunkFails() throws Exception {
    try (Destination destination = Destination.on(small, PostgresServers.get(18))) {
      destination.database(0).execute("CREATE TABLE t390 (a int)");
      List<ExecutionEvent> events = Collections.synchronizedList(new ArrayList<>());
      RunReport report = run(destination, events, tables(400), tables(400));
      assertThat(report.succeeded()).isFalse();
      ShardReport torn = report.shards().getFirst();
      assertThat(torn.result()).isEqualTo(new ShardResult.Piecemeal());
      assertThat(torn.failures())
          .singleElement()
          .satisfies(f -> assertThat(f.statement().number()).isEqualTo(390));
      assertThat(
              torn.statements().stream()
                  .filter(s -> s.outcome() instanceof StatementOutcome.Done)
                  .filter(s -> s.statement().number() < 400))
          .hasSize(destination.tables(0, "t%") - 1);
      assertThat(report.shards().get(1).result())
          .isInstanceOfSatisfying(
              ShardResult.Unchanged.class,
              unchanged -> assertThat(unchanged.reason()).contains("shard 0 (db0): statement 391"));
      assertThat(destination.tables(1, "t%")).isZero();
    }
  }

  /** Each of the two fits, but they share one table. */
  @Test
  void shardsOnOneServerAreAddedUp() throws Exception {
    try (Destination destination = Destination.on(small, small)) {
      List<ExecutionEvent> events = Collections.synchronizedList(new ArrayList<>());
      RunReport report = run(destination, events, tables(60), tables(60));
      assertThat(report.succeeded()).isTrue();
      assertThat(events).noneMatch(ExecutionEvent.StartedOver.class::isInstance);
      assertThat(events.stream().filter(ExecutionEvent.Chunked.class::isInstance))
          .isNotEmpty()
          .allSatisfy(
              e ->
                  assertThat(((ExecutionEvent.Chunked) e).reason())
                      .contains("the 2 shards on it", "max_locks_per_transaction = "));
    }
    try (Destination destination = Destination.on(small)) {
      List<ExecutionEvent> events = Collections.synchronizedList(new ArrayList<>());
      assertThat(run(destination, events, tables(60)).succeeded()).isTrue();
      assertThat(events).noneMatch(ExecutionEvent.Chunked.class::isInstance);
    }
  }

  /** Light statements of later stages, many at a time on several shards. */
  @Test
  void laterStagesLeaveRoom() throws Exception {
    try (Destination destination = Destination.on(small, small)) {
      Scripts scripts = Scripts.of(Stage.POST_DATA);
      for (int i = 0; i < 200; i++) {
        scripts.light("CREATE TABLE t%d (a text)".formatted(i));
      }
      List<ExecutionEvent> events = Collections.synchronizedList(new ArrayList<>());
      RunReport report = run(destination, events, scripts.script(), scripts.script());
      assertThat(report.succeeded()).isTrue();
      assertThat(destination.tables(1, "t%")).isEqualTo(200);
    }
  }

  /** Nobody can foresee what a function does; then the run starts over in chunks. */
  @Test
  void whatTakesMoreThanWasForeseenStartsOver() throws Exception {
    try (Destination destination = Destination.on(small, small)) {
      Scripts scripts = Scripts.of(Stage.PRE_DATA);
      for (int i = 0; i < 12; i++) {
        scripts.of(
            "t" + i,
            """
            DO $$ BEGIN FOR j IN 1..60 LOOP
              EXECUTE format('CREATE TABLE t%d_%%s (a text)', j);
            END LOOP; END $$
            """
                .formatted(i));
      }
      List<ExecutionEvent> events = Collections.synchronizedList(new ArrayList<>());
      RunReport report = run(destination, events, tables(1), scripts.script());
      assertThat(report.succeeded()).isTrue();
      assertThat(events).anyMatch(ExecutionEvent.StartedOver.class::isInstance);
      assertThat(destination.tables(1, "t%")).isEqualTo(720);
    }
  }

  /** Nothing smaller than a whole object can be tried. */
  @Test
  void anObjectThatDoesNotFitFailsWithItsRemedyInsteadOfStartingOverForEver() throws Exception {
    Script script =
        Scripts.of(Stage.PRE_DATA).of("large", HUGE).of("t", "CREATE TABLE t (a int)").script();
    try (Destination destination = Destination.on(small, PostgresServers.get(18))) {
      List<ExecutionEvent> events = Collections.synchronizedList(new ArrayList<>());
      RunReport report = runBounded(destination, events, script, tables(1));
      // Once with both in one transaction, at most once with each in its own.
      assertThat(events.stream().filter(ExecutionEvent.StartedOver.class::isInstance))
          .hasSizeLessThanOrEqualTo(2);
      assertThat(report.succeeded()).isFalse();
      assertThat(report.connectionLost()).isFalse();
      assertThat(report.unchanged()).isTrue();
      assertThat(report.shards().getFirst().failures())
          .singleElement()
          .satisfies(
              f -> {
                assertThat(f.statement().number()).isZero();
                assertThat(f.outcome())
                    .isInstanceOfSatisfying(
                        StatementOutcome.Failed.class,
                        failed ->
                            assertThat(failed.error().remedy().orElseThrow())
                                .contains("max_locks_per_transaction"));
              });
      for (ShardReport shard : report.shards()) {
        assertThat(shard.result())
            .isInstanceOfSatisfying(
                ShardResult.Unchanged.class,
                unchanged ->
                    assertThat(unchanged.reason())
                        .contains("out of shared memory")
                        .containsPattern("max_locks_per_transaction = [1-9]\\d"));
      }
    }
  }

  @Test
  void anObjectThatIsForeseenNotToFitIsToldBefore() throws Exception {
    Script script = Scripts.of(Stage.PRE_DATA).of("large", 2000, HUGE).script();
    try (Destination destination = Destination.on(small)) {
      List<ExecutionEvent> events = Collections.synchronizedList(new ArrayList<>());
      RunReport report = runBounded(destination, events, script);
      assertThat(report.succeeded()).isFalse();
      assertThat(events).noneMatch(ExecutionEvent.StartedOver.class::isInstance);
      assertThat(
              events.stream()
                  .filter(
                      e ->
                          e instanceof ExecutionEvent.TooLarge
                              || e instanceof ExecutionEvent.StatementStarted)
                  .findFirst())
          .hasValueSatisfying(
              first ->
                  assertThat(first)
                      .isInstanceOfSatisfying(
                          ExecutionEvent.TooLarge.class,
                          told ->
                              assertThat(told.reason())
                                  .contains("table public.large", "2,021")
                                  .containsPattern("max_locks_per_transaction = 8\\d")));
    }
  }

  /** Less room for prepared transactions than it seemed is no reason to tear a script. */
  @Test
  void slotsThatOthersTakeMeanwhileTearNothing() throws Exception {
    try (Destination destination = Destination.on(PostgresServers.get(18), small)) {
      List<ExecutionEvent> events = Collections.synchronizedList(new ArrayList<>());
      try (DestinationLock lock = DestinationLock.acquire(destination.shards(), events::add)) {
        AtomicBoolean taken = new AtomicBoolean();
        Executor executor =
            new Executor(
                OPTIONS,
                event -> {
                  events.add(event);
                  if (event instanceof ExecutionEvent.Progress && !taken.getAndSet(true)) {
                    takeSlots(destination.database(1));
                  }
                });
        RunReport report = executor.execute(lock, destination.pair(tables(1), tables(60)));
        assertThat(report.succeeded()).isTrue();
      } finally {
        for (int i = 0; i < SLOTS; i++) {
          destination.database(1).execute("ROLLBACK PREPARED 'other%d'".formatted(i));
        }
      }
      assertThat(events).anyMatch(ExecutionEvent.StartedOver.class::isInstance);
      assertThat(events).noneMatch(ExecutionEvent.Chunked.class::isInstance);
    }
  }

  private static void takeSlots(TestDatabase database) {
    try {
      for (int i = 0; i < SLOTS; i++) {
        database.execute("BEGIN; SELECT 1; PREPARE TRANSACTION 'other%d'".formatted(i));
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Ends a run that starts over too often. */
  private static RunReport runBounded(
      Destination destination, List<ExecutionEvent> events, Script... scripts) {
    try (DestinationLock lock = DestinationLock.acquire(destination.shards(), events::add)) {
      AtomicInteger startedOver = new AtomicInteger();
      CompletableFuture<Executor> running = new CompletableFuture<>();
      Executor executor =
          new Executor(
              OPTIONS,
              event -> {
                events.add(event);
                if (event instanceof ExecutionEvent.StartedOver
                    && startedOver.incrementAndGet() == 20) {
                  running.join().cancel();
                }
              });
      running.complete(executor);
      return executor.execute(lock, destination.pair(scripts));
    }
  }

  @Test
  void objectsThatWaitForEachOtherAreNotTornApart() {
    Scripts scripts = Scripts.of(Stage.PRE_DATA);
    scripts.of("a", "create a");
    scripts.of("f", "create f, which takes a row of a", 0);
    scripts.of("z", "create z");
    scripts.of("a", "a default of a, which calls f", 1);
    scripts.of("f", "comment on f", 1);
    Script script = scripts.script();
    ImmutableList<ImmutableList<Statement>> chunks = LockNeeds.chunks(script.statements(), 1);
    assertThat(chunks.stream().map(c -> c.stream().map(Statement::number).toList()))
        .containsExactly(List.of(0, 1, 3, 4), List.of(2));
  }

  private static RunReport run(
      Destination destination, List<ExecutionEvent> events, Script... scripts) {
    try (DestinationLock lock = DestinationLock.acquire(destination.shards(), events::add)) {
      return new Executor(OPTIONS, events::add).execute(lock, destination.pair(scripts));
    }
  }
}
