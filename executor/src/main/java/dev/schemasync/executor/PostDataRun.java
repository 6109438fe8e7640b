package dev.schemasync.executor;

import com.google.common.collect.ContiguousSet;
import com.google.common.collect.DiscreteDomain;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import dev.schemasync.model.script.Statement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs statements that each stand alone, several at a time on every shard, in the order that {@link
 * Scheduler} chooses.
 */
final class PostDataRun {
  /** How often the last worker tries to connect where there was no room for any. */
  private static final int RETRIES = 5;

  private static final Duration BEFORE_RETRY = Duration.ofMillis(200);

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
    AtomicInteger connecting = new AtomicInteger(workers);
    try (ShardWatch watch = ShardWatch.start(run, control)) {
      Parallel.forEach(
          ContiguousSet.create(Range.closedOpen(0, workers), DiscreteDomain.integers()),
          control,
          worker -> new Worker(run, scheduler, watch, connecting).work());
    }
    scheduler.settleRest();
  }

  /** One connection and what it runs. */
  private final class Worker {
    private final ShardRun run;
    private final Scheduler scheduler;
    private final ShardWatch watch;

    /** How many of the shard's workers have a connection, or may get one. */
    private final AtomicInteger connecting;

    Worker(ShardRun run, Scheduler scheduler, ShardWatch watch, AtomicInteger connecting) {
      this.run = run;
      this.scheduler = scheduler;
      this.watch = watch;
      this.connecting = connecting;
    }

    void work() {
      Optional<Session> connected = connect();
      if (connected.isPresent()) {
        try (Session session = connected.get()) {
          runAll(session);
        } catch (SQLException e) {
          lost(ServerError.of(e));
        }
      }
    }

    /**
     * Opens the worker's session. Where that fails its work is left to the others; if none of them
     * could connect either, the shard is lost.
     */
    private Optional<Session> connect() {
      for (int retry = 0; ; retry++) {
        try {
          return Optional.of(Session.prepared(run, options, control));
        } catch (SQLException e) {
          ServerError error = ServerError.of(e);
          boolean last = retry > 0 || connecting.decrementAndGet() == 0;
          if (!last) {
            if (!control.stopped()) {
              run.emit(new ExecutionEvent.FewerConnections(run.shard(), error));
            }
            return Optional.empty();
          }
          // Those that come together count each other, and may all be turned away.
          if (!error.tooManyConnections() || retry == RETRIES || !control.pause(BEFORE_RETRY)) {
            lost(error);
            return Optional.empty();
          }
        }
      }
    }

    private void runAll(Session session) throws SQLException {
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
      watch.watch(pid, statement);
      StatementOutcome outcome = runner.alone(statement);
      watch.unwatch(pid);
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
      if (!control.abandoned(error)) {
        run.problem(error);
      }
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
