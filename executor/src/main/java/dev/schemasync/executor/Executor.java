package dev.schemasync.executor;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.script.Statement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Runs scripts on shards and accounts for every statement.
 *
 * <p>First each server's parser reads its whole script; if one objects to anything, nothing runs
 * anywhere. Pre-data then runs in one transaction per shard, all shards commit or none does. Later
 * stages run statement by statement, several at a time per shard.
 *
 * <p>{@link #cancel} may be called from another thread, such as a shutdown hook: it cancels what
 * runs, and the report tells how far it got. Interrupting the thread in {@link #execute} does the
 * same.
 */
public final class Executor implements AutoCloseable {
  private final ExecutionOptions options;
  private final Events events;
  private final RunControl control = new RunControl();

  /** An executor for one run. */
  public Executor(ExecutionOptions options, ExecutionListener listener) {
    this.options = options;
    this.events = new Events(listener);
  }

  /**
   * Runs the scripts, all of the same stage. Failures of statements and lost connections are in the
   * report, not thrown.
   *
   * @param lock holds every shard of the scripts
   * @throws IllegalArgumentException if a shard is not locked, or two scripts are of different
   *     stages or for the same shard
   */
  public RunReport execute(DestinationLock lock, List<ShardScript> scripts) {
    ImmutableList<ShardRun> runs =
        scripts.stream()
            .map(script -> new ShardRun(script, lock.session(script.shard()), events))
            .collect(toImmutableList());
    ImmutableList<Stage> stages =
        scripts.stream().map(s -> s.script().stage()).distinct().collect(toImmutableList());
    checkArgument(stages.size() <= 1, "scripts of different stages: %s", stages);
    checkArgument(
        scripts.stream().map(ShardScript::shard).distinct().count() == scripts.size(),
        "two scripts for one shard");

    runs.stream().filter(r -> r.statements().isEmpty()).forEach(Executor::settleEmpty);
    ImmutableList<ShardRun> working =
        runs.stream().filter(r -> !r.statements().isEmpty()).collect(toImmutableList());
    try {
      if (!working.isEmpty() && (!options.parseCheck() || parses(working))) {
        runStage(stages.getFirst(), working);
      }
    } finally {
      Parallel.forEach(working, new RunControl(), Departure::await);
    }
    return new RunReport(runs.stream().map(ShardRun::report).collect(toImmutableList()));
  }

  private static void settleEmpty(ShardRun run) {
    run.result(new ShardResult.Unchanged("there is nothing to do"));
  }

  /** Lets every server read its script; settles everything if one objects. */
  private boolean parses(ImmutableList<ShardRun> runs) {
    Map<Integer, String> objections = new TreeMap<>();
    Parallel.forEach(
        runs,
        control,
        run -> objection(run).ifPresent(reason -> put(objections, run.shard().number(), reason)));
    if (objections.isEmpty()) {
      return true;
    }
    nothingRun(runs, objections.values().stream().findFirst().orElseThrow());
    return false;
  }

  private static void nothingRun(ImmutableList<ShardRun> runs, String reason) {
    runs.forEach(run -> run.end(false, "nothing was run: " + reason));
  }

  private static void put(Map<Integer, String> objections, int shard, String reason) {
    synchronized (objections) {
      objections.put(shard, reason);
    }
  }

  private Optional<String> objection(ShardRun run) {
    try {
      Map<Statement, ServerError> rejected = ParseCheck.of(run, control);
      rejected.forEach(
          (statement, error) -> run.finished(statement, new StatementOutcome.Failed(error)));
      return rejected.entrySet().stream()
          .findFirst()
          .map(e -> StatementRunner.describe(run, e.getKey(), e.getValue()));
    } catch (SQLException e) {
      ServerError error = ServerError.of(e);
      if (!control.abandoned(error)) {
        run.problem(error);
      }
      return Optional.of("%s: %s".formatted(run.shard(), error));
    }
  }

  private void runStage(Stage stage, ImmutableList<ShardRun> runs) {
    Optional<ImmutableList<Server>> seen = servers(runs);
    if (seen.isEmpty()) {
      return;
    }
    ImmutableList<Server> servers = seen.get();
    switch (stage) {
      case PRE_DATA -> {
        if (options.ignoreErrors()) {
          started(stage, runs);
          new PiecemealRun(runs, options, control, LockBudget.of(servers, 1)).run();
        } else {
          runPreData(runs, servers);
        }
      }
      case POST_DATA, CUTOVER -> {
        started(stage, runs);
        new PostDataRun(runs, options, control, LockBudget.of(servers, options.jobs())).run();
      }
    }
  }

  /** What there is room for; if a shard is lost instead, everything is settled. */
  private static Optional<ImmutableList<Server>> servers(ImmutableList<ShardRun> runs) {
    try {
      return Optional.of(Server.of(runs));
    } catch (ShardUnavailableException e) {
      runs.stream()
          .filter(run -> run.shard().equals(e.shard()))
          .forEach(run -> run.problem(e.error()));
      nothingRun(runs, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static void started(Stage stage, ImmutableList<ShardRun> runs) {
    for (ShardRun run : runs) {
      run.emit(new ExecutionEvent.StageStarted(run.shard(), stage, run.statements().size()));
    }
  }

  private void runPreData(ImmutableList<ShardRun> runs, ImmutableList<Server> servers) {
    PreDataPlan plan = announced(PreDataPlan.of(servers, runs));
    started(Stage.PRE_DATA, runs);
    PreDataRun attempt = attempt(runs, plan);
    for (Optional<ServerError> full = attempt.run(); full.isPresent(); full = attempt.run()) {
      // What others took meanwhile is taken into account; a slot that was free may be lost.
      Optional<ImmutableList<Server>> seen = servers(runs);
      if (seen.isEmpty()) {
        return;
      }
      Optional<PreDataPlan> next = plan.instead(full.get(), seen.get());
      if (next.isEmpty()) {
        attempt.giveUp();
        return;
      }
      for (ShardRun run : runs) {
        run.startOver();
        run.emit(new ExecutionEvent.StartedOver(run.shard(), full.get().toString()));
      }
      plan = announced(next.get());
      attempt = attempt(runs, plan);
    }
  }

  private static PreDataPlan announced(PreDataPlan plan) {
    plan.announce();
    plan.chunks().keySet().forEach(run -> run.chunked(plan.isTorn(run)));
    return plan;
  }

  private PreDataRun attempt(ImmutableList<ShardRun> runs, PreDataPlan plan) {
    RunControl attempt = new RunControl();
    control.onStop(attempt::cancel);
    return new PreDataRun(runs, plan, options, attempt);
  }

  /**
   * Tells the listener what keeps the shards from changing all or not at all, as {@link #execute}
   * does before it runs anything, and runs nothing.
   *
   * @throws ShardUnavailableException if a shard is lost
   */
  public void foresee(DestinationLock lock, List<ShardScript> scripts) {
    ImmutableList<ShardRun> runs =
        scripts.stream()
            .filter(s -> s.script().stage() == Stage.PRE_DATA)
            .filter(s -> !s.script().statements().isEmpty())
            .map(script -> new ShardRun(script, lock.session(script.shard()), events))
            .collect(toImmutableList());
    if (!runs.isEmpty() && !options.ignoreErrors()) {
      PreDataPlan.of(Server.of(runs), runs).announce();
    }
  }

  /** Cancels the run: running statements are abandoned, no new ones start. */
  public void cancel() {
    control.cancel("the run was cancelled");
  }

  /** Cancels a run that is still going on. */
  @Override
  public void close() {
    cancel();
  }
}
