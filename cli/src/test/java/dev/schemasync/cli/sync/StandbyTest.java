package dev.schemasync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.common.collect.ObjectArrays;
import dev.schemasync.cli.ExitStatus;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.ServerOptions;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of the servers of a source shard is read: values only from its primary. */
class StandbyTest {
  private static final String POST_DATA = "--data-sync-complete";
  private static final String CUTOVER = "--cutover";

  private static PostgresServer primary;
  private static PostgresServer standby;

  @TempDir private Path directory;
  private Clusters clusters;

  @BeforeAll
  static void startServers() {
    assumeThat(System.getProperty(PostgresServers.PROVIDER_PROPERTY, "embedded"))
        .as("only the embedded servers can be copied to make a standby")
        .isEqualTo("embedded");
    primary = PostgresServers.start(ServerOptions.of(18));
    standby = PostgresServers.startStandby(primary);
  }

  @AfterAll
  static void stopServers() {
    if (primary != null) {
      standby.close();
      primary.close();
    }
  }

  @BeforeEach
  void start() throws IOException, SQLException {
    clusters =
        Clusters.on(
            primary,
            directory,
            1,
            "CREATE TABLE t (id int PRIMARY KEY)",
            "CREATE SEQUENCE s",
            "CREATE UNLOGGED TABLE u (id serial PRIMARY KEY)");
    standby.awaitReplay(primary);
  }

  @AfterEach
  void stop() throws SQLException {
    clusters.close();
  }

  /** Names the servers of the source, as pairs of a port and a role. */
  private void source(Object... portsAndRoles) throws IOException {
    StringBuilder entries = new StringBuilder();
    for (int i = 0; i < portsAndRoles.length; i += 2) {
      entries.append(
          """
          [[databases]]
          name = "prod"
          host = "%s"
          port = %s
          database_name = "%s"
          role = "%s"
          """
              .formatted(
                  primary.host(),
                  portsAndRoles[i],
                  clusters.source().name(),
                  portsAndRoles[i + 1]));
    }
    clusters.write("pgdog.toml", entries + clusters.destinationEntries());
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private String value() throws SQLException {
    return Clusters.values(clusters.shard(0), "SELECT last_value FROM s").getFirst();
  }

  @Test
  void aSchemaMayComeFromAStandbyAndValuesMayNot() throws Exception {
    source(standby.port(), "replica");
    clusters
        .sync()
        .assertStatus(ExitStatus.DONE)
        .assertSays(
            "note [source-standby] Shard 0 of the source was read from",
            ":" + standby.port() + "/",
            "which is a standby");
    for (String stage : new String[] {POST_DATA, CUTOVER}) {
      for (String[] more : new String[][] {{}, {"--dry-run"}, {"--ignore-errors"}}) {
        clusters
            .sync(ObjectArrays.concat(stage, more))
            .assertStatus(ExitStatus.USAGE)
            .assertNoResult()
            .assertOneError()
            .assertSays(
                "error: source shard 0",
                ":" + standby.port() + "/",
                "is a standby",
                "primary",
                "pgdog.toml");
      }
      clusters
          .sync(stage, "--accept", "source-standby")
          .assertStatus(ExitStatus.USAGE)
          .assertSays("source-standby cannot be accepted");
    }
    assertThat(value()).isEqualTo("1");
    assertThat(Clusters.values(clusters.shard(0), "SELECT 1 FROM pg_publication")).isEmpty();
  }

  @Test
  void thePrimaryIsFoundWhereverTheFileNamesIt() throws Exception {
    source(primary.port(), "primary");
    clusters.sync().assertStatus(ExitStatus.DONE);
    int value = 10;
    for (Object[] servers :
        new Object[][] {
          {standby.port(), "auto", primary.port(), "auto"},
          {standby.port(), "primary", primary.port(), "replica"},
          {closedPort(), "primary", standby.port(), "auto", primary.port(), "replica"}
        }) {
      source(servers);
      for (String stage : new String[] {POST_DATA, CUTOVER}) {
        value++;
        standby.execute(PostgresServer.MAINTENANCE_DATABASE, "SELECT pg_wal_replay_pause()");
        try {
          clusters.source().execute("SELECT setval('s', " + value + ")");
          assertThat(clusters.sync(stage).assertStatus(ExitStatus.DONE).err())
              .doesNotContain("source-standby");
        } finally {
          standby.execute(PostgresServer.MAINTENANCE_DATABASE, "SELECT pg_wal_replay_resume()");
        }
        assertThat(value()).isEqualTo(Integer.toString(value));
      }
    }
  }

  @Test
  void anAutoServerThatIsAStandbyIsPassedOverForTheSchemaToo() throws Exception {
    source(standby.port(), "auto", primary.port(), "auto");
    standby.execute(PostgresServer.MAINTENANCE_DATABASE, "SELECT pg_wal_replay_pause()");
    try {
      clusters.source().execute("CREATE TABLE late (id int PRIMARY KEY)");
      assertThat(clusters.sync().assertStatus(ExitStatus.DONE).err())
          .doesNotContain("source-standby");
    } finally {
      standby.execute(PostgresServer.MAINTENANCE_DATABASE, "SELECT pg_wal_replay_resume()");
    }
    assertThat(Clusters.values(clusters.shard(0), "SELECT 'late'::regclass")).hasSize(1);
  }

  @Test
  void aPrimaryThatIsDownIsNeededForValuesOnly() throws Exception {
    int down = closedPort();
    source(down, "primary", standby.port(), "replica");
    clusters
        .sync()
        .assertStatus(ExitStatus.DONE)
        .assertSays("note [source-standby] Shard 0 of the source was read from", ":" + down + "/");
    for (String stage : new String[] {POST_DATA, CUTOVER}) {
      clusters
          .sync(stage)
          .assertStatus(ExitStatus.UNREACHABLE)
          .assertOneError()
          .assertSays("error: source shard 0", ":" + down + "/", "refused", "is a standby");
    }
    assertThat(value()).isEqualTo("1");
  }
}
