package dev.schemasync.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemasync.model.name.Secret;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.Driver;

/** The driver's own parser reads what is written for it. */
class JdbcSettingsTest {

  private static final TlsSettings NO_FILES = tls(TlsVerify.PREFER, Optional.empty());

  private static TlsSettings tls(TlsVerify verify, Optional<String> authority) {
    return new TlsSettings(verify, authority, Optional.empty());
  }

  private static ServerTarget target(String host, String database, TlsSettings tls, Role role) {
    return new ServerTarget(
        host,
        6000,
        database,
        "us&er",
        Optional.of(new Secret("pass?word")),
        tls,
        KeepAlive.DEFAULT,
        Duration.ofMillis(1500),
        Optional.of(Duration.ofMillis(7)),
        Optional.of(Duration.ofSeconds(2)),
        role);
  }

  private static Properties parse(ServerTarget target) {
    return Driver.parseURL(target.jdbcUrl(), target.jdbcProperties(Access.READ, Vigilance.NONE));
  }

  @ParameterizedTest
  @CsvSource({"db.example, db.example", "127.0.0.1, 127.0.0.1", "::1, [::1]", "[::1], [::1]"})
  void writesTheHost(String host, String read) {
    Properties properties = parse(target(host, "app", NO_FILES, Role.PRIMARY));
    assertThat(properties.getProperty("PGHOST")).isEqualTo(read);
    assertThat(properties.getProperty("PGPORT")).isEqualTo("6000");
    assertThat(properties.getProperty("PGDBNAME")).isEqualTo("app");
  }

  @ParameterizedTest
  @CsvSource({"a b", "a/b?c=d&e", "ä+%41\"", "'quo''ted'"})
  void writesAnyDatabaseName(String database) {
    Properties properties = parse(target("h", database, NO_FILES, Role.PRIMARY));
    assertThat(properties.getProperty("PGDBNAME")).isEqualTo(database);
    assertThat(properties.getProperty("c")).isNull();
  }

  @Test
  void keepsUserAndPasswordOutOfTheUrl() {
    ServerTarget target = target("h", "app", NO_FILES, Role.PRIMARY);
    assertThat(target.jdbcUrl()).isEqualTo("jdbc:postgresql://h:6000/app");
    assertThat(parse(target))
        .containsEntry("user", "us&er")
        .containsEntry("password", "pass?word")
        .containsEntry("ApplicationName", "pgdog");
  }

  @Test
  void setsTimeouts() {
    assertThat(parse(target("h", "app", NO_FILES, Role.PRIMARY)))
        .containsEntry("connectTimeout", "2")
        .containsEntry("loginTimeout", "2")
        .containsEntry("options", "-c statement_timeout=7 -c lock_timeout=2000");
  }

  @ParameterizedTest
  @CsvSource({
    "DISABLED, disable",
    "PREFER, prefer",
    "VERIFY_CA, verify-ca",
    "VERIFY_FULL, verify-full"
  })
  void mapsTheVerification(TlsVerify verify, String sslmode) {
    Properties properties =
        parse(target("h", "app", tls(verify, Optional.of("ca.pem")), Role.PRIMARY));
    assertThat(properties)
        .containsEntry("sslmode", sslmode)
        .containsEntry("sslrootcert", "ca.pem")
        .doesNotContainKeys("sslcert", "sslkey");
  }

  @Test
  void presentsAClientCertificate() {
    TlsSettings tls =
        new TlsSettings(
            TlsVerify.VERIFY_CA,
            Optional.of("ca.pem"),
            Optional.of(new ClientCertificate("client.pem", "client.key")));
    assertThat(parse(target("h", "app", tls, Role.PRIMARY)))
        .containsEntry("sslcert", "client.pem")
        .containsEntry("sslkey", "client.key");
  }

  @Test
  void asksTheServerToWatchOverTheConnection() {
    ServerTarget target = target("h", "app", NO_FILES, Role.PRIMARY);
    String timeouts = "-c statement_timeout=7 -c lock_timeout=2000";
    String idle =
        timeouts
            + " -c tcp_keepalives_idle=60 -c tcp_keepalives_interval=10"
            + " -c tcp_keepalives_count=6 -c tcp_user_timeout=120000";
    assertThat(target.jdbcProperties(Access.READ, Vigilance.NONE))
        .containsEntry("options", timeouts)
        .containsEntry("tcpKeepAlive", "true");
    assertThat(target.jdbcProperties(Access.READ, Vigilance.IDLE)).containsEntry("options", idle);
    assertThat(target.jdbcProperties(Access.READ, Vigilance.AT_WORK))
        .containsEntry("options", idle + " -c client_connection_check_interval=5000");
  }

  @Test
  void asksForThePrimaryOnlyWhereTheFilesDoNotSay() {
    assertThat(target("h", "app", NO_FILES, Role.AUTO).jdbcProperties(Access.WRITE, Vigilance.NONE))
        .containsEntry("targetServerType", "primary");
    assertThat(target("h", "app", NO_FILES, Role.AUTO).jdbcProperties(Access.READ, Vigilance.NONE))
        .doesNotContainKey("targetServerType");
    assertThat(
            target("h", "app", NO_FILES, Role.PRIMARY).jdbcProperties(Access.WRITE, Vigilance.NONE))
        .doesNotContainKey("targetServerType");
  }
}
