package dev.schemasync.executor;

import com.google.common.collect.ImmutableList;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/**
 * One connection to a shard, in autocommit mode: transactions are opened and ended by statements.
 * Texts reach the server as they are: no JDBC escapes, no {@code ?} placeholders.
 */
final class Session implements AutoCloseable {
  private final Connection connection;
  private final Statement statement;
  private Runnable onClose = () -> {};

  private Session(Connection connection, Statement statement) {
    this.connection = connection;
    this.statement = statement;
  }

  static Session open(Shard shard) throws SQLException {
    Connection connection = shard.connections().open();
    try {
      connection.setAutoCommit(true);
      Statement statement = connection.createStatement();
      statement.setEscapeProcessing(false);
      return new Session(connection, statement);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * A session to run a script in: its settings, then ours, in one round trip. Until it is closed,
   * {@code control} can cancel what it runs.
   */
  static Session prepared(ShardScript script, ExecutionOptions options, RunControl control)
      throws SQLException {
    Session session = open(script.shard());
    control.track(session);
    session.onClose = () -> control.forget(session);
    try {
      session.batch(Settings.of(script.script(), options));
      return session;
    } catch (SQLException e) {
      session.close();
      throw e;
    }
  }

  /** The server process behind this session. */
  int backendPid() throws SQLException {
    return connection.unwrap(PGConnection.class).getBackendPID();
  }

  void execute(String sql) throws SQLException {
    statement.execute(sql);
  }

  /**
   * Sends all, then reads all answers: one round trip. The server runs them up to the first that
   * fails and skips the rest; outside of a transaction block none of them has then happened.
   */
  void batch(Iterable<String> sql) throws SQLException {
    for (String text : sql) {
      statement.addBatch(text);
    }
    try {
      statement.executeBatch();
    } finally {
      statement.clearBatch();
    }
  }

  /** Reads a row. */
  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  <T> ImmutableList<T> query(String sql, RowReader<T> reader) throws SQLException {
    ImmutableList.Builder<T> rows = ImmutableList.builder();
    try (ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(reader.read(result));
      }
    }
    return rows.build();
  }

  /** The only value of a query that answers with one row and column, not null. */
  String value(String sql) throws SQLException {
    return query(sql, row -> row.getString(1)).getFirst();
  }

  /** Asks the server to abandon what this session runs; harmless when it runs nothing. */
  void cancel() {
    try {
      statement.cancel();
    } catch (SQLException e) {
      // The request goes over a connection of its own. If that fails the statement runs on, and
      // its own connection tells what became of it.
    }
  }

  @Override
  public void close() {
    onClose.run();
    try {
      connection.close();
    } catch (SQLException e) {
      // The server rolls back what a closed connection left open, however it was closed.
    }
  }
}
