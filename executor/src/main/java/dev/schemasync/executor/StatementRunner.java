package dev.schemasync.executor;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.script.Statement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Runs statements of a shard in one session, committing each alone or a few together. */
final class StatementRunner {
  /**
   * Others wait for all that a group has locked while it waits for one lock more: it gives up
   * early, and its statements wait each alone.
   */
  private static final String LOCK_TIMEOUT_TOGETHER = "SET LOCAL lock_timeout = 500";

  private final ShardRun run;
  private final Session session;
  private final ExecutionOptions options;
  private final LockPatience patience;
  private Duration lockTimeout;

  /**
   * @param session a prepared one
   */
  StatementRunner(ShardRun run, Session session, ExecutionOptions options, RunControl control) {
    this.run = run;
    this.session = session;
    this.options = options;
    patience = new LockPatience(options, control);
    lockTimeout = options.lockTimeout();
  }

  /**
   * Runs them in one transaction. After an error nothing of them has happened, unless the
   * connection is lost: then they may have.
   */
  Optional<ServerError> together(List<Statement> statements) throws SQLException {
    try {
      session.batch(ImmutableList.of("BEGIN", LOCK_TIMEOUT_TOGETHER), statements, "COMMIT");
      return Optional.empty();
    } catch (SQLException e) {
      ServerError error = ServerError.of(e);
      if (!error.connectionLost()) {
        session.execute("ROLLBACK");
      }
      return Optional.of(error);
    }
  }

  /** Runs one outside of a transaction block; tries again while locks are in the way. */
  StatementOutcome alone(Statement statement) {
    long start = System.nanoTime();
    Optional<ServerError> error =
        patience.run(
            run,
            statement,
            () -> {
              setLockTimeout(statement.transactional() ? options.lockTimeout() : Duration.ZERO);
              session.run(statement);
            });
    return error.isPresent()
        ? new StatementOutcome.Failed(error.get())
        : new StatementOutcome.Done(Duration.ofNanos(System.nanoTime() - start));
  }

  private void setLockTimeout(Duration timeout) throws SQLException {
    if (!timeout.equals(lockTimeout)) {
      session.execute(Settings.lockTimeout(timeout));
      lockTimeout = timeout;
    }
  }

  /** A failure in one line, for the reports of others. */
  static String describe(ShardRun run, Statement statement, ServerError error) {
    return "%s: statement %d (%s): %s"
        .formatted(run.shard(), statement.number() + 1, statement.summary(), error);
  }
}
