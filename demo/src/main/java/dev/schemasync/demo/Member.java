package dev.schemasync.demo;

import dev.schemasync.testkit.server.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * One server of the demonstration, with the database that a cluster entry names.
 *
 * @param label what people call it: source, shard 0, shard 1
 * @param password of {@link #ADMIN}, made up for this run
 */
record Member(String label, PostgresServer server, String password) {

  /** The database on every member. */
  static final String DATABASE = "encore";

  /** The schema admin: a superuser on every member. */
  static final String ADMIN = "pgdog";

  /**
   * A session of the schema admin in the database. It hands text to the server as it is: the driver
   * neither splits nor rewrites statements.
   */
  Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", ADMIN);
    properties.setProperty("password", password);
    properties.setProperty("ApplicationName", "pgdog demo");
    properties.setProperty("preferQueryMode", "simple");
    return DriverManager.getConnection(server.jdbcUrl(DATABASE), properties);
  }

  /** The record's own form would show the password. */
  @Override
  public String toString() {
    return label + " (" + server.host() + ":" + server.port() + ")";
  }
}
