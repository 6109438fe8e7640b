package dev.schemasync.executor;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.script.Statement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Runs a script in its order over one connection per shard, committing after every few statements:
 * for pre-data that should go on after errors. What fails together is run again statement by
 * statement, each in a transaction of its own.
 */
final class PiecemealRun {
  private final ImmutableList<ShardRun> runs;
  private final ExecutionOptions options;
  private final RunControl control;
  private final LockBudget budget;

  PiecemealRun(
      ImmutableList<ShardRun> runs,
      ExecutionOptions options,
      RunControl control,
      LockBudget budget) {
    this.runs = runs;
    this.options = options;
    this.control = control;
    this.budget = budget;
  }

  void run() {
    Parallel.forEach(runs, control, this::runShard);
  }

  private void runShard(ShardRun run) {
    run.result(new ShardResult.Piecemeal());
    try (ShardWatch _ = ShardWatch.start(run, control);
        Session session = Session.prepared(run, options, control)) {
      StatementRunner runner = new StatementRunner(run, session, options, control);
      for (ImmutableList<Statement> piece :
          LockNeeds.pieces(run.statements(), options.batchSize(), budget.of(run))) {
        if (control.stopped() || !runPiece(run, runner, piece)) {
          break;
        }
      }
    } catch (SQLException e) {
      ServerError error = ServerError.of(e);
      if (!control.abandoned(error)) {
        run.problem(error);
      }
      stop("%s: %s".formatted(run.shard(), error));
    }
    run.finishRest(
        new StatementOutcome.NotReached(
            control.stopReason().orElse("the connection to the shard was lost")));
  }

  /** Tells whether to go on. */
  private boolean runPiece(ShardRun run, StatementRunner runner, List<Statement> piece)
      throws SQLException {
    run.started(piece);
    long start = System.nanoTime();
    Optional<ServerError> error = runner.together(piece);
    if (error.isEmpty()) {
      Duration each = Duration.ofNanos(System.nanoTime() - start).dividedBy(piece.size());
      piece.forEach(s -> run.finished(s, new StatementOutcome.Done(each)));
      run.ran(piece.size());
      return true;
    }
    if (error.get().connectionLost()) {
      piece.forEach(s -> run.finished(s, new StatementOutcome.Failed(error.get())));
      stop("%s: %s".formatted(run.shard(), error.get()));
      return false;
    }
    for (Statement statement : piece) {
      if (control.stopped()) {
        return false;
      }
      StatementOutcome outcome = runner.alone(statement);
      run.finished(statement, outcome);
      run.ran(1);
      if (outcome instanceof StatementOutcome.Failed(ServerError failed)) {
        stop(StatementRunner.describe(run, statement, failed));
        if (failed.connectionLost()) {
          return false;
        }
      }
    }
    return true;
  }

  private void stop(String reason) {
    if (!options.ignoreErrors()) {
      control.stop(reason);
    }
  }
}
