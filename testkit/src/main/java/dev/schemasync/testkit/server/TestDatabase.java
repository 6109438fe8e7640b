package dev.schemasync.testkit.server;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A database that lives for one test.
 *
 * @param server the server it is on
 * @param name its name, unique on that server
 */
public record TestDatabase(PostgresServer server, String name) implements AutoCloseable {

  /** A new connection as the superuser. */
  public Connection connect() throws SQLException {
    return server.connect(name);
  }

  /** The same, handing text to the server as it is; see {@link PostgresServer#connectVerbatim}. */
  public Connection connectVerbatim() throws SQLException {
    return server.connectVerbatim(name);
  }

  /** Runs each string as the superuser; see {@link PostgresServer#execute}. */
  public void execute(String... sql) throws SQLException {
    server.execute(name, sql);
  }

  /** The JDBC URL, without credentials. */
  public String jdbcUrl() {
    return server.jdbcUrl(name);
  }

  /** Drops the database. */
  @Override
  public void close() throws SQLException {
    server.dropDatabase(name);
  }
}
