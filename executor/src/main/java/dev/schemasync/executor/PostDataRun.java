package dev.schemasync.executor;

import com.google.common.collect.ContiguousSet;
import com.google.common.collect.DiscreteDomain;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import dev.schemasync.model.script.Statement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * Runs statements that each stand alone, several at a time on every shard, in the order that {@link
 * Scheduler} chooses.
 */
final class PostDataRun {
  private final ImmutableList<ShardRun> runs;
  private final ExecutionOptions options;
  private final RunControl control;
  private final LockBudget budget;

  PostDataRun(
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
    Scheduler scheduler =
        new Scheduler(run.statements(), options.batchSize(), budget.of(run), run::finished);
    control.onStop(scheduler::close);
    int workers = Math.min(options.jobs(), run.statements().size());
    try (IndexProgressSampler sampler = IndexProgressSampler.start(run, control)) {
      Parallel.forEach(
          ContiguousSet.create(Range.closedOpen(0, workers), DiscreteDomain.integers()),
          control,
          worker -> new Worker(run, scheduler, sampler).work());
    }
    scheduler.settleRest();
  }

  /** One connection and what it runs. */
  private final class Worker {
    private final ShardRun run;
    private final Scheduler scheduler;
    private final IndexProgressSampler sampler;

    Worker(ShardRun run, Scheduler scheduler, IndexProgressSampler sampler) {
      this.run = run;
      this.scheduler = scheduler;
      this.sampler = sampler;
    }

    void work() {
      try (Session session = Session.prepared(run, options, control)) {
        StatementRunner runner = new StatementRunner(run, session, options, control);
        int pid = session.backendPid();
        for (ImmutableList<Statement> next = scheduler.take();
            !next.isEmpty();
            next = scheduler.take()) {
          if (next.size() > 1) {
            runGroup(runner, next);
          } else {
            runOne(runner, next.getFirst(), pid);
          }
        }
      } catch (SQLException e) {
        lost(ServerError.of(e));
      }
    }

    private void runGroup(StatementRunner runner, ImmutableList<Statement> group)
        throws SQLException {
      run.started(group);
      long start = System.nanoTime();
      Optional<ServerError> error = runner.together(group);
      if (error.isEmpty()) {
        Duration each = Duration.ofNanos(System.nanoTime() - start).dividedBy(group.size());
        group.forEach(s -> scheduler.finished(s, new StatementOutcome.Done(each)));
        run.ran(group.size());
      } else if (error.get().connectionLost()) {
        // Before they are settled: nobody may take what comes after them.
        lost(error.get());
        group.forEach(s -> scheduler.finished(s, new StatementOutcome.Failed(error.get())));
      } else {
        group.forEach(s -> retry(runner, s));
      }
    }

    /** Of a group that failed: one by one, the culprit shows. */
    private void retry(StatementRunner runner, Statement statement) {
      if (control.stopped()) {
        scheduler.finished(
            statement, new StatementOutcome.NotReached(control.stopReason().orElseThrow()));
      } else {
        settle(statement, runner.alone(statement));
      }
    }

    private void runOne(StatementRunner runner, Statement statement, int pid) {
      run.started(ImmutableList.of(statement));
      sampler.watch(pid, statement);
      StatementOutcome outcome = runner.alone(statement);
      sampler.unwatch(pid);
      settle(statement, outcome);
    }

    private void settle(Statement statement, StatementOutcome outcome) {
      if (outcome instanceof StatementOutcome.Failed(ServerError error)) {
        if (error.connectionLost()) {
          lost(error);
        } else {
          stop(StatementRunner.describe(run, statement, error));
        }
      }
      scheduler.finished(statement, outcome);
      run.ran(1);
    }

    private void lost(ServerError error) {
      String reason = "%s: %s".formatted(run.shard(), error);
      run.problem(error);
      scheduler.close(reason);
      stop(reason);
    }

    private void stop(String reason) {
      if (!options.ignoreErrors()) {
        control.stop(reason);
      }
    }
  }
}
