package dev.schemasync.cli.sync;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemasync.cli.CommandRun;
import dev.schemasync.cli.ExitStatus;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.ServerOptions;
import dev.schemasync.testkit.server.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that others leave no room on is told with what makes room. */
class CrowdedServerTest {
  private static final String TABLE = "CREATE TABLE t (id bigint PRIMARY KEY)";

  @TempDir private Path directory;

  @Test
  void aFullLockTableWhileReading() throws Exception {
    try (PostgresServer small =
            PostgresServers.start(
                ServerOptions.of(18).withSetting("max_locks_per_transaction", "10"));
        Clusters clusters = Clusters.on(small, directory, 1, TABLE);
        Connection other = clusters.source().connect();
        Statement statement = other.createStatement()) {
      // What it has got when there is no more room, it keeps.
      assertThatThrownBy(
              () ->
                  statement.execute(
                      "SELECT pg_advisory_lock(n) FROM generate_series(1, 1000000) n"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("out of shared memory");
      CommandRun run = clusters.sync().assertStatus(ExitStatus.FAILED).assertNoResult();
      run.assertOneError()
          .assertSays(
              "out of shared memory",
              "SQLSTATE 53200; raise max_locks_per_transaction on that server and restart it");
      // A backend ends some time after its connection is closed: whoever drops the databases must
      // find room before that.
      statement.execute("SELECT pg_advisory_unlock_all()");
    }
  }

  @Test
  void noConnectionIsLeftForTheRole() throws Exception {
    String role = "pgdog_test_crowded";
    try (Clusters clusters = Clusters.on(PostgresServers.get(18), directory, 1, TABLE)) {
      TestDatabase source = clusters.source();
      source.execute("CREATE ROLE %s LOGIN CONNECTION LIMIT 0".formatted(role));
      try {
        clusters.write("users.toml", Clusters.users(role, "any"));
        clusters
            .sync()
            .assertStatus(ExitStatus.UNREACHABLE)
            .assertOneError()
            .assertSays("too many connections for role", "raise the limit: CONNECTION LIMIT");
      } finally {
        source.execute("DROP ROLE " + role);
      }
    }
  }
}
