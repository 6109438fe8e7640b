package dev.schemasync.executor;

import com.google.common.collect.Lists;
import dev.schemasync.model.script.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Runs statements in a transaction, looks at what they made, and takes it all back. */
public final class Rehearsal {
  private static final int BATCH = 200;

  /** What to do while the transaction is open. */
  @FunctionalInterface
  public interface Look<T> {
    /** Looks, on the connection that ran the statements, and must leave its transaction open. */
    T at(Connection connection) throws SQLException;
  }

  private Rehearsal() {}

  /**
   * Runs statements, looks and rolls back; the settings of the connection change for good. A lock
   * that others hold is not waited for long: nothing is lost by trying another time.
   *
   * @param connection without an open transaction
   * @throws SQLException if a statement fails; nothing is left of those before it, and the
   *     connection is closed if it is lost
   */
  public static <T> T of(Connection connection, List<Sql> statements, Look<T> look)
      throws SQLException {
    boolean autoCommit = connection.getAutoCommit();
    connection.setAutoCommit(false);
    T seen;
    try {
      for (List<String> batch : Lists.partition(texts(statements), BATCH)) {
        run(connection, batch);
      }
      seen = look.at(connection);
    } catch (SQLException e) {
      takeBack(connection, autoCommit, e);
      throw e;
    }
    connection.rollback();
    connection.setAutoCommit(autoCommit);
    return seen;
  }

  /** What went wrong first says more than that a lost connection cannot roll back. */
  private static void takeBack(Connection connection, boolean autoCommit, SQLException failure) {
    try {
      if (ServerError.of(failure).connectionLost()) {
        connection.close();
      } else {
        connection.rollback();
        connection.setAutoCommit(autoCommit);
      }
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  private static List<String> texts(List<Sql> statements) {
    List<String> texts = new ArrayList<>(List.of("SET LOCAL lock_timeout TO '5s'"));
    statements.stream().map(Sql::text).forEach(texts::add);
    return texts;
  }

  private static void run(Connection connection, List<String> batch) throws SQLException {
    try (java.sql.Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (String text : batch) {
        statement.addBatch(text);
      }
      statement.executeBatch();
    }
  }
}
