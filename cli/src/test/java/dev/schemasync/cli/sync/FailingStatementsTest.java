package dev.schemasync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.schemasync.cli.CommandRun;
import dev.schemasync.cli.ExitStatus;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.testkit.script.OnError;
import dev.schemasync.testkit.script.SqlScript;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.ServerOptions;
import dev.schemasync.testkit.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements that a server refuses although every check has passed. */
class FailingStatementsTest {
  private static final String[] SCHEMA = {
    "CREATE TABLE a (id bigint PRIMARY KEY, x int)",
    "CREATE TABLE b (id bigint PRIMARY KEY, x int)",
    "CREATE INDEX a_x ON a (x)",
    "CREATE INDEX b_x ON b (x)"
  };

  /** Refuses to make anything of this name. */
  private static final String[] REFUSAL = {
    """
    CREATE FUNCTION refuse() RETURNS event_trigger LANGUAGE plpgsql AS $$
    DECLARE made text;
    BEGIN
      SELECT object_identity INTO made FROM pg_event_trigger_ddl_commands()
      WHERE object_identity IN ('public.b', 'public.a_x');
      IF FOUND THEN
        RAISE EXCEPTION 'the house does not want %', made
          USING ERRCODE = 'XX123', HINT = 'Ask the house.';
      END IF;
    END $$
    """,
    "CREATE EVENT TRIGGER refuse ON ddl_command_end EXECUTE FUNCTION refuse()"
  };

  private static final String[] CONSENT = {"DROP EVENT TRIGGER refuse", "DROP FUNCTION refuse()"};

  @TempDir private Path directory;
  private final PostgresServer server = PostgresServers.get(18);
  private Clusters clusters;

  @BeforeEach
  void start() throws IOException, SQLException {
    clusters = Clusters.on(server, directory, 2, SCHEMA);
  }

  @AfterEach
  void stop() throws SQLException {
    clusters.close();
  }

  /** The file of shard 1. */
  private Path failures(String stage) {
    return clusters.file("pgdog-schema-sync-failures-" + stage + "-shard-1.sql");
  }

  @Test
  void oneShardFailsAndNoneChanges() throws Exception {
    clusters.shard(1).execute(REFUSAL);
    ImmutableList<Catalog> before = clusters.catalogs();
    CommandRun run =
        clusters.sync().assertStatus(ExitStatus.FAILED).assertNoResult().assertReadable();
    run.assertSays(
        "error: shard 1 (",
        "not verified: no shard has changed",
        clusters.shard(1).name(),
        "create table public.b",
        "the house does not want public.b (SQLSTATE XX123)",
        "hint: Ask the house.",
        "| CREATE TABLE public.b",
        "mend the cause; then run the same command again",
        "nothing changed: rolled back on every shard");
    assertThat(run.err()).doesNotContain("error: shard 0");
    // All of it is left, so a file of what failed is not what is left.
    run.assertSays("what failed of its script is in " + failures("pre-data").toAbsolutePath());
    assertThat(run.err()).doesNotContain("what is left");
    assertThat(clusters.catalogs()).isEqualTo(before);

    clusters.shard(1).execute(CONSENT);
    clusters.sync().assertStatus(ExitStatus.DONE);
  }

  @Test
  void failuresAreWrittenToAFileThatRuns() throws Exception {
    clusters.sync().assertStatus(ExitStatus.DONE);
    assertThat(failures("pre-data")).doesNotExist();

    clusters.shard(1).execute(REFUSAL);
    Files.writeString(failures("post-data"), "what an earlier run wrote");
    clusters
        .sync("--data-sync-complete", "--no-concurrently")
        .assertStatus(ExitStatus.FAILED)
        .assertSays("what is left of its script is in " + failures("post-data").toAbsolutePath());
    String written = Files.readString(failures("post-data"));
    assertThat(written)
        .startsWith("-- for shard 1 (")
        .contains("failed: the house does not want public.a_x (SQLSTATE XX123)", "SET search_path")
        .contains("CREATE INDEX a_x ON public.a")
        .doesNotContain("earlier run", "shard 0");

    clusters.shard(1).execute(CONSENT);
    server.runScript(clusters.shard(1).name(), SqlScript.parse(written), OnError.STOP);
    assertThat(Clusters.values(clusters.shard(1), "SELECT 'public.a_x'::regclass")).hasSize(1);
    clusters.sync("--data-sync-complete").assertStatus(ExitStatus.DONE);
    assertThat(failures("post-data")).as("nothing of it is left to be done").doesNotExist();
  }

  /** A chunk is rolled back with the statement that failed in it; earlier ones stay. */
  @Test
  void whatWasRolledBackInAChunkIsInTheFileToo(@TempDir Path other) throws Exception {
    int tables = 120;
    String[] schema =
        IntStream.range(0, tables)
            .mapToObj("CREATE TABLE t%03d (id bigint PRIMARY KEY)"::formatted)
            .toArray(String[]::new);
    try (PostgresServer small =
        PostgresServers.start(
            ServerOptions.of(18)
                .withSetting("max_locks_per_transaction", "10")
                .withSetting("max_connections", "20")
                .withSetting("max_prepared_transactions", "2"))) {
      Clusters chunked = Clusters.on(server, other, List.of(small), 0, schema);
      try (TestDatabase source = chunked.source()) {
        TestDatabase shard = chunked.shard(0);
        shard.execute(
            """
            CREATE FUNCTION refuse() RETURNS event_trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF EXISTS (SELECT FROM pg_event_trigger_ddl_commands()
                         WHERE object_identity = 'public.t115') THEN
                RAISE EXCEPTION 'not this one';
              END IF;
            END $$
            """,
            REFUSAL[1]);
        chunked
            .sync()
            .assertStatus(ExitStatus.FAILED)
            .assertSays("not this one", " rolled back", "what is left of its script is in ")
            .assertSays(
                "note: shard 0 (",
                "one transaction cannot hold the script (its server has room for ",
                " locks, and this takes up to ",
                "; max_locks_per_transaction = ",
                " makes room for all); it is committed in ",
                " chunks of whole objects, so if one fails, those before it stay");
        String there =
            "SELECT relname FROM pg_class WHERE relkind = 'r' AND relname ~ '^t[0-9]' ORDER BY 1";
        assertThat(Clusters.values(shard, there)).hasSizeBetween(1, tables - 1);
        Path written = chunked.file("pgdog-schema-sync-failures-pre-data-shard-0.sql");
        shard.execute(CONSENT);
        small.runScript(shard.name(), SqlScript.parse(Files.readString(written)), OnError.STOP);
        assertThat(Clusters.values(shard, there)).hasSize(tables);
        chunked.sync().assertStatus(ExitStatus.DONE).assertSays("nothing to do");
        assertThat(Clusters.values(source, there)).hasSize(tables);

        // A table that no chunk can hold is known before anything runs.
        source.execute(
            IntStream.range(0, 150)
                .mapToObj("s%03d bigserial"::formatted)
                .collect(Collectors.joining(", ", "CREATE TABLE wide (id int PRIMARY KEY, ", ")")));
        chunked
            .sync("--dry-run")
            .assertStatus(ExitStatus.DONE)
            .assertSays(
                "warning: shard 0 (",
                "its server may be unable to hold one object: table public.wide and what belongs"
                    + " to it take up to ",
                " locks in one transaction, and its server has room for ",
                "; max_locks_per_transaction = ");
      }
    }
  }

  @Test
  void ignoredErrorsAreStillReported() throws Exception {
    clusters.shard(1).execute(REFUSAL);
    CommandRun first =
        clusters.sync("--ignore-errors").assertStatus(ExitStatus.FAILED).assertNoResult();
    first.assertSays(
        "error: shard 1", "create table public.b", "2 done, 2 failed", "2 failures, with all");
    // Nothing stopped the other shard, so nothing of its script is left.
    assertThat(failures("pre-data")).exists();
    assertThat(clusters.file("pgdog-schema-sync-failures-pre-data-shard-0.sql")).doesNotExist();
    assertThat(Clusters.values(clusters.shard(0), "SELECT 'public.b'::regclass")).hasSize(1);
    assertThat(Clusters.values(clusters.shard(1), "SELECT 'public.a'::regclass")).hasSize(1);
    assertThat(failures("pre-data")).content().contains("CREATE TABLE public.b");

    clusters.shard(1).execute(CONSENT);
    clusters.sync().assertStatus(ExitStatus.DONE);
    clusters.shard(1).execute(REFUSAL);
    clusters
        .shard(0)
        .execute(
            """
            CREATE FUNCTION meddle() RETURNS event_trigger LANGUAGE plpgsql AS
            $$ BEGIN ALTER TABLE public.b ALTER COLUMN x SET DEFAULT 7; END $$
            """,
            "CREATE EVENT TRIGGER meddle ON ddl_command_end WHEN TAG IN ('CREATE INDEX')"
                + " EXECUTE FUNCTION meddle()");
    CommandRun second =
        clusters
            .sync("--ignore-errors", "--data-sync-complete", "--no-concurrently", "--jobs=1")
            .assertStatus(ExitStatus.FAILED)
            .assertSays("error: shard 1", "create index public.a_x", "1 failed");
    // What failed is no difference besides; what somebody changed meanwhile is one.
    assertThat(second.err().lines().filter(l -> l.startsWith("error [")))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).contains("] shard 0: ", "public.b"));
    assertThat(Clusters.values(clusters.shard(1), "SELECT 'public.b_x'::regclass")).hasSize(1);
    assertThat(Clusters.values(clusters.shard(0), "SELECT 'public.a_x'::regclass")).hasSize(1);
  }

  @Test
  void aDirectoryThatCannotBeWrittenIsNoReasonToFailTwice() throws Exception {
    clusters.shard(1).execute(REFUSAL);
    // A directory where the file should be: also root cannot write that.
    Files.createDirectory(failures("pre-data"));
    clusters
        .sync()
        .assertStatus(ExitStatus.FAILED)
        .assertSays("create table public.b", "cannot write what failed of its script", "shard 0");
  }

  @Test
  void whatWasNotReachedIsCountedAndTheFailureStandsFirstAndLast() throws Exception {
    int tables = 60;
    for (int i = 0; i < tables; i++) {
      clusters
          .source()
          .execute(
              "CREATE TABLE t%1$d (id bigint PRIMARY KEY, a bigint REFERENCES a)".formatted(i),
              "CREATE INDEX t%1$d_a ON t%1$d (a)".formatted(i));
    }
    clusters.sync().assertStatus(ExitStatus.DONE);
    clusters.shard(1).execute(REFUSAL);
    CommandRun run =
        clusters
            .sync("--data-sync-complete", "--no-concurrently", "--jobs=1")
            .assertStatus(ExitStatus.FAILED)
            .assertNoResult();
    List<String> lines = run.err().lines().toList();
    List<String> findings = lines.stream().filter(l -> l.matches("(note|warning) .*")).toList();
    assertThat(lines)
        .filteredOn(l -> l.startsWith("error"))
        .singleElement()
        .asString()
        .contains("create index public.a_x failed: the house does not want public.a_x");
    assertThat(lines.getLast())
        .startsWith("    shard 1 (")
        .contains("create index public.a_x: the house does not want public.a_x (SQLSTATE XX123)");
    assertThat(run.err())
        .doesNotContain("verification-difference")
        .contains("but for what failed or was not reached")
        .containsPattern("shard 1 \\(.*\\): \\d+ not reached, because shard 1");
    assertThat(lines).hasSizeLessThan(60 + 2 * findings.size());
    // In full, they are in the file.
    assertThat(failures("post-data"))
        .content()
        .contains("CREATE INDEX t59_a", "\\set ON_ERROR_STOP on");
  }
}
