package dev.schemasync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemasync.cli.CommandRun;
import dev.schemasync.cli.ExitStatus;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.ServerOptions;
import dev.schemasync.testkit.server.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shard goes away in the middle of a run. */
class LostShardTest {
  /** Its index takes two seconds to build where the table has rows. */
  static final String[] SLOW = {
    """
    CREATE FUNCTION slow(x bigint) RETURNS bigint LANGUAGE plpgsql IMMUTABLE AS
    $$ BEGIN PERFORM pg_sleep(0.2); RETURN x; END $$
    """,
    "CREATE TABLE a (id bigint PRIMARY KEY)",
    "CREATE INDEX a_slow ON a (slow(id))",
    "CREATE TABLE b (id bigint PRIMARY KEY, x int)",
    "CREATE INDEX b_x ON b (x)"
  };

  static final String ROWS = "INSERT INTO a SELECT generate_series(1, 10)";

  @TempDir private Path directory;

  @Test
  void aSessionIsTerminated() throws Exception {
    try (Clusters clusters = Clusters.on(PostgresServers.get(18), directory, 2, SLOW)) {
      clusters.sync().assertStatus(ExitStatus.DONE);
      clusters.shard(1).execute(ROWS);
      CompletableFuture<CommandRun> running = start(clusters);
      awaitBuild(clusters.shard(1));
      assertThat(
              Clusters.values(
                  clusters.shard(1),
                  """
                  SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity
                  WHERE datname = current_database() AND query LIKE 'CREATE INDEX%a_slow%'
                  """))
          .containsExactly("true");
      assertLost(running.get(60, TimeUnit.SECONDS));
      clusters.sync("--data-sync-complete").assertStatus(ExitStatus.DONE);
    }
  }

  /** In pre-data, when it has run everything and waits for the other shard. */
  @Test
  void aWaitingSessionIsTerminated() throws Exception {
    try (Clusters clusters = Clusters.on(PostgresServers.get(18), directory, 2, SLOW)) {
      clusters
          .shard(1)
          .execute(
              """
              CREATE FUNCTION terminate() RETURNS event_trigger LANGUAGE plpgsql AS $$
              BEGIN
                LOOP
                  PERFORM pg_terminate_backend(pid) FROM pg_stat_activity
                  WHERE datname = '%s' AND state = 'idle in transaction'
                    AND query = 'SET CONSTRAINTS ALL IMMEDIATE';
                  EXIT WHEN FOUND;
                  PERFORM pg_sleep(0.01), pg_stat_clear_snapshot();
                END LOOP;
              END $$
              """
                  .formatted(clusters.shard(0).name()),
              "CREATE EVENT TRIGGER terminate ON ddl_command_end WHEN TAG IN ('CREATE FUNCTION')"
                  + " EXECUTE FUNCTION terminate()");
      clusters
          .sync()
          .assertStatus(ExitStatus.UNREACHABLE)
          .assertNoResult()
          .assertReadable()
          .assertOneError()
          .assertSays("error: shard 0", "terminating connection due to administrator command");
      clusters.shard(1).execute("DROP EVENT TRIGGER terminate", "DROP FUNCTION terminate()");
      clusters.sync().assertStatus(ExitStatus.DONE);
    }
  }

  @Test
  void aServerStops() throws Exception {
    try (PostgresServer doomed = PostgresServers.start(ServerOptions.of(18))) {
      Clusters clusters = Clusters.on(PostgresServers.get(18), directory, List.of(doomed), 1, SLOW);
      // What is on the doomed server goes with it.
      try (TestDatabase source = clusters.source();
          TestDatabase standing = clusters.shard(0)) {
        clusters.sync().assertStatus(ExitStatus.DONE);
        clusters.shard(1).execute(ROWS);
        CompletableFuture<CommandRun> running = start(clusters);
        awaitBuild(clusters.shard(1));
        stop(doomed);
        assertLost(running.get(60, TimeUnit.SECONDS));
        assertThat(Clusters.values(standing, "SELECT 'public.a'::regclass")).hasSize(1);
        assertThat(Clusters.values(source, "SELECT 'public.a'::regclass")).hasSize(1);
      }
    }
  }

  /** Ends the server before its test does. */
  private static void stop(PostgresServer server) {
    server.close();
  }

  private static CompletableFuture<CommandRun> start(Clusters clusters) {
    return CompletableFuture.supplyAsync(
        () -> clusters.sync("--data-sync-complete", "--no-concurrently", "--jobs=1"));
  }

  /** Waits until the slow index is being built. */
  static void awaitBuild(TestDatabase shard) throws SQLException, InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (Clusters.values(
            shard,
            """
            SELECT pid FROM pg_stat_activity
            WHERE datname = current_database() AND state = 'active'
              AND query LIKE 'CREATE INDEX%a_slow%'
            """)
        .isEmpty()) {
      assertThat(System.nanoTime()).as("the build has not begun").isLessThan(end);
      Thread.sleep(20);
    }
  }

  private static void assertLost(CommandRun run) {
    run.assertStatus(ExitStatus.UNREACHABLE)
        .assertNoResult()
        .assertReadable()
        .assertSays(
            "error: shard 1",
            "create index public.a_slow failed",
            "what is done is not done twice; then run the same command again",
            "1 failed");
    // Every statement of both shards is accounted for.
    assertThat(run.err()).containsPattern("shard 0 \\(.*\\): post-data: \\d+ done");
    assertThat(run.err()).containsPattern("shard 1 \\(.*\\): post-data: \\d+ done, 1 failed");
    assertThat(run.err().lines().filter(l -> l.startsWith("error"))).hasSize(1);
  }
}
