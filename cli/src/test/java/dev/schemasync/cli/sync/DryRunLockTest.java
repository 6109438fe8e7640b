package dev.schemasync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.schemasync.cli.CommandRun;
import dev.schemasync.cli.ExitStatus;
import dev.schemasync.executor.DestinationLock;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dry run and other runs, those that go on and those that were killed. */
class DryRunLockTest {
  private static final String TABLE = "CREATE TABLE a (id bigint PRIMARY KEY)";

  @TempDir private Path directory;

  @Test
  void itWaitsForNoOtherRun() throws Exception {
    try (Clusters clusters = Clusters.on(PostgresServers.get(18), directory, 2, TABLE);
        Connection other = clusters.shard(1).connect();
        Statement statement = other.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(%d)".formatted(DestinationLock.KEY));
      clusters
          .sync("--dry-run")
          .assertStatus(ExitStatus.FAILED)
          .assertNoResult()
          .assertOneError()
          .assertSays("shard 1", "another run works on it");
    }
  }

  /** What it asks a shard would otherwise be answered in the middle of another run. */
  @Test
  void noOtherRunBeginsWhileItAsksForTexts() throws Exception {
    try (Clusters clusters =
        Clusters.on(
            PostgresServers.get(18),
            directory,
            1,
            "CREATE TABLE a (id bigint PRIMARY KEY, s varchar CHECK (s IN ('a', 'b')))")) {
      clusters.sync().assertStatus(ExitStatus.DONE);
      TestDatabase shard = clusters.shard(0);
      shard.execute(
          """
          CREATE FUNCTION hold() RETURNS event_trigger LANGUAGE plpgsql AS $$
          BEGIN
            WHILE EXISTS (
              SELECT FROM pg_locks l JOIN pg_database d ON d.oid = l.database
              WHERE l.locktype = 'advisory' AND l.objid = 4711 AND d.datname = current_database())
            LOOP
              PERFORM pg_sleep(0.05);
            END LOOP;
          END $$
          """,
          "CREATE EVENT TRIGGER hold ON ddl_command_end WHEN TAG IN ('CREATE VIEW')"
              + " EXECUTE FUNCTION hold()");
      try (Connection holder = shard.connect();
          Statement statement = holder.createStatement();
          ExecutorService thread = Executors.newSingleThreadExecutor()) {
        statement.execute("SELECT pg_advisory_lock(4711)");
        Future<CommandRun> dry = thread.submit(() -> clusters.sync("--dry-run"));
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (Clusters.values(
                shard,
                """
                SELECT pid FROM pg_stat_activity
                WHERE datname = current_database() AND application_name = 'pgdog'
                  AND state = 'active' AND query LIKE 'CREATE VIEW%'
                """)
            .isEmpty()) {
          assertThat(System.nanoTime()).as("it does not ask").isLessThan(end);
          Thread.sleep(20);
        }
        clusters
            .sync()
            .assertStatus(ExitStatus.FAILED)
            .assertNoResult()
            .assertOneError()
            .assertSays("shard 0", "another run works on it");
        assertThat(dry.isDone()).isFalse();
        statement.execute("SELECT pg_advisory_unlock(4711)");
        dry.get().assertStatus(ExitStatus.DONE);
        assertThat(dry.get().out()).contains("-- pre-data: nothing to do");
      }
      clusters.sync().assertStatus(ExitStatus.DONE);
    }
  }

  /** Left by a run that had decided, by one that had not, and by one of which nobody knows. */
  @Test
  void itTellsWhatBecomesOfLeftoversAndTouchesNone() throws Exception {
    try (Clusters clusters = Clusters.on(PostgresServers.get(18), directory, 2, TABLE)) {
      String decided = leave(clusters, "a1", "d");
      record(clusters, "a1", 2147483701L, "committed");
      String undecided = leave(clusters, "a2", "u");
      record(clusters, "a2", 2147483702L, "open");
      String unknown = leave(clusters, "a3", "n");

      CommandRun dry = clusters.sync("--dry-run").assertStatus(ExitStatus.FAILED).assertNoResult();
      dry.assertReadable()
          .assertSays(
              "error: shard 1",
              "'%s' behind; that run has committed on another shard".formatted(decided),
              "commits it, as COMMIT PREPARED '%s'".formatted(decided),
              "'%s' behind; that run has committed on no shard".formatted(undecided),
              "rolls it back, as ROLLBACK PREPARED '%s'".formatted(undecided),
              "'%s' behind; what is to become of it cannot be told".formatted(unknown),
              "no script is printed");
      assertThat(left(clusters)).containsExactly(decided, undecided, unknown);

      clusters
          .sync()
          .assertStatus(ExitStatus.FAILED)
          .assertOneError()
          .assertSays("COMMIT PREPARED '" + unknown, "ROLLBACK PREPARED '" + unknown);
      assertThat(left(clusters)).hasSize(3);
      clusters.shard(1).execute("ROLLBACK PREPARED '%s'".formatted(unknown));

      clusters
          .sync()
          .assertStatus(ExitStatus.DONE)
          .assertSays(decided + " of an earlier run was committed", "was rolled back");
      assertThat(Clusters.values(clusters.shard(1), "SELECT to_regclass('d')::text"))
          .containsExactly("d");
      assertThat(left(clusters)).isEmpty();
      assertThat(Clusters.values(clusters.shard(0), "SELECT oid FROM pg_largeobject_metadata"))
          .isEmpty();
      clusters.sync("--dry-run").assertStatus(ExitStatus.DONE);
    }
  }

  /** A transaction of shard 0 that has ended decides. */
  private static String leave(Clusters clusters, String run, String table) throws SQLException {
    TestDatabase coordinator = clusters.shard(0);
    String gid =
        "schemasync_%s_%s_%s_1"
            .formatted(
                run,
                Clusters.values(coordinator, "SELECT system_identifier FROM pg_control_system()")
                    .getFirst(),
                Clusters.values(coordinator, "SELECT pg_current_xact_id()").getFirst());
    clusters
        .shard(1)
        .execute("BEGIN; CREATE TABLE %s (a int); PREPARE TRANSACTION '%s'".formatted(table, gid));
    return gid;
  }

  private static void record(Clusters clusters, String run, long number, String state)
      throws SQLException {
    clusters
        .shard(0)
        .execute(
            "SELECT lo_create(%d)".formatted(number),
            "COMMENT ON LARGE OBJECT %d IS 'schemasync run %s: %s'".formatted(number, run, state));
  }

  private static ImmutableList<String> left(Clusters clusters) throws SQLException {
    return Clusters.values(
        clusters.shard(1),
        "SELECT gid FROM pg_prepared_xacts WHERE database = current_database() ORDER BY gid");
  }
}
