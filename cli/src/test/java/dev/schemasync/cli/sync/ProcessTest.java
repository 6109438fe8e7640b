package dev.schemasync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.schemasync.cli.Main;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.ServerOptions;
import dev.schemasync.testkit.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own. */
class ProcessTest {
  /** What a process ends with that was asked to terminate: 128 and the number of the signal. */
  private static final int TERMINATED = 143;

  private static final String SECRET = "Zx-very.secret-91";

  private static final String[] SLEEP = {
    """
    CREATE FUNCTION sleep() RETURNS event_trigger LANGUAGE plpgsql AS
    $$ BEGIN PERFORM pg_sleep(120); END $$
    """,
    "CREATE EVENT TRIGGER sleep ON ddl_command_end WHEN TAG IN ('CREATE TABLE')"
        + " EXECUTE FUNCTION sleep()"
  };

  @TempDir private Path directory;

  @Test
  void terminatedInPreDataLeavesEveryShardAsItWas() throws Exception {
    try (PostgresServer server =
            PostgresServers.start(ServerOptions.of(18).withPasswordAuthentication());
        Clusters clusters =
            Clusters.on(server, directory, 2, "CREATE TABLE a (id bigint PRIMARY KEY)")) {
      server.execute(
          PostgresServer.MAINTENANCE_DATABASE,
          "CREATE ROLE admin LOGIN SUPERUSER PASSWORD '%s'".formatted(SECRET));
      clusters.write("users.toml", Clusters.users("admin", SECRET));
      clusters.shard(1).execute(SLEEP);
      ImmutableList<Catalog> before = clusters.catalogs();
      Process process = start(clusters);
      awaitActive(clusters.shard(1), "CREATE TABLE%");
      assertThat(process.info().commandLine().orElseThrow())
          .contains("schema-sync", "users.toml")
          .doesNotContain(SECRET);

      process.destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      String err = Files.readString(directory.resolve("err"));
      assertThat(process.exitValue()).as(err).isEqualTo(TERMINATED);
      assertThat(err)
          .contains("the run was cancelled", "shard 0", "nothing changed")
          .doesNotContain("Exception");
      assertThat(directory.resolve("out")).isEmptyFile();
      assertThat(clusters.catalogs()).isEqualTo(before);
      assertThat(
              Clusters.values(
                  clusters.source(),
                  "SELECT pid FROM pg_stat_activity WHERE application_name = 'pgdog'"))
          .isEmpty();
    }
  }

  private Process start(Clusters clusters) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                Main.class.getName()));
    command.addAll(List.of(clusters.files()));
    command.addAll(List.of(Clusters.SYNC));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(directory.resolve("out").toFile())
            .redirectError(directory.resolve("err").toFile());
    // As an option it would be longer than what the system tells of a command line.
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    return builder.start();
  }

  private static void awaitActive(TestDatabase shard, String query)
      throws SQLException, InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (Clusters.values(
            shard,
            """
            SELECT pid FROM pg_stat_activity
            WHERE datname = current_database() AND application_name = 'pgdog'
              AND state = 'active' AND wait_event = 'PgSleep' AND query LIKE '%s'
            """
                .formatted(query))
        .isEmpty()) {
      assertThat(System.nanoTime()).as("the statement has not begun").isLessThan(end);
      Thread.sleep(50);
    }
  }
}
