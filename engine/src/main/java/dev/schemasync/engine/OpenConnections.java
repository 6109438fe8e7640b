package dev.schemasync.engine;

import com.google.common.collect.ImmutableList;
import dev.schemasync.executor.ConnectionFactory;
import dev.schemasync.executor.Threads;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * All connections of a run, so that what they do can be abandoned: a server that waits for a lock
 * or sleeps does not notice that its client is gone.
 */
final class OpenConnections {
  private static final String QUERY_CANCELED = "57014";

  private final List<Connection> open = new ArrayList<>();
  private boolean cancelled;

  /** The same connections, kept in mind. */
  ConnectionFactory of(ConnectionFactory connections) {
    return () -> {
      refuseIfCancelled();
      return added(connections.open());
    };
  }

  private synchronized void refuseIfCancelled() throws SQLException {
    if (cancelled) {
      throw new SQLException("the run was cancelled", QUERY_CANCELED);
    }
  }

  private Connection added(Connection connection) throws SQLException {
    synchronized (this) {
      if (!cancelled) {
        open.removeIf(OpenConnections::isClosed);
        open.add(connection);
        return connection;
      }
    }
    connection.close();
    throw new SQLException("the run was cancelled", QUERY_CANCELED);
  }

  private static boolean isClosed(Connection connection) {
    try {
      return connection.isClosed();
    } catch (SQLException e) {
      return true;
    }
  }

  /**
   * Asks the servers to abandon what runs, and lets nobody connect any more. Harmless when
   * repeated, and worth it: a request that arrives between two queries is lost.
   */
  void cancel() {
    ImmutableList<Connection> running;
    synchronized (this) {
      cancelled = true;
      open.removeIf(OpenConnections::isClosed);
      running = ImmutableList.copyOf(open);
    }
    // A server that does not answer must not keep the others waiting.
    running.forEach(connection -> Threads.start("cancel", () -> cancel(connection)));
  }

  private static void cancel(Connection connection) {
    try {
      connection.unwrap(PGConnection.class).cancelQuery();
    } catch (SQLException e) {
      // The request goes over a connection of its own; if that fails, the next one may not.
    }
  }
}
