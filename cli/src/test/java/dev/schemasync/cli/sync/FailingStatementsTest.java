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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
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

  private Path failures(String stage) {
    return clusters.file("pgdog-schema-sync-failures-" + stage + ".sql");
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
        .assertSays("the statements that failed are in " + failures("post-data").toAbsolutePath());
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
  }

  @Test
  void ignoredErrorsAreStillReported() throws Exception {
    clusters.shard(1).execute(REFUSAL);
    CommandRun first =
        clusters.sync("--ignore-errors").assertStatus(ExitStatus.FAILED).assertNoResult();
    first.assertSays(
        "error: shard 1", "create table public.b", "2 done, 2 failed", "2 differences are left");
    assertThat(Clusters.values(clusters.shard(0), "SELECT 'public.b'::regclass")).hasSize(1);
    assertThat(Clusters.values(clusters.shard(1), "SELECT 'public.a'::regclass")).hasSize(1);
    assertThat(failures("pre-data")).content().contains("CREATE TABLE public.b");

    clusters.shard(1).execute(CONSENT);
    clusters.sync().assertStatus(ExitStatus.DONE);
    clusters.shard(1).execute(REFUSAL);
    clusters
        .sync("--ignore-errors", "--data-sync-complete", "--no-concurrently", "--jobs=1")
        .assertStatus(ExitStatus.FAILED)
        .assertSays("error: shard 1", "create index public.a_x", "1 failed");
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
        .assertSays(
            "create table public.b", "warning: cannot write the statements that failed", "shard 0");
  }
}
