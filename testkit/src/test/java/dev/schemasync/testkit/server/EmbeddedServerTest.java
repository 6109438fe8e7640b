package dev.schemasync.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedServerTest {

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void startsConnectsAndCreatesDatabases(int major) throws Exception {
    PostgresServer server = PostgresServers.get(major);
    try (TestDatabase database = server.freshDatabase("odd \"name\" + %")) {
      database.execute("CREATE TABLE t (a int); INSERT INTO t VALUES (1), (2)");
      assertThat(query(database.connect(), "SELECT sum(a) FROM t")).isEqualTo("3");
      assertThat(query(database.connect(), "SHOW server_version")).startsWith(major + ".");
      assertThat(query(database.connect(), "SHOW server_encoding")).isEqualTo("UTF8");
      assertThat(query(database.connect(), "SELECT 'B' < 'a'"))
          .as("sorted by code point")
          .isEqualTo("t");
    }
    assertThat(server.majorVersion()).isEqualTo(major);
    assertThat(server.setting("max_prepared_transactions")).isEqualTo("64");
    assertThat(server.setting("wal_level")).isEqualTo("logical");
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void aStandbyFollowsItsPrimary(int major) throws Exception {
    try (PostgresServer primary = PostgresServers.start(ServerOptions.of(major));
        PostgresServer standby = PostgresServers.startStandby(primary)) {
      primary.execute(PostgresServer.MAINTENANCE_DATABASE, "CREATE TABLE followed (id int)");
      standby.awaitReplay(primary);
      assertThatThrownBy(
              () ->
                  standby.execute(
                      PostgresServer.MAINTENANCE_DATABASE, "INSERT INTO followed VALUES (1)"))
          .hasMessageContaining("read-only transaction");
    }
  }

  @Test
  void theSharedServerOfAVersionIsOneAndSurvivesClosing() throws Exception {
    PostgresServer server = PostgresServers.get(18);
    PostgresServers.get(18).close();
    assertThat(PostgresServers.get(18)).isSameAs(server);
    assertThat(server.setting("server_version_num")).startsWith("18");
  }

  @Test
  void aPrivateServerHasItsOwnSettingsAndStopsWhenClosed() throws Exception {
    PostgresServer stopped;
    try (PostgresServer server =
        PostgresServers.start(ServerOptions.of(18).withSetting("max_prepared_transactions", "0"))) {
      stopped = server;
      assertThat(server.port()).isNotEqualTo(PostgresServers.get(18).port());
      assertThat(server.setting("max_prepared_transactions")).isEqualTo("0");
    }
    assertThatThrownBy(() -> stopped.connect("postgres")).hasMessageContaining("refused");
  }

  @Test
  void leavesNoFilesBehind() throws Exception {
    Path data;
    try (PostgresServer server = PostgresServers.start(ServerOptions.of(18))) {
      data = Path.of(server.setting("data_directory"));
      assertThat(data).isDirectory();
    }
    assertThat(data.getParent()).doesNotExist();
  }

  @Test
  void checksPasswordsWhenAsked() throws Exception {
    try (PostgresServer server =
        PostgresServers.start(ServerOptions.of(13).withPasswordAuthentication())) {
      assertThat(query(server.connect("postgres"), "SELECT 1")).isEqualTo("1");
      assertThatThrownBy(() -> server.connect("postgres", "postgres", "wrong"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
      server.execute("postgres", "CREATE ROLE someone LOGIN PASSWORD 'secret'");
      assertThat(query(server.connect("postgres", "someone", "secret"), "SELECT current_user"))
          .isEqualTo("someone");
      assertThat(
              query(
                  server.connect("postgres"),
                  "SELECT rolpassword FROM pg_authid WHERE rolname = 'someone'"))
          .startsWith("SCRAM-SHA-256");
    }
  }

  @Test
  void initializesOncePerInstallation() throws Exception {
    Path installation = BinaryCache.installation(18);
    Path template = ClusterTemplate.of(installation, ServerAccount.current());
    FileTime made = Files.getLastModifiedTime(template.resolve("PG_VERSION"));

    assertThat(BinaryCache.installation(18)).isEqualTo(installation);
    assertThat(ClusterTemplate.of(installation, ServerAccount.current())).isEqualTo(template);
    try (PostgresServer server = PostgresServers.start(ServerOptions.of(18))) {
      assertThat(server.setting("data_directory")).isNotEqualTo(template.toString());
    }
    assertThat(Files.getLastModifiedTime(template.resolve("PG_VERSION"))).isEqualTo(made);
    assertThat(template.resolve("postmaster.pid")).doesNotExist();
  }

  @Test
  void dropsADatabaseThatAPreparedTransactionHolds() throws Exception {
    PostgresServer server = PostgresServers.get(18);
    TestDatabase database = server.freshDatabase("held");
    database.execute("BEGIN; CREATE TABLE t (a int); PREPARE TRANSACTION 'it''s ours'");
    database.close();
    assertThatThrownBy(() -> server.connect(database.name()))
        .hasMessageContaining("does not exist");
  }

  @Test
  void reportsWhatTheServerSaidWhenItDoesNotStart() {
    assertThatThrownBy(
            () -> PostgresServers.start(ServerOptions.of(18).withSetting("wal_level", "nonsense")))
        .isInstanceOf(PostgresUnavailableException.class)
        .hasMessageContaining("invalid value for parameter \"wal_level\"");
  }

  @Test
  void namesTheMissingArchive() {
    assertThatThrownBy(() -> PostgresServers.start(ServerOptions.of(12)))
        .isInstanceOf(PostgresUnavailableException.class)
        .hasMessageContaining("postgres-12.jar is missing")
        .hasMessageContaining("-Dpostgres.binaries");
  }

  /** Each contrib module that schemas in the wild ask for most. */
  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void hasTheContribExtensions(int major) throws Exception {
    try (TestDatabase database = PostgresServers.get(major).freshDatabase("contrib")) {
      database.execute(
          """
          CREATE EXTENSION btree_gin; CREATE EXTENSION btree_gist; CREATE EXTENSION citext;
          CREATE EXTENSION hstore; CREATE EXTENSION intarray; CREATE EXTENSION ltree;
          CREATE EXTENSION pg_trgm; CREATE EXTENSION pgcrypto; CREATE EXTENSION postgres_fdw;
          CREATE EXTENSION unaccent; CREATE EXTENSION "uuid-ossp"; CREATE EXTENSION xml2;
          CREATE EXTENSION cube; CREATE EXTENSION earthdistance; CREATE EXTENSION tablefunc\
          """);
      assertThat(query(database.connect(), "SELECT uuid_generate_v4() IS NOT NULL")).isEqualTo("t");
    }
  }

  private static String query(Connection connection, String sql) throws SQLException {
    try (connection;
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }
}
