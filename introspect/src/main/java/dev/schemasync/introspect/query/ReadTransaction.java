package dev.schemasync.introspect.query;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.schemasync.introspect.query.Queries.Pace;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A transaction that only reads, under the settings of reading, until it is closed. */
public final class ReadTransaction implements AutoCloseable {
  /** Of which moment its queries tell. */
  public enum Isolation {
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

  private ReadTransaction(Connection connection, int major, Pace pace, boolean autoCommit) {
    this.connection = connection;
    this.autoCommit = autoCommit;
    this.queries = new Queries(connection, major, pace);
  }

  /**
   * Begins, in one round trip: there is no moment in which a limit of the server's could end it.
   *
   * @param connection without an open transaction; it is left as it was
   */
  public static ReadTransaction begin(
      Connection connection, int major, Isolation isolation, Pace pace) throws SQLException {
    ReadTransaction transaction =
        new ReadTransaction(connection, major, pace, connection.getAutoCommit());
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

  /**
   * What one query returns in a transaction of its own that sees what is committed. One round trip.
   *
   * @param connection without an open transaction; it is left as it was
   */
  public static ImmutableList<Row> ask(
      Connection connection, int major, Query query, ImmutableMap<String, String> parameters)
      throws SQLException {
    try {
      return new Queries(connection, major)
          .rowsAlone(
              "BEGIN ISOLATION LEVEL "
                  + Isolation.READ_COMMITTED.sql
                  + ", READ ONLY;\n"
                  + Queries.text(Query.SETTINGS, major),
              query,
              parameters);
    } catch (SQLException | RuntimeException e) {
      rollBack(connection, e);
      throw e;
    }
  }

  private static void rollBack(Connection connection, Exception reason) {
    try (Statement statement = connection.createStatement()) {
      statement.execute("ROLLBACK");
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }

  public Queries queries() {
    return queries;
  }

  /** The server's process behind the connection. */
  public int process() {
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
