package dev.schemasync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.schemasync.cli.ExitStatus;
import dev.schemasync.cli.Main;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.ServerOptions;
import dev.schemasync.testkit.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

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

  /** Reading cannot go on, and whoever waits for it learns why while they wait. */
  @Test
  void whatAReadingWaitsForIsToldWhileItWaits() throws Exception {
    try (Clusters clusters =
            Clusters.on(
                PostgresServers.get(18), directory, 2, "CREATE TABLE a (id bigint PRIMARY KEY)");
        Connection holder = clusters.shard(1).connect();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("SET application_name = 'the-holder'");
      statement.execute("LOCK TABLE pg_catalog.pg_publication IN ACCESS EXCLUSIVE MODE");
      Process process = start(clusters);
      String told =
          await(
              "it has not said that it waits",
              this::err,
              err -> err.contains("waits for a lock on pg_publication, "));
      assertThat(told.lines().filter(l -> l.contains("waits for a lock")))
          .singleElement()
          .asString()
          .startsWith("destination shard 1 (")
          .contains("which is held or asked for by process ", ", the-holder (its latest query");
      assertThat(told).doesNotContain("verified");
      holder.rollback();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(err()).isZero();
      assertThat(err())
          .contains("verified: every shard")
          .as("what libraries say of themselves")
          .doesNotContain("SLF4J");
      assertThat(directory.resolve("out")).isEmptyFile();
    }
  }

  /** A script that nobody could write down is none. */
  @ParameterizedTest
  @ValueSource(strings = {">/dev/full", ">&-"})
  void aScriptThatCannotBeWrittenIsAFailure(String output) throws Exception {
    if (!Files.exists(Path.of("/dev/full"))) {
      throw new TestAbortedException("no /dev/full to write to");
    }
    try (Clusters clusters =
        Clusters.on(
            PostgresServers.get(18), directory, 1, "CREATE TABLE a (id bigint PRIMARY KEY)")) {
      ProcessBuilder builder = command(clusters, "--dry-run");
      List<String> shell = new ArrayList<>(List.of("/bin/sh", "-c", "\"$@\" " + output, "sh"));
      shell.addAll(builder.command());
      Process process = builder.command(shell).start();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(err())
          .contains("error: the result could not be written to standard output")
          .doesNotContain("Exception", "SLF4J");
      assertThat(process.exitValue()).as(err()).isEqualTo(ExitStatus.FAILED.code());
    }
  }

  private String err() throws IOException {
    return Files.readString(directory.resolve("err"));
  }

  private Process start(Clusters clusters) throws IOException {
    return command(clusters).start();
  }

  private ProcessBuilder command(Clusters clusters, String... options) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                Main.class.getName()));
    command.addAll(List.of(clusters.files()));
    command.addAll(List.of(Clusters.SYNC));
    command.addAll(List.of(options));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(directory.resolve("out").toFile())
            .redirectError(directory.resolve("err").toFile());
    // As an option it would be longer than what the system tells of a command line.
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    return builder;
  }

  private static void awaitActive(TestDatabase shard, String query)
      throws IOException, SQLException, InterruptedException {
    await(
        "the statement has not begun",
        () ->
            Clusters.values(
                shard,
                """
                SELECT pid FROM pg_stat_activity
                WHERE datname = current_database() AND application_name = 'pgdog'
                  AND state = 'active' AND wait_event = 'PgSleep' AND query LIKE '%s'
                """
                    .formatted(query)),
        pids -> !pids.isEmpty());
  }

  /** What is to be seen of the process, once it is as expected. */
  @CanIgnoreReturnValue
  private static <T> T await(String otherwise, Sight<T> sight, Predicate<T> expected)
      throws IOException, SQLException, InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    T seen = sight.see();
    while (!expected.test(seen)) {
      assertThat(System.nanoTime()).as("%s: %s", otherwise, seen).isLessThan(end);
      Thread.sleep(50);
      seen = sight.see();
    }
    return seen;
  }

  /** What there is to be seen. */
  private interface Sight<T> {
    T see() throws IOException, SQLException;
  }
}
