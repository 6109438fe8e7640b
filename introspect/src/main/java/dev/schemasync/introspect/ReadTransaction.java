package dev.schemasync.introspect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A transaction that only reads, under the settings of reading, until it is closed. */
final class ReadTransaction implements AutoCloseable {
  /** Of which moment its queries tell. */
  enum Isolation {
    /** All of one. */
    REPEATABLE_READ("REPEATABLE READ"),
    /** Each of its own. */
    READ_COMMITTED("READ COMMITTED");

    private final String sql;

    Isolation(String sql) {
      this.sql = sql;
    }
  }

  private final Connection connection;
  private final boolean autoCommit;
  private final Queries queries;
  private int process;

  private ReadTransaction(Connection connection, int major, boolean autoCommit) {
    this.connection = connection;
    this.autoCommit = autoCommit;
    this.queries = new Queries(connection, major);
  }

  /**
   * Begins, in one round trip: there is no moment in which a limit of the server's could end it.
   *
   * @param connection without an open transaction; it is left as it was
   */
  static ReadTransaction begin(Connection connection, int major, Isolation isolation)
      throws SQLException {
    ReadTransaction transaction =
        new ReadTransaction(connection, major, connection.getAutoCommit());
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "SET TRANSACTION ISOLATION LEVEL "
              + isolation.sql
              + ", READ ONLY;\n"
              + Queries.text(Query.SETTINGS, major)
              + ";\nSELECT pg_catalog.pg_backend_pid()");
      // The settings come first, after what is no query.
      for (int results = 0; results < 2; ) {
        results += statement.getMoreResults() ? 1 : 0;
      }
      try (ResultSet row = statement.getResultSet()) {
        row.next();
        transaction.process = row.getInt(1);
      }
      return transaction;
    } catch (SQLException | RuntimeException e) {
      transaction.abandon(e);
      throw e;
    }
  }

  Queries queries() {
    return queries;
  }

  /** The server's process behind the connection. */
  int process() {
    return process;
  }

  private void abandon(Exception reason) {
    try {
      close();
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.setAutoCommit(autoCommit);
  }
}
