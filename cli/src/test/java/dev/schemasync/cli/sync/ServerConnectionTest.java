package dev.schemasync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.schemasync.cli.config.Access;
import dev.schemasync.cli.config.ClusterResolver;
import dev.schemasync.cli.config.ServerTarget;
import dev.schemasync.cli.config.SettingsReader;
import dev.schemasync.cli.config.Vigilance;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import jdk.net.ExtendedSocketOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.postgresql.core.SocketFactoryFactory;

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

  @Test
  void eitherEndNoticesThatTheOtherVanished() throws Exception {
    ServerTarget target = autoServers().getFirst();
    ServerConnection connection = new ServerConnection(List.of(target), Access.WRITE);
    try (Connection open = connection.open()) {
      assertThat(shown(open, "tcp_keepalives_idle")).isEqualTo("60");
      assertThat(shown(open, "tcp_keepalives_interval")).isEqualTo("10");
      assertThat(shown(open, "tcp_keepalives_count")).isEqualTo("6");
      assertThat(shown(open, "tcp_user_timeout")).isEqualTo("120000");
      assertThat(shown(open, "client_connection_check_interval")).isEqualTo("5s");
    }
    Properties properties = target.jdbcProperties(Access.WRITE, Vigilance.AT_WORK);
    assertThat(properties).containsEntry("tcpKeepAlive", "true");
    try (Socket socket =
        SocketFactoryFactory.getSocketFactory(properties)
            .createSocket(server.host(), server.port())) {
      assertThat(socket.getKeepAlive()).isTrue();
      assertThat(socket.supportedOptions()).contains(ExtendedSocketOptions.TCP_KEEPIDLE);
      assertThat(socket.getOption(ExtendedSocketOptions.TCP_KEEPIDLE)).isEqualTo(60);
      assertThat(socket.getOption(ExtendedSocketOptions.TCP_KEEPINTERVAL)).isEqualTo(10);
      assertThat(socket.getOption(ExtendedSocketOptions.TCP_KEEPCOUNT)).isEqualTo(6);
    }
  }

  @Test
  void whatTheFileSaysOfTcpCounts() throws Exception {
    try (Connection open =
        open("[tcp]\ntime = 1500\ninterval = 200\nretries = 9\nuser_timeout = 7\n")) {
      assertThat(shown(open, "tcp_keepalives_idle")).isEqualTo("2");
      assertThat(shown(open, "tcp_keepalives_interval")).isEqualTo("1");
      assertThat(shown(open, "tcp_keepalives_count")).isEqualTo("9");
    }
    try (Connection open = open("[tcp]\nkeepalive = false\n")) {
      assertThat(shown(open, "tcp_user_timeout")).isEqualTo("0");
    }
  }

  /** PostgreSQL 13 knows no check while it works, and refuses a connection that asks for it. */
  @Test
  void anOlderServerDoesWhatItCan() throws Exception {
    PostgresServer older = PostgresServers.get(13);
    ServerConnection connection =
        new ServerConnection(
            targets("", entry("to", older.port(), "postgres", "auto")), Access.WRITE);
    for (int i = 0; i < 2; i++) {
      try (Connection open = connection.open()) {
        assertThat(shown(open, "tcp_keepalives_idle")).isEqualTo("60");
      }
    }
  }

  /** A killed client leaves no statement behind that runs for hours and holds its locks. */
  @Test
  void aServerAtWorkNoticesThatItsClientIsGone() throws Exception {
    Connection abandoned = new ServerConnection(autoServers(), Access.WRITE).open();
    int pid = abandoned.unwrap(PGConnection.class).getBackendPID();
    Thread worker =
        Thread.ofVirtual()
            .start(
                () -> {
                  try (Statement statement = abandoned.createStatement()) {
                    statement.execute("SELECT pg_sleep(600)");
                  } catch (SQLException e) {
                    // Its socket is closed under it.
                  }
                });
    try (Connection watching = server.connect("postgres")) {
      Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
      while (!state(watching, pid).equals("active")) {
        assertThat(Instant.now()).isBefore(deadline);
      }
      abandoned.abort(Runnable::run);
      while (!state(watching, pid).isEmpty()) {
        assertThat(Instant.now()).as("the session outlives its client").isBefore(deadline);
      }
    }
    worker.join();
  }

  private static String state(Connection watching, int pid) throws SQLException {
    try (var query =
        watching.prepareStatement(
            "SELECT state FROM pg_stat_activity WHERE pid = ? AND query LIKE '%pg_sleep(600)%'")) {
      query.setInt(1, pid);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getString(1) : "";
      }
    }
  }

  private static String shown(Connection connection, String setting) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW " + setting)) {
      row.next();
      return row.getString(1);
    }
  }

  private Connection open(String tcp) throws Exception {
    return new ServerConnection(
            targets(tcp, entry("to", server.port(), "postgres", "auto")), Access.WRITE)
        .open();
  }

  private List<ServerTarget> autoServers() throws Exception {
    return targets("", entry("to", server.port(), "postgres", "auto"));
  }

  private ServerConnection autoServers(
      int firstPort, String firstDatabase, int secondPort, String secondDatabase) throws Exception {
    return new ServerConnection(
        targets(
            "",
            entry("to", firstPort, firstDatabase, "auto")
                + entry("to", secondPort, secondDatabase, "auto")),
        Access.WRITE);
  }

  private List<ServerTarget> targets(String settings, String entries) throws Exception {
    Path pgdog =
        Files.writeString(
            directory.resolve("pgdog.toml"),
            settings + entry("from", closedPort, "elsewhere", "primary") + entries);
    Path users =
        Files.writeString(
            directory.resolve("users.toml"),
            Clusters.users(server.superuser(), server.superuserPassword()));
    return new ClusterResolver(SettingsReader.read(pgdog, users, Map.of()))
        .resolve("from", "to")
        .destination()
        .shards()
        .getFirst()
        .writeCandidates();
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
