package dev.schemasync.testkit.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a starting server to let the superuser in. */
final class Readiness {
  private static final Duration PAUSE = Duration.ofMillis(20);

  private Readiness() {}

  /** Whether the server answered in time; gives up early when it is no longer alive. */
  static boolean await(PostgresServer server, Duration timeout, BooleanSupplier alive) {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (alive.getAsBoolean() && System.nanoTime() < deadline) {
      try (Connection connection = server.connect(PostgresServer.MAINTENANCE_DATABASE)) {
        return connection.isValid(5);
      } catch (SQLException e) {
        pause();
      }
    }
    return false;
  }

  /** Waits a little before asking again. */
  static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PostgresUnavailableException("interrupted while waiting for a server", e);
    }
  }
}
