package dev.schemasync.executor;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.script.Sql;
import dev.schemasync.model.script.Statement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/**
 * One connection to a shard, in autocommit mode: transactions are opened and ended by statements.
 * Texts reach the server as they are: no JDBC escapes, no {@code ?} placeholders.
 */
final class Session implements AutoCloseable {
  private static final Duration CANCEL_INTERVAL = Duration.ofMillis(250);

  private final Connection connection;
  private final java.sql.Statement statement;
  private Runnable onClose = () -> {};

  /**
   * Whether a statement of a script runs; whether it was asked to end; whether that is on its way.
   */
  private boolean working;

  private boolean cancelled;
  private boolean cancelling;

  private Session(Connection connection, java.sql.Statement statement) {
    this.connection = connection;
    this.statement = statement;
  }

  static Session open(Shard shard) throws SQLException {
    Connection connection = shard.connections().open();
    try {
      connection.setAutoCommit(true);
      java.sql.Statement statement = connection.createStatement();
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
  static Session prepared(ShardRun run, ExecutionOptions options, RunControl control)
      throws SQLException {
    Session session = tracked(run, control);
    try {
      session.batch(Settings.of(run.script().script(), options));
      return session;
    } catch (SQLException e) {
      session.close();
      throw e;
    }
  }

  /** A session that {@code control} can cancel until it is closed. */
  static Session tracked(ShardRun run, RunControl control) throws SQLException {
    Session session = open(run.shard());
    try {
      run.opened(session.backendPid());
    } catch (SQLException e) {
      session.close();
      throw e;
    }
    session.onClose = () -> control.forget(session);
    control.track(session);
    return session;
  }

  /** The server process behind this session. */
  int backendPid() throws SQLException {
    return connection.unwrap(PGConnection.class).getBackendPID();
  }

  /** Controls the session or its transaction, which is short and never cancelled. */
  void execute(String sql) throws SQLException {
    statement.execute(sql);
  }

  /** Runs a statement of a script, outside of a transaction block or in the one that is open. */
  void run(Statement script) throws SQLException {
    try {
      if (script.frame().isPresent()) {
        batch(texts(script).toList());
      } else {
        run(script.sql().text());
      }
    } catch (SQLException e) {
      throw Secrecy.masked(e, ImmutableList.of(script));
    }
  }

  /** Runs what may take as long as a statement of a script. */
  void run(String sql) throws SQLException {
    begin();
    try {
      statement.execute(sql);
    } finally {
      end();
    }
  }

  /**
   * Sends all, then reads all answers: one round trip. The server runs them up to the first that
   * fails and skips the rest; outside of a transaction block none of them has then happened.
   */
  void batch(Iterable<String> sql) throws SQLException {
    begin();
    try {
      for (String text : sql) {
        statement.addBatch(text);
      }
      statement.executeBatch();
    } finally {
      statement.clearBatch();
      end();
    }
  }

  /** The same of statements of a script, between what opens and what ends their transaction. */
  void batch(List<String> before, List<Statement> script, String after) throws SQLException {
    try {
      batch(
          ImmutableList.<String>builder()
              .addAll(before)
              .addAll(script.stream().flatMap(Session::texts).iterator())
              .add(after)
              .build());
    } catch (SQLException e) {
      throw Secrecy.masked(e, script);
    }
  }

  private static Stream<String> texts(Statement script) {
    return script.framed().stream().map(Sql::text);
  }

  private synchronized void begin() throws SQLException {
    if (cancelled) {
      throw new SQLException("the run was cancelled before it was sent", ServerError.CANCELED);
    }
    working = true;
  }

  /** Returns when no request to cancel is on its way: it would hit whatever comes next. */
  private synchronized void end() {
    working = false;
    notifyAll();
    boolean interrupted = false;
    while (cancelling) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
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

  /** Lets nothing more of a script begin here, and has the server abandon what runs. */
  synchronized void cancel() {
    if (!cancelled) {
      cancelled = true;
      if (working) {
        Threads.start("cancel", this::insist);
      }
    }
  }

  /** A request that arrives before its statement does nothing, so one may not be enough. */
  private void insist() {
    while (aboutToCancel()) {
      try {
        connection.unwrap(PGConnection.class).cancelQuery();
      } catch (SQLException e) {
        // The request goes over a connection of its own. If that fails the statement runs on, and
        // its own connection tells what became of it.
      } finally {
        cancelSent();
      }
    }
  }

  private synchronized boolean aboutToCancel() {
    cancelling = working;
    return cancelling;
  }

  private synchronized void cancelSent() {
    cancelling = false;
    notifyAll();
    long end = System.nanoTime() + CANCEL_INTERVAL.toNanos();
    try {
      for (long left = CANCEL_INTERVAL.toMillis(); working && left > 0; ) {
        wait(left);
        left = (end - System.nanoTime()) / 1_000_000;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
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
