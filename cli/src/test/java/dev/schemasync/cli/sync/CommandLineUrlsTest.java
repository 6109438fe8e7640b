package dev.schemasync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemasync.cli.CommandRun;
import dev.schemasync.cli.ExitStatus;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers and their user come from the command line alone; there is no file. */
class CommandLineUrlsTest {
  /** The servers ask for none, so that any will do. */
  private static final String PASSWORD = "Zx-very.secret-91";

  @TempDir private Path directory;
  @TempDir private Path elsewhere;
  private Clusters clusters;
  private String source;
  private String first;
  private String second;

  @BeforeEach
  void start() throws IOException, SQLException {
    clusters =
        Clusters.on(
            PostgresServers.get(18), elsewhere, 2, "CREATE TABLE a (id bigint PRIMARY KEY)");
    source = url("prod", clusters.source(), 0);
    first = url("sharded", clusters.shard(0), 0);
    second = url("sharded", clusters.shard(1), 1);
  }

  @AfterEach
  void stop() throws SQLException {
    clusters.close();
  }

  private static String url(String cluster, TestDatabase database, int shard) {
    return "postgres://%s:%s@%s:%d/%s?database_name=%s&shard=%d"
        .formatted(
            database.server().superuser(),
            PASSWORD,
            database.server().host(),
            database.server().port(),
            cluster,
            database.name(),
            shard);
  }

  private CommandRun run(String... args) {
    CommandRun run = CommandRun.of(directory, Map.of(), args);
    assertThat(run.out() + run.err()).doesNotContain(PASSWORD);
    return run;
  }

  /** A run, with options after it. */
  private CommandRun sync(String... options) {
    String[] args = new String[Clusters.SYNC.length + options.length];
    System.arraycopy(Clusters.SYNC, 0, args, 0, Clusters.SYNC.length);
    System.arraycopy(options, 0, args, Clusters.SYNC.length, options.length);
    return run(args);
  }

  @Test
  void areReadAndWritten() throws Exception {
    // One that were lost would be a shard that nothing is done for.
    assertThat(
            run(
                    "-d",
                    source,
                    "-d",
                    first,
                    "schema-sync",
                    "-d",
                    second,
                    "--from-database=prod",
                    "--to-database=sharded",
                    "--publication=pub",
                    "--dry-run")
                .assertStatus(ExitStatus.DONE)
                .out())
        .contains("CREATE TABLE public.a", "shard 0 (", "shard 1 (");
    CommandRun run =
        sync("--database-url=" + source, "-d", first, "-d", second).assertStatus(ExitStatus.DONE);
    run.assertNoResult().assertReadable().assertSays("verified: every shard holds what");
    for (int i = 0; i < 2; i++) {
      assertThat(Clusters.values(clusters.shard(i), "SELECT 'public.a'::regclass")).hasSize(1);
    }
    assertThat(
            run(
                    "-d",
                    source,
                    "-d",
                    first,
                    "-d",
                    second,
                    "schema-sync",
                    "--from-database=prod",
                    "--to-database=sharded",
                    "--publication=pub",
                    "--data-sync-complete")
                .assertStatus(ExitStatus.DONE)
                .err())
        .contains("verified: every shard holds what");
  }

  @Test
  void areNamedInTheCommandThatAsksForOneScript() throws Exception {
    clusters.shard(1).execute("CREATE TABLE a (id bigint PRIMARY KEY)");
    CommandRun run =
        sync("-d", source, "-d", first, "-d", second, "--dry-run")
            .assertStatus(ExitStatus.USAGE)
            .assertNoResult();
    run.assertSays(
        "pgdog -d URL -d URL -d URL schema-sync --from-database prod --to-database sharded"
            + " --publication pub --dry-run --shard 1");
  }
}
