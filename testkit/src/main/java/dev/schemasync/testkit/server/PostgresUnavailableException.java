package dev.schemasync.testkit.server;

import java.io.Serial;

/**
 * A server could not be provided. The message says what was tried, why it failed and what to do
 * about it.
 */
public final class PostgresUnavailableException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  PostgresUnavailableException(String message) {
    super(message);
  }

  PostgresUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
