package dev.schemasync.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.testcontainers.DockerClientFactory;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class ProvidersTest {
  private static final ServerOptions ANY = ServerOptions.of(18);

  private final String configured =
      System.getProperty(PostgresServers.PROVIDER_PROPERTY, "embedded");

  @AfterEach
  void restore() {
    System.setProperty(PostgresServers.PROVIDER_PROPERTY, configured);
    System.clearProperty(ExternalProvider.URL_PROPERTY);
  }

  @Test
  void anUnknownProviderIsAnError() {
    System.setProperty(PostgresServers.PROVIDER_PROPERTY, "cloud");
    assertThatThrownBy(() -> PostgresServers.start(ANY))
        .isInstanceOf(PostgresUnavailableException.class)
        .hasMessage("system property postgres is 'cloud'; use embedded, container or external");
  }

  /** Either there is an engine, and the server runs, or the message says what to do. */
  @Test
  void containersRunOrSayWhatIsMissing() throws Exception {
    System.setProperty(PostgresServers.PROVIDER_PROPERTY, "container");
    if (DockerClientFactory.instance().isDockerAvailable()) {
      try (PostgresServer server = PostgresServers.start(ANY)) {
        assertThat(server.setting("server_version_num")).startsWith("18");
      }
    } else {
      assertThatThrownBy(() -> PostgresServers.start(ANY))
          .isInstanceOf(PostgresUnavailableException.class)
          .hasMessageContaining("no container engine answers, so postgres:18 cannot run")
          .hasMessageContaining("-Dpostgres=embedded");
    }
  }

  @Test
  void anExternalServerIsBorrowedAndLeftAsItWas() throws Exception {
    try (PostgresServer lender =
        PostgresServers.start(ServerOptions.of(15).withPasswordAuthentication())) {
      System.setProperty(PostgresServers.PROVIDER_PROPERTY, "external");
      System.setProperty(
          ExternalProvider.URL_PROPERTY,
          "jdbc:postgresql://postgres:postgres@127.0.0.1:%d/".formatted(lender.port()));

      String database;
      try (PostgresServer borrowed =
          PostgresServers.start(
              ServerOptions.of(15)
                  .withSetting("max_prepared_transactions", "10")
                  .withPasswordAuthentication())) {
        database = borrowed.freshDatabase("guest").name();
        borrowed.execute(database, "CREATE TABLE t (a int)");
      }

      assertThatThrownBy(() -> lender.connect(database)).hasMessageContaining("does not exist");
      assertThat(lender.setting("server_version_num")).startsWith("15");
      assertThatThrownBy(() -> PostgresServers.start(ServerOptions.of(17)))
          .hasMessageContaining("the test needs PostgreSQL 17")
          .hasMessageContaining("is PostgreSQL 15");
      assertThatThrownBy(
              () ->
                  PostgresServers.start(
                      ServerOptions.of(15).withSetting("max_connections", "9999")))
          .hasMessageContaining("max_connections = 9999, but it has 200");
    }
  }

  @Test
  void readsTheUrlOfAnExternalServer() {
    assertThat(ExternalProvider.parse("jdbc:postgresql://me:p%40ss+:word@db.example:6000/"))
        .isEqualTo(new ServerAddress("db.example", 6000, "me", "p@ss+:word"));
    assertThat(ExternalProvider.parse("jdbc:postgresql://me@localhost/"))
        .isEqualTo(new ServerAddress("localhost", 5432, "me", ""));
    assertThatThrownBy(() -> ExternalProvider.parse("postgres at localhost, secret"))
        .hasMessageContaining(
            "its form is -Dpostgres.url=jdbc:postgresql://user:password@host:port/")
        .hasMessageNotContaining("secret");
  }
}
