package dev.schemasync.executor;

import dev.schemasync.model.script.Statement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Tries a statement again when someone else holds a lock that it needs. */
final class LockPatience {
  private final ExecutionOptions options;
  private final RunControl control;

  LockPatience(ExecutionOptions options, RunControl control) {
    this.options = options;
    this.control = control;
  }

  /** One try, which must leave the session able to try again. */
  @FunctionalInterface
  interface Attempt {
    void run() throws SQLException;
  }

  /** The error of the last try, or nothing if one succeeded. */
  Optional<ServerError> run(ShardRun run, Statement statement, Attempt attempt) {
    for (int retry = 1; ; retry++) {
      try {
        attempt.run();
        return Optional.empty();
      } catch (SQLException e) {
        ServerError error = ServerError.of(e);
        // What runs outside a transaction leaves traces that a second try would stumble over.
        if (!error.lockConflict()
            || !statement.transactional()
            || retry > options.lockRetries()
            || control.stopped()) {
          return Optional.of(error);
        }
        Duration pause = options.backoff(retry);
        run.emit(new ExecutionEvent.LockRetry(run.shard(), statement, retry, pause, error));
        if (!control.pause(pause)) {
          return Optional.of(error);
        }
      }
    }
  }
}
