package dev.schemasync.cli.config;

import dev.schemasync.model.name.Secret;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/**
 * A server to connect to, with everything that the files say about the connection.
 *
 * @param host name or address
 * @param port 0 to 65535
 * @param database the database on the server
 * @param user who connects
 * @param password empty for servers that ask for none
 * @param tls how the connection is secured
 * @param keepAlive how either end finds out that the other is gone
 * @param connectTimeout how long opening it may take; zero means no limit
 * @param statementTimeout {@code statement_timeout} of the session; the server's own when empty
 * @param lockTimeout {@code lock_timeout} of the session; the server's own when empty
 * @param role what the files say the server is
 */
public record ServerTarget(
    String host,
    int port,
    String database,
    String user,
    Optional<Secret> password,
    TlsSettings tls,
    KeepAlive keepAlive,
    Duration connectTimeout,
    Optional<Duration> statementTimeout,
    Optional<Duration> lockTimeout,
    Role role) {

  /** The URL for the PostgreSQL driver, without user and password. */
  public String jdbcUrl() {
    return JdbcSettings.url(this);
  }

  /** The properties for the PostgreSQL driver, with user and password: not to be printed. */
  public Properties jdbcProperties(Access access, Vigilance vigilance) {
    return JdbcSettings.properties(this, access, vigilance);
  }

  /** {@code host:port/database}, for messages. */
  public String display() {
    return authority() + "/" + database;
  }

  /** {@code host:port}, with brackets around an IPv6 address. */
  String authority() {
    boolean bare = host.contains(":") && !host.startsWith("[");
    return (bare ? "[" + host + "]" : host) + ":" + port;
  }

  Address address() {
    return new Address(host, port, database);
  }
}
