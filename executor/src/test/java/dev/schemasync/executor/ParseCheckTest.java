package dev.schemasync.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemasync.executor.Validity.ServerParser;
import dev.schemasync.model.script.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParseCheckTest {
  private static final ExecutionOptions OPTIONS = ExecutionOptions.defaults();

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void nothingRunsWhenOneShardsParserObjects(int major) throws Exception {
    try (Destination destination = Destination.of(major, 2)) {
      List<String> texts =
          new ArrayList<>(
              IntStream.range(0, 5000).mapToObj("CREATE TABLE t%d (a int)"::formatted).toList());
      texts.set(42, "CREATE TABEL t42 (a int)");
      texts.set(43, "CREATE TABLE t43 (a int");
      texts.set(4999, "COMMENT ON TABLE t1 IS 'open");
      RunReport report =
          destination.run(
              OPTIONS, Scripts.preData("CREATE TABLE t0 (a int)"), Scripts.preData(texts));

      assertThat(report.succeeded()).isFalse();
      ShardReport shard = report.shards().get(1);
      assertThat(shard.failures())
          .extracting(f -> f.statement().number())
          .containsExactly(42, 43, 4999);
      assertThat(shard.failures())
          .allSatisfy(
              f -> {
                assertThat(f.validity().serverParser()).isEqualTo(ServerParser.REJECTED);
                assertThat(((StatementOutcome.Failed) f.outcome()).error().sqlState())
                    .isEqualTo("42601");
              });
      assertThat(shard.statements().getFirst().validity().serverParser())
          .isEqualTo(ServerParser.ACCEPTED);
      assertThat(report.shards().get(0).statements().getFirst().outcome())
          .isInstanceOfSatisfying(
              StatementOutcome.NotReached.class,
              notReached ->
                  assertThat(notReached.reason())
                      .contains("shard 1 (db1): statement 43 (summary 42)"));
      assertThat(destination.events(ExecutionEvent.StatementStarted.class)).isEmpty();
      assertThat(destination.tables(0, "t%")).isZero();
      assertThat(destination.tables(1, "t%")).isZero();
    }
  }

  /** PL/pgSQL itself objects to these; the server's parser does not. */
  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void whatOnlyPlpgsqlRejectsIsAccepted(int major) throws Exception {
    try (Destination destination = Destination.of(major, 1)) {
      Script script =
          Scripts.preData(
              "CREATE TABLE t (a int)",
              "SELECT a INTO u FROM t",
              "CREATE VIEW v AS SELECT a FROM t",
              "CREATE RULE r AS ON INSERT TO v DO INSTEAD (INSERT INTO t VALUES (1); DELETE FROM"
                  + " t)");
      RunReport report = destination.run(OPTIONS, script);
      assertThat(report.shards().getFirst().failures()).isEmpty();
      assertThat(report.succeeded()).isTrue();
      assertThat(report.shards().getFirst().statements())
          .allSatisfy(
              s -> assertThat(s.validity().serverParser()).isEqualTo(ServerParser.ACCEPTED));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void worksWithoutPlpgsql(int major) throws Exception {
    try (Destination destination = Destination.of(major, 1)) {
      destination.database(0).execute("DROP EXTENSION plpgsql");
      RunReport rejected =
          destination.run(OPTIONS, Scripts.preData("CREATE TABLE t (a int)", "CREATE TABEL u ()"));
      assertThat(rejected.shards().getFirst().failures())
          .extracting(f -> f.statement().number())
          .containsExactly(1);
      assertThat(destination.tables(0, "t")).isZero();
      assertThat(destination.run(OPTIONS, Scripts.preData("CREATE TABLE t (a int)")).succeeded())
          .isTrue();
      assertThat(destination.value(0, "SELECT count(*) FROM pg_proc WHERE proname ~ 'schemasync'"))
          .isEqualTo("0");
    }
  }

  @Test
  void saysWhenItCouldNotCheck() throws Exception {
    try (Destination destination = Destination.of(18, 1)) {
      String name = destination.value(0, "SELECT quote_ident(current_database())");
      String role = "nobody_" + System.nanoTime();
      destination
          .database(0)
          .execute(
              "CREATE ROLE %s LOGIN PASSWORD 'x'".formatted(role),
              "REVOKE TEMPORARY ON DATABASE %s FROM PUBLIC".formatted(name),
              "REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC",
              "GRANT CREATE ON SCHEMA public TO " + role);
      try {
        Shard shard =
            new Shard(
                0,
                "db0",
                () ->
                    destination
                        .database(0)
                        .server()
                        .connect(destination.database(0).name(), role, "x"));
        ShardScript script = new ShardScript(shard, Scripts.preData("CREATE TABLE t (a int)"));
        try (DestinationLock lock =
            DestinationLock.acquire(List.of(shard), ExecutionListener.silent())) {
          Executor executor = new Executor(OPTIONS, destination.listener());
          RunReport report = executor.execute(lock, List.of(script));
          assertThat(report.succeeded()).isTrue();
          assertThat(report.shards().getFirst().statements().getFirst().validity().serverParser())
              .isEqualTo(ServerParser.NOT_CHECKED);
        }
        assertThat(destination.events(ExecutionEvent.ParseNotChecked.class))
            .singleElement()
            .satisfies(e -> assertThat(e.reason()).contains("permission denied"));
      } finally {
        destination.database(0).execute("DROP OWNED BY " + role, "DROP ROLE " + role);
      }
    }
  }
}
