package dev.schemasync.cli.sync;

import dev.schemasync.cli.ExitStatus;

/**
 * A run that cannot go on: one message that says what is wrong and what to do, and the exit status.
 */
public final class RunException extends Exception {
  private static final long serialVersionUID = 1L;

  private final ExitStatus status;

  RunException(ExitStatus status, String message) {
    super(message);
    this.status = status;
  }

  RunException(ExitStatus status, String message, Throwable cause) {
    super(message, cause);
    this.status = status;
  }

  ExitStatus status() {
    return status;
  }
}
