package dev.schemasync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemasync.cli.CommandRun;
import dev.schemasync.cli.ExitStatus;
import dev.schemasync.testkit.server.PostgresServers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Materialized views hold what arrived before the last cutover. */
class MaterializedViewsTest {
  private static final String CUTOVER = "--cutover";

  @TempDir private Path directory;

  private static Clusters clusters(int major, Path directory, String... more) throws Exception {
    Clusters clusters =
        Clusters.on(
            PostgresServers.get(major),
            directory,
            1,
            "CREATE TABLE t (id bigint PRIMARY KEY)",
            "CREATE MATERIALIZED VIEW keyed AS SELECT id FROM t",
            "CREATE UNIQUE INDEX keyed_id ON keyed (id)");
    clusters.source().execute(more);
    return clusters;
  }

  private static void runAll(Clusters clusters) {
    clusters.sync().assertStatus(ExitStatus.DONE);
    clusters.sync("--data-sync-complete").assertStatus(ExitStatus.DONE);
    clusters.sync(CUTOVER).assertStatus(ExitStatus.DONE);
  }

  @ParameterizedTest(name = "PostgreSQL {0}")
  @ValueSource(ints = {13, 18})
  void everyCutoverRefreshesThem(int major) throws Exception {
    try (Clusters clusters =
        clusters(
            major,
            directory,
            "CREATE MATERIALIZED VIEW counted AS SELECT count(*) AS n FROM keyed",
            "CREATE UNIQUE INDEX counted_some ON counted (n) WHERE n > 1",
            "CREATE UNIQUE INDEX counted_other ON counted ((n + 1))",
            "CREATE MATERIALIZED VIEW empty AS SELECT 1 AS a WITH NO DATA")) {
      runAll(clusters);
      clusters.shard(0).execute("INSERT INTO t SELECT generate_series(1, 3)");

      String script = clusters.sync(CUTOVER, "--dry-run").assertStatus(ExitStatus.DONE).out();
      assertThat(script.lines().filter(l -> l.startsWith("REFRESH")))
          .containsExactly(
              "REFRESH MATERIALIZED VIEW CONCURRENTLY public.keyed;",
              "REFRESH MATERIALIZED VIEW public.counted;");
      assertThat(clusters.sync(CUTOVER, "--dry-run", "--no-concurrently").out())
          .contains("REFRESH MATERIALIZED VIEW public.keyed;")
          .doesNotContain("CONCURRENTLY");

      CommandRun again = clusters.sync(CUTOVER).assertStatus(ExitStatus.DONE);
      again.assertSays("cutover: 2 done", "verified: every shard holds what");
      assertThat(Clusters.values(clusters.shard(0), "SELECT n FROM counted")).containsExactly("3");
      assertThat(
              Clusters.values(
                  clusters.shard(0), "SELECT relispopulated FROM pg_class WHERE relname = 'empty'"))
          .containsExactly("f");
      // The stages before have nothing to do with it.
      clusters.sync("--data-sync-complete").assertSays("nothing to do");
    }
  }

  @Test
  void whereTheDatabaseRestrictsViews() throws Exception {
    try (Clusters clusters =
        clusters(
            18,
            directory,
            "CREATE VIEW v AS SELECT id FROM t",
            "CREATE MATERIALIZED VIEW of_view AS SELECT id FROM v")) {
      clusters
          .shard(0)
          .execute(
              "ALTER DATABASE %s SET restrict_nonsystem_relation_kind = 'view'"
                  .formatted(clusters.shard(0).name()));
      runAll(clusters);
    }
  }

  @Test
  void whoReadsOneWhileItIsRefreshedIsNotInTheWay() throws Exception {
    try (Clusters clusters = clusters(18, directory)) {
      runAll(clusters);
      clusters.shard(0).execute("INSERT INTO t VALUES (7)");
      try (Connection reader = clusters.shard(0).connect();
          Statement statement = reader.createStatement()) {
        reader.setAutoCommit(false);
        statement.execute("SELECT FROM keyed");
        clusters.sync(CUTOVER).assertStatus(ExitStatus.DONE);
      }
      assertThat(Clusters.values(clusters.shard(0), "SELECT id FROM keyed")).containsExactly("7");
    }
  }
}
