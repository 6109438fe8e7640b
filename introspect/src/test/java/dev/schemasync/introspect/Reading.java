package dev.schemasync.introspect;

import dev.schemasync.introspect.query.Queries.Pace;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.server.Snapshot;
import dev.schemasync.testkit.network.RoundTripCounter;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What the tests share: some statements in, a snapshot out. */
public final class Reading {
  private Reading() {}

  /** What is read of a fresh database after these statements have run in it. */
  public static Snapshot snapshot(int major, String... sql) throws SQLException {
    try (TestDatabase database = PostgresServers.get(major).freshDatabase("introspect")) {
      database.execute(sql);
      return snapshot(database);
    }
  }

  /** What is read of a database. */
  public static Snapshot snapshot(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      return Introspector.read(connection);
    }
  }

  /** What is read through a connection, at a pace. */
  public static Snapshot snapshot(Connection connection, Pace pace) throws SQLException {
    return Introspector.read(connection, Inquiry.DESTINATION, ReadObserver.NOBODY, pace);
  }

  /** The catalog that is read of a fresh database after these statements have run in it. */
  public static Catalog catalog(int major, String... sql) throws SQLException {
    return snapshot(major, sql).catalog();
  }

  /** A table of the schema {@code public}. */
  public static Table table(Catalog catalog, String name) {
    return catalog.find(ObjectId.table(inPublic(name)), Table.class).orElseThrow();
  }

  /** A name in the schema {@code public}. */
  public static QualifiedName inPublic(String name) {
    return QualifiedName.of("public", name);
  }

  /** How often one reading of a database waits for the server, at a pace. */
  public static long roundTrips(TestDatabase database, Pace pace) throws SQLException {
    try (RoundTripCounter proxy = RoundTripCounter.to(database.server());
        Connection connection = connect(proxy, database)) {
      long before = proxy.roundTrips();
      snapshot(connection, pace);
      return proxy.roundTrips() - before;
    }
  }

  /** A connection of the superuser through a proxy. */
  public static Connection connect(RoundTripCounter proxy, TestDatabase database)
      throws SQLException {
    PostgresServer server = database.server();
    return DriverManager.getConnection(
        proxy.jdbcUrl(server, database.name()), server.superuser(), server.superuserPassword());
  }

  /** Whether something in this session has taken an advisory lock. */
  public static boolean hasAdvisoryLock(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()")) {
      return rows.next();
    }
  }
}
