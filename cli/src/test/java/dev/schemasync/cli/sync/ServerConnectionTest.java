package dev.schemasync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.schemasync.cli.config.Access;
import dev.schemasync.cli.config.ClusterResolver;
import dev.schemasync.cli.config.SettingsReader;
import dev.schemasync.cli.config.Shard;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of a shard's servers takes a connection. */
class ServerConnectionTest {
  @TempDir private Path directory;
  private final PostgresServer server = PostgresServers.get(18);
  private int closedPort;

  @BeforeEach
  void findClosedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      closedPort = socket.getLocalPort();
    }
  }

  @Test
  void aServerThatIsAwayIsPassedOver() throws Exception {
    ServerConnection connection = autoServers(closedPort, "postgres", server.port(), "postgres");
    assertThat(connection.display()).isEqualTo("localhost:" + closedPort + "/postgres");
    try (Connection open = connection.open()) {
      assertThat(open.getMetaData().getURL()).contains(":" + server.port() + "/");
    }
  }

  @Test
  void theFirstThatAnswersIsTaken() throws Exception {
    ServerConnection connection = autoServers(server.port(), "postgres", closedPort, "postgres");
    try (Connection open = connection.open()) {
      assertThat(open.getMetaData().getURL()).contains(":" + server.port() + "/");
    }
  }

  @Test
  void everyRefusalIsTold() throws Exception {
    ServerConnection connection = autoServers(closedPort, "postgres", server.port(), "nowhere");
    SQLException refused = catchThrowableOfType(SQLException.class, connection::open);
    assertThat(refused.getMessage())
        .contains("localhost:%d/postgres: ".formatted(closedPort))
        .contains("localhost:%d/nowhere: ".formatted(server.port()))
        .contains("does not exist");
    // The server that answered knows better what is wrong than one that is away.
    assertThat(refused.getSQLState()).isEqualTo("3D000");
  }

  private ServerConnection autoServers(
      int firstPort, String firstDatabase, int secondPort, String secondDatabase) throws Exception {
    Path pgdog =
        Files.writeString(
            directory.resolve("pgdog.toml"),
            entry("from", closedPort, "elsewhere", "primary")
                + entry("to", firstPort, firstDatabase, "auto")
                + entry("to", secondPort, secondDatabase, "auto"));
    Path users =
        Files.writeString(
            directory.resolve("users.toml"),
            Clusters.users(server.superuser(), server.superuserPassword()));
    Shard shard =
        new ClusterResolver(SettingsReader.read(pgdog, users, Map.of()))
            .resolve("from", "to")
            .destination()
            .shards()
            .getFirst();
    return new ServerConnection(shard.writeCandidates(), Access.WRITE);
  }

  private String entry(String cluster, int port, String database, String role) {
    return """
    [[databases]]
    name = "%s"
    host = "localhost"
    port = %d
    database_name = "%s"
    role = "%s"
    """
        .formatted(cluster, port, database, role);
  }
}
