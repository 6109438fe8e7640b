package dev.schemasync.executor;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.schemasync.model.script.Statement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The transaction in which all statements of a shard run, or a chunk of them. Used by one thread at
 * a time.
 */
final class ShardTransaction implements AutoCloseable {
  /** How a transaction ended. */
  enum Ending {
    COMMITTED,
    ROLLED_BACK,
    UNKNOWN
  }

  private static final String SAVE = "SAVEPOINT schemasync";
  private static final String UNDO = "ROLLBACK TO SAVEPOINT schemasync";
  private static final String RELEASE = "RELEASE SAVEPOINT schemasync";
  private static final String UNDEFINED_OBJECT = "42704";
  private static final Duration FATE_POLL = Duration.ofMillis(200);
  private static final int FATE_POLLS = 25;

  private final ShardRun run;
  private final ImmutableList<Statement> statements;
  private final boolean before;
  private final ExecutionOptions options;
  private final RunControl control;
  private Optional<Session> session = Optional.empty();
  private Optional<TransactionId> id = Optional.empty();
  private Optional<Statement> failedStatement = Optional.empty();
  private Optional<ServerError> error = Optional.empty();
  private boolean inDoubt;

  /** How many statements ran, and how long each batch took per statement. */
  private final ImmutableList.Builder<Duration> durations = ImmutableList.builder();

  private int ran;

  /**
   * @param statements of the shard's script, in its order
   * @param before whether others of them are committed already
   */
  ShardTransaction(
      ShardRun run,
      ImmutableList<Statement> statements,
      boolean before,
      ExecutionOptions options,
      RunControl control) {
    this.run = run;
    this.statements = statements;
    this.before = before;
    this.options = options;
    this.control = control;
  }

  ShardRun run() {
    return run;
  }

  /** What went wrong, if anything did. */
  Optional<ServerError> error() {
    return error;
  }

  /** Whether its fate is unknown. */
  boolean inDoubt() {
    return inDoubt;
  }

  /** How many of its statements ran. */
  int ran() {
    return ran;
  }

  /** Where and what went wrong, for the reports of others. */
  String failure() {
    return "%s: %s%s"
        .formatted(
            run.shard(),
            failedStatement
                .map(s -> "statement %d (%s): ".formatted(s.number() + 1, s.summary()))
                .orElse(""),
            error.map(ServerError::toString).orElse("stopped"));
  }

  /** Runs all statements, up to the first failure here or anywhere. Does not commit. */
  void runStatements() {
    try {
      Session opened = Session.prepared(run, options, control);
      session = Optional.of(opened);
      opened.execute("BEGIN");
      for (List<Statement> batch : Lists.partition(statements, options.batchSize())) {
        if (control.stopped() || !runBatch(opened, batch)) {
          return;
        }
      }
      // Deferred constraints fail here, while every shard can still be rolled back.
      opened.run("SET CONSTRAINTS ALL IMMEDIATE");
    } catch (SQLException e) {
      error = Optional.of(ServerError.of(e)).filter(failed -> !control.abandoned(failed));
    }
  }

  private boolean runBatch(Session opened, List<Statement> batch) throws SQLException {
    run.started(batch);
    long start = System.nanoTime();
    try {
      inSavepoint(opened, batch);
      note(batch.size(), Duration.ofNanos(System.nanoTime() - start));
      return true;
    } catch (SQLException e) {
      if (ServerError.of(e).connectionLost()) {
        failedStatement = Optional.of(batch.getFirst());
        throw e;
      }
      opened.execute(UNDO);
      return runOneByOne(opened, batch);
    }
  }

  /** The driver does not tell which statement of a batch failed; this finds out. */
  private boolean runOneByOne(Session opened, List<Statement> batch) {
    LockPatience patience = new LockPatience(options, control);
    for (Statement statement : batch) {
      if (control.cancelled()) {
        return false;
      }
      long start = System.nanoTime();
      error = patience.run(run, statement, () -> attempt(opened, statement));
      if (error.isPresent()) {
        failedStatement = Optional.of(statement);
        return false;
      }
      note(1, Duration.ofNanos(System.nanoTime() - start));
    }
    return true;
  }

  private static void attempt(Session opened, Statement statement) throws SQLException {
    try {
      inSavepoint(opened, ImmutableList.of(statement));
    } catch (SQLException e) {
      if (!ServerError.of(e).connectionLost()) {
        opened.execute(UNDO);
      }
      throw e;
    }
  }

  private static void inSavepoint(Session opened, List<Statement> statements) throws SQLException {
    opened.batch(ImmutableList.of(SAVE), statements, RELEASE);
  }

  private void note(int statements, Duration together) {
    for (int i = 0; i < statements; i++) {
      durations.add(together.dividedBy(statements));
    }
    ran += statements;
    run.ran(statements);
  }

  /**
   * Makes sure that nobody else works on the shard, and learns {@link #id}, by which the
   * transaction's fate can be asked for; tells whether it worked.
   */
  boolean identify() {
    return attempt(
        () -> {
          // Whoever lost the lock may no longer write: another run may have begun.
          run.controlSession().value("SELECT 1");
          id = Optional.of(TransactionId.current(open()));
        });
  }

  TransactionId id() {
    return id.orElseThrow();
  }

  /** Prepares; tells whether it worked. */
  boolean prepare(Gid gid) {
    return attempt(() -> open().execute(gid.prepare()));
  }

  /** Lets the commit of this transaction be the decision; tells whether it worked. */
  boolean coordinate(CommitRecord record) {
    return attempt(() -> record.decide(open()));
  }

  /** What is asked of a session. */
  @FunctionalInterface
  private interface Request {
    void run() throws SQLException;
  }

  private boolean attempt(Request request) {
    try {
      request.run();
      return true;
    } catch (SQLException e) {
      error = Optional.of(ServerError.of(e));
      return false;
    }
  }

  /** Commits the open transaction. When the answer is lost, asks what became of it. */
  Ending commit() {
    try {
      open().execute("COMMIT");
      return Ending.COMMITTED;
    } catch (SQLException e) {
      error = Optional.of(ServerError.of(e));
      return ServerError.of(e).connectionLost() ? fate() : Ending.ROLLED_BACK;
    }
  }

  /** Commits, whatever other shards do, and settles; what kept it from that, if anything did. */
  Optional<String> commitAlone() {
    return switch (commit()) {
      case COMMITTED -> {
        settleCommitted();
        yield Optional.empty();
      }
      case ROLLED_BACK -> {
        String reason = "could not commit: " + failure();
        settleRolledBack(reason);
        yield Optional.of(reason);
      }
      case UNKNOWN -> {
        String reason = "the answer to COMMIT was lost: " + failure();
        settleInDoubt(Optional.empty(), reason);
        yield Optional.of(reason);
      }
    };
  }

  /** Rolls back what cannot be committed, and says why. */
  Optional<String> giveUp() {
    String reason = failure();
    rollBack(reason);
    return Optional.of(reason);
  }

  private Ending fate() {
    try (Session fresh = Session.open(run.shard())) {
      for (int poll = 0; poll < FATE_POLLS; poll++) {
        switch (id().status(fresh).orElse("")) {
          case "committed" -> {
            return Ending.COMMITTED;
          }
          case "aborted" -> {
            return Ending.ROLLED_BACK;
          }
          default -> Thread.sleep(FATE_POLL);
        }
      }
    } catch (SQLException e) {
      // The server is gone; the next run asks it again.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Ending.UNKNOWN;
  }

  /**
   * Ends the transaction that {@link #prepare} prepared, or tried to; over a new connection if this
   * one is lost. Tells whether it is ended.
   */
  boolean finishPrepared(Gid gid, boolean commit) {
    try {
      return ended(open(), gid, commit);
    } catch (SQLException e) {
      try (Session fresh = Session.open(run.shard())) {
        return ended(fresh, gid, commit);
      } catch (SQLException again) {
        error = Optional.of(ServerError.of(again));
        return false;
      }
    }
  }

  private static boolean ended(Session session, Gid gid, boolean commit) throws SQLException {
    try {
      session.execute(gid.finish(commit));
    } catch (SQLException e) {
      // What failed to prepare is rolled back already.
      if (commit || !ServerError.of(e).sqlState().equals(UNDEFINED_OBJECT)) {
        throw e;
      }
    }
    return true;
  }

  /** Rolls the open transaction back; the reason is what others should know. */
  void rollBack(String reason) {
    rollBack();
    settleRolledBack(reason);
  }

  /** Rolls the open transaction back, which is to be tried again. */
  void rollBack() {
    try {
      if (session.isPresent()) {
        session.get().execute("ROLLBACK");
      }
    } catch (SQLException e) {
      // The server rolls back by itself when the connection ends.
    }
  }

  /** Records that the transaction is rolled back. */
  void settleRolledBack(String reason) {
    failedStatement.ifPresent(
        s -> run.finished(s, new StatementOutcome.Failed(error.orElseThrow())));
    if (failedStatement.isEmpty()) {
      error.ifPresent(run::problem);
    }
    statements.stream()
        .limit(ran)
        .forEach(s -> run.finished(s, new StatementOutcome.RolledBack(reason)));
    run.end(before, reason);
    run.emit(new ExecutionEvent.RolledBack(run.shard(), reason));
  }

  /** Records that the transaction is committed. */
  void settleCommitted() {
    ImmutableList<Duration> each = durations.build();
    for (int i = 0; i < each.size(); i++) {
      run.finished(statements.get(i), new StatementOutcome.Done(each.get(i)));
    }
    run.result(
        statements.size() == run.statements().size()
            ? new ShardResult.Committed()
            : new ShardResult.Piecemeal());
    run.emit(new ExecutionEvent.Committed(run.shard()));
  }

  /** Records that the fate of the transaction is unknown. */
  void settleInDoubt(Optional<Gid> gid, String reason) {
    inDoubt = true;
    error.ifPresent(run::problem);
    statements.forEach(s -> run.finished(s, new StatementOutcome.InDoubt(reason)));
    run.finishRest(new StatementOutcome.NotReached(reason));
    run.result(new ShardResult.InDoubt(gid.map(Gid::text), reason));
  }

  private Session open() throws SQLException {
    return session.orElseThrow(() -> new SQLException("the transaction has not begun", "08003"));
  }

  @Override
  public void close() {
    session.ifPresent(Session::close);
  }
}
