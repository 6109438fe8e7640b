package dev.schemasync.executor;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.schemasync.model.script.Statement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Runs a script in its order over one connection per shard, committing after every chunk: for
 * pre-data that no transaction can hold, or that should go on after errors. A chunk that fails is
 * run again statement by statement, each in a transaction of its own.
 */
final class ChunkedRun {
  private final ImmutableList<ShardRun> runs;
  private final ExecutionOptions options;
  private final RunControl control;
  private final int chunkSize;

  ChunkedRun(
      ImmutableList<ShardRun> runs, ExecutionOptions options, RunControl control, int chunkSize) {
    this.runs = runs;
    this.options = options;
    this.control = control;
    this.chunkSize = chunkSize;
  }

  void run() {
    Parallel.forEach(runs, control, this::runShard);
  }

  private void runShard(ShardRun run) {
    run.result(new ShardResult.Piecemeal());
    try (Session session = Session.prepared(run.script(), options, control)) {
      StatementRunner runner = new StatementRunner(run, session, options, control);
      for (List<Statement> chunk : Lists.partition(run.statements(), chunkSize)) {
        if (control.stopped() || !runChunk(run, runner, chunk)) {
          break;
        }
      }
    } catch (SQLException e) {
      ServerError error = ServerError.of(e);
      run.problem(error);
      stop("%s: %s".formatted(run.shard(), error));
    }
    run.finishRest(
        new StatementOutcome.NotReached(
            control.stopReason().orElse("the connection to the shard was lost")));
  }

  /** Tells whether to go on. */
  private boolean runChunk(ShardRun run, StatementRunner runner, List<Statement> chunk)
      throws SQLException {
    run.started(chunk);
    long start = System.nanoTime();
    Optional<ServerError> error = runner.together(chunk);
    if (error.isEmpty()) {
      Duration each = Duration.ofNanos(System.nanoTime() - start).dividedBy(chunk.size());
      chunk.forEach(s -> run.finished(s, new StatementOutcome.Done(each)));
      run.ran(chunk.size());
      return true;
    }
    if (error.get().connectionLost()) {
      chunk.forEach(s -> run.finished(s, new StatementOutcome.Failed(error.get())));
      stop("%s: %s".formatted(run.shard(), error.get()));
      return false;
    }
    for (Statement statement : chunk) {
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
