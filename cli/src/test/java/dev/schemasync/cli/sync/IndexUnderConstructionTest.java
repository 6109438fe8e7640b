package dev.schemasync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.schemasync.cli.ExitStatus;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An index that somebody is building is invalid, but nothing that may be dropped. */
class IndexUnderConstructionTest {
  private static final String POST_DATA = "--data-sync-complete";
  private static final String ADMIN = "pgdog_index_admin";

  @TempDir private Path directory;

  @ParameterizedTest(name = "PostgreSQL {0}")
  @ValueSource(ints = {13, 18})
  void isWaitedForAndKept(int major) throws Exception {
    PostgresServer server = PostgresServers.get(major);
    try (Clusters clusters = on(server)) {
      whileBuilding(
          clusters.shard(0),
          () ->
              clusters
                  .sync(POST_DATA)
                  .assertStatus(ExitStatus.FAILED)
                  .assertSays(
                      "error [index-under-construction] shard 0: The index public.t_n",
                      "pg_cancel_backend(",
                      "nothing was changed"));
      ImmutableList<String> built = index(clusters.shard(0));
      clusters.sync(POST_DATA).assertStatus(ExitStatus.DONE).assertSays("verified");
      assertThat(index(clusters.shard(0))).isEqualTo(built);
    }
  }

  @ParameterizedTest(name = "PostgreSQL {0}")
  @ValueSource(ints = {13, 18})
  void isSeenByWhoMayNotSeeWhatOthersDo(int major) throws Exception {
    PostgresServer server = PostgresServers.get(major);
    server.execute(
        PostgresServer.MAINTENANCE_DATABASE, "CREATE ROLE " + ADMIN + " LOGIN PASSWORD 'x'");
    try (Clusters clusters = on(server)) {
      clusters.write("users.toml", Clusters.users(ADMIN, "x"));
      clusters.edit(
          "pgdog.toml",
          "name = \"prod\"",
          "name = \"prod\"\nuser = \"%s\"\npassword = \"%s\""
              .formatted(server.superuser(), server.superuserPassword()));
      whileBuilding(
          clusters.shard(0),
          () ->
              clusters
                  .sync(POST_DATA)
                  .assertStatus(ExitStatus.FAILED)
                  .assertSays("error [index-under-construction] shard 0: The index public.t_n"));
    } finally {
      server.execute(PostgresServer.MAINTENANCE_DATABASE, "DROP ROLE " + ADMIN);
    }
  }

  @ParameterizedTest(name = "PostgreSQL {0}")
  @ValueSource(ints = {13, 18})
  void aFailedBuildIsBuiltAnew(int major) throws Exception {
    try (Clusters clusters = on(PostgresServers.get(major))) {
      TestDatabase shard = clusters.shard(0);
      shard.execute("INSERT INTO t VALUES (1, 1), (2, 1)");
      try (Connection connection = shard.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE UNIQUE INDEX CONCURRENTLY t_n ON t (n)");
      } catch (SQLException duplicates) {
        assertThat(duplicates.getSQLState()).isEqualTo("23505");
      }
      shard.execute("DELETE FROM t");
      assertThat(index(shard).getFirst()).endsWith(" false");
      clusters.sync(POST_DATA).assertStatus(ExitStatus.DONE);
      assertThat(index(shard).getFirst()).endsWith(" true");
    }
  }

  private Clusters on(PostgresServer server) throws Exception {
    Clusters clusters =
        Clusters.on(
            server,
            directory,
            1,
            "CREATE TABLE t (id int PRIMARY KEY, n int)",
            "CREATE UNIQUE INDEX t_n ON t (n)");
    clusters.sync().assertStatus(ExitStatus.DONE);
    return clusters;
  }

  /** Its identity on the server, and whether it is valid. */
  private static ImmutableList<String> index(TestDatabase shard) throws SQLException {
    return Clusters.values(
        shard,
        "SELECT indexrelid || ' ' || indisvalid FROM pg_index WHERE indexrelid = 't_n'::regclass");
  }

  /** Does something while another session builds the index, which waits for a writer. */
  private static void whileBuilding(TestDatabase shard, Runnable action) throws Exception {
    try (Connection writer = shard.connect();
        Statement write = writer.createStatement();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      writer.setAutoCommit(false);
      write.execute("INSERT INTO t VALUES (1, 1)");
      Future<?> building =
          threads.submit(
              () -> {
                try (Connection builder = shard.connect();
                    Statement build = builder.createStatement()) {
                  return build.execute("CREATE UNIQUE INDEX CONCURRENTLY t_n ON t (n)");
                }
              });
      try {
        while (Clusters.values(shard, "SELECT 1 FROM pg_class WHERE relname = 't_n'").isEmpty()) {
          Thread.onSpinWait();
        }
        action.run();
      } finally {
        writer.rollback();
      }
      building.get();
    }
  }
}
