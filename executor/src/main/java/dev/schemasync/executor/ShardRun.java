package dev.schemasync.executor;

import com.google.common.collect.ImmutableList;
import dev.schemasync.executor.Validity.ServerParser;
import dev.schemasync.model.script.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is known so far about a script on its shard. Safe for use by several threads. */
final class ShardRun {
  private final ShardScript script;
  private final Session controlSession;
  private final Events events;
  private final long lockNeed;
  private final @Nullable StatementOutcome[] outcomes;
  private final ServerParser[] verdicts;
  private Optional<ServerError> problem = Optional.empty();
  private ShardResult result = new ShardResult.Unchanged("it has not begun");
  private boolean chunked;
  private int ran;
  private final Set<Integer> pids = new TreeSet<>();

  /**
   * @param controlSession the session that holds the shard's lock; it runs none of the script
   */
  ShardRun(ShardScript script, Session controlSession, Events events) {
    this.script = script;
    this.controlSession = controlSession;
    this.events = events;
    outcomes = new StatementOutcome[script.script().statements().size()];
    verdicts = new ServerParser[outcomes.length];
    lockNeed = LockNeeds.of(script.script().statements());
    Arrays.fill(verdicts, ServerParser.NOT_CHECKED);
  }

  /** How many locks it takes in one transaction, at most. */
  long lockNeed() {
    return lockNeed;
  }

  ShardScript script() {
    return script;
  }

  Shard shard() {
    return script.shard();
  }

  ImmutableList<Statement> statements() {
    return script.script().statements();
  }

  Session controlSession() {
    return controlSession;
  }

  /** A server process works for this run. */
  synchronized void opened(int pid) {
    pids.add(pid);
  }

  /** The server processes that have worked for this run. */
  synchronized ImmutableList<Integer> pids() {
    return ImmutableList.copyOf(pids);
  }

  void emit(ExecutionEvent event) {
    events.emit(event);
  }

  void started(List<Statement> statements) {
    statements.forEach(s -> emit(new ExecutionEvent.StatementStarted(shard(), s)));
  }

  synchronized void ran(int more) {
    ran += more;
    emit(new ExecutionEvent.Progress(shard(), ran, outcomes.length));
  }

  /** What ran so far was rolled back and will run again. */
  synchronized void startOver() {
    ran = 0;
    problem = Optional.empty();
  }

  synchronized void finished(Statement statement, StatementOutcome outcome) {
    if (outcomes[statement.number()] != null) {
      throw new IllegalStateException("statement %s has an outcome".formatted(statement.number()));
    }
    outcomes[statement.number()] = outcome;
    emit(new ExecutionEvent.StatementFinished(shard(), statement, outcome));
  }

  /** The outcome of all statements that have none yet. */
  synchronized void finishRest(StatementOutcome outcome) {
    for (Statement statement : statements()) {
      if (outcomes[statement.number()] == null) {
        finished(statement, outcome);
      }
    }
  }

  synchronized void verdict(Statement statement, ServerParser verdict) {
    verdicts[statement.number()] = verdict;
  }

  /** Only the first counts: what follows comes of it. */
  synchronized void problem(ServerError error) {
    problem = problem.or(() -> Optional.of(error));
  }

  synchronized void result(ShardResult newResult) {
    result = newResult;
  }

  synchronized void chunked(boolean inChunks) {
    chunked = inChunks;
  }

  /**
   * Nothing more will change; what has not been told of a statement is told now.
   *
   * @param before whether something is committed
   */
  synchronized void end(boolean before, String reason) {
    finishRest(new StatementOutcome.NotReached(reason));
    result(before ? new ShardResult.Piecemeal() : new ShardResult.Unchanged(reason));
  }

  /** The report; every statement must have its outcome by now. */
  synchronized ShardReport report() {
    ImmutableList.Builder<StatementReport> reports = ImmutableList.builder();
    for (Statement statement : statements()) {
      StatementOutcome outcome = outcomes[statement.number()];
      if (outcome == null) {
        throw new IllegalStateException(
            "statement %s has no outcome".formatted(statement.number()));
      }
      reports.add(
          new StatementReport(
              statement,
              outcome,
              new Validity(
                  statement.crossCheck(),
                  verdicts[statement.number()],
                  outcome instanceof StatementOutcome.Done)));
    }
    return new ShardReport(shard(), result, problem, chunked, reports.build());
  }
}
