package dev.schemasync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemasync.cli.CommandRun;
import dev.schemasync.cli.ExitStatus;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Objects that need each other: a generated column cannot be parted from its table, so a function
 * over the table's row type that it calls makes a loop which nothing repairs.
 */
class DependencyLoopTest {
  @TempDir private Path directory;
  private final PostgresServer server = PostgresServers.get(18);
  private Clusters clusters;

  @BeforeEach
  void start() throws IOException, SQLException {
    clusters =
        Clusters.on(
            server,
            directory,
            1,
            "CREATE TABLE plain (id bigint PRIMARY KEY, s varchar CHECK (s IN ('a', 'b')))",
            "CREATE VIEW of_plain AS SELECT id FROM plain",
            loop("one"),
            loop("two"),
            "CREATE VIEW of_one AS SELECT id FROM one",
            "CREATE INDEX one_g ON one (g)",
            "COMMENT ON VIEW of_one IS 'falls with what it reads'");
  }

  @AfterEach
  void stop() throws SQLException {
    clusters.close();
  }

  private static String loop(String table) {
    return """
    CREATE TABLE %1$s (id bigint PRIMARY KEY);
    CREATE FUNCTION over_%1$s(id bigint, r %1$s DEFAULT NULL) RETURNS bigint
      IMMUTABLE LANGUAGE sql AS 'SELECT id';
    ALTER TABLE %1$s ADD g bigint GENERATED ALWAYS AS (over_%1$s(id)) STORED
    """
        .formatted(table);
  }

  private List<String> relations() throws SQLException {
    return relations(clusters);
  }

  private static List<String> relations(Clusters clusters) throws SQLException {
    return Clusters.values(
        clusters.shard(0),
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
            + " AND relkind IN ('r', 'v') ORDER BY 1");
  }

  @Test
  void allLoopsAreReportedAtOnceWithWhatNeedsThem() throws Exception {
    CommandRun run =
        clusters
            .sync("--accept", "dependency-loop:public.over_one(int8, public.one)")
            .assertStatus(ExitStatus.FAILED);
    run.assertSays(
        "accepted [dependency-loop]",
        "create routine public.over_one(int8, public.one) needs create table public.one",
        "error [dependency-loop]",
        "create routine public.over_two(int8, public.two) needs create table public.two",
        "--accept 'dependency-loop:public.over_two(int8, public.two)'",
        "nothing was changed");
    assertThat(relations()).isEmpty();
  }

  /** Each was made when the other was there, and the first replaced afterwards. */
  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void aViewThatReadsAFunctionOfItsOwnRowsIsMade(int major, @TempDir Path other) throws Exception {
    try (Clusters ring =
        Clusters.on(
            PostgresServers.get(major),
            other,
            1,
            "CREATE TABLE plain (id bigint PRIMARY KEY)",
            "CREATE VIEW v AS SELECT 1 AS a",
            "CREATE FUNCTION f() RETURNS SETOF v LANGUAGE sql AS 'SELECT 1'",
            "CREATE OR REPLACE VIEW v AS SELECT a FROM f()",
            "CREATE VIEW of_v AS SELECT a FROM v")) {
      ring.sync().assertStatus(ExitStatus.DONE);

      assertThat(relations(ring)).containsExactly("of_v", "plain", "v");
    }
  }

  @Test
  void acceptingALoopLeavesOutItsObjectsAndWhatNeedsThemAndNothingElse() throws Exception {
    CommandRun run = clusters.sync("--accept", "dependency-loop").assertStatus(ExitStatus.DONE);
    run.assertSays(
        "Without them these are not made:",
        "table public.one",
        "function public.over_one(int8, public.one)",
        "view public.of_one",
        "index public.one_g",
        "constraint public.one.one_pkey",
        "table public.two");
    assertThat(run.err())
        .as("what was verified leaves out what was accepted")
        .doesNotContain("verified: every shard holds what")
        .contains("2 accepted differences are left");
    assertThat(relations()).containsExactly("of_plain", "plain");
    clusters
        .sync("--data-sync-complete", "--accept", "dependency-loop")
        .assertStatus(ExitStatus.DONE);
    clusters.sync("--cutover", "--accept", "dependency-loop").assertStatus(ExitStatus.DONE);
    assertThat(relations()).containsExactly("of_plain", "plain");
  }
}
