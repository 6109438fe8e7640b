package dev.schemasync.executor;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.script.Statement;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Runs each shard's script in one transaction, and commits none before all shards have run. A shard
 * whose script one transaction cannot hold commits chunk after chunk, when all other shards have
 * run; its last chunk is committed with them.
 */
final class PreDataRun {
  private static final String ON_EVERY_SHARD = "rolled back on every shard: ";

  private final ImmutableList<ShardRun> runs;
  private final PreDataPlan plan;
  private final ExecutionOptions options;
  private final RunControl control;

  /** The open transaction of each shard, by its number. */
  private final SortedMap<Integer, ShardTransaction> open =
      Collections.synchronizedSortedMap(new TreeMap<>());

  PreDataRun(
      ImmutableList<ShardRun> runs,
      PreDataPlan plan,
      ExecutionOptions options,
      RunControl control) {
    this.runs = runs;
    this.plan = plan;
    this.options = options;
    this.control = control;
  }

  /**
   * Runs and settles everything, unless a server had less room than it seemed: then nothing has
   * changed, nothing is settled, and that server's error is the answer.
   */
  Optional<ServerError> run() {
    try {
      Parallel.forEach(
          runs.stream().filter(run -> !plan.isTorn(run)).collect(toImmutableList()),
          control,
          run -> runOne(begin(run, run.statements(), false)));
      Optional<ServerError> full = full();
      if (full.isPresent()) {
        // What is rolled back only when its connection has ended would still take room.
        Parallel.forEach(open.values(), control, ShardTransaction::rollBack);
        return full;
      }
      Parallel.forEach(
          runs.stream().filter(plan::isTorn).collect(toImmutableList()), control, this::runChunks);
      return settle();
    } finally {
      open.values().forEach(ShardTransaction::close);
    }
  }

  private ShardTransaction begin(
      ShardRun run, ImmutableList<Statement> statements, boolean before) {
    ShardTransaction transaction = new ShardTransaction(run, statements, before, options, control);
    open.put(run.shard().number(), transaction);
    return transaction;
  }

  private void runOne(ShardTransaction transaction) {
    transaction.runStatements();
    if (transaction.error().isPresent()) {
      control.stop(reason(transaction));
    }
  }

  /** What went wrong, for the reports of others, and the setting that is too low. */
  private String reason(ShardTransaction failed) {
    return failed.failure()
        + failed.error().map(error -> plan.remedy(failed.run(), error)).orElse("");
  }

  /** The error of a server whose table of locks has no room, where nothing is committed. */
  private Optional<ServerError> full() {
    return open.values().stream()
        .flatMap(t -> t.error().stream())
        .filter(ServerError::lockTableFull)
        .findFirst();
  }

  private void runChunks(ShardRun run) {
    Deque<ImmutableList<Statement>> chunks = new ArrayDeque<>(plan.chunks(run));
    boolean before = false;
    while (!control.stopped()) {
      ImmutableList<Statement> chunk = chunks.remove();
      ShardTransaction transaction = begin(run, chunk, before);
      transaction.runStatements();
      if (transaction.error().filter(ServerError::lockTableFull).isPresent()) {
        List<ImmutableList<Statement>> smaller = LockNeeds.chunks(chunk, LockNeeds.of(chunk) / 2);
        if (smaller.size() > 1) {
          startOver(transaction);
          smaller.reversed().forEach(chunks::addFirst);
          continue;
        }
      }
      if (transaction.error().isPresent()) {
        control.stop(reason(transaction));
      } else if (!chunks.isEmpty() && !control.stopped()) {
        if (commit(transaction)) {
          before = true;
          continue;
        }
      }
      // The last chunk waits for the other shards; what failed is settled with them.
      return;
    }
    run.end(before, control.stopReason().orElseThrow());
  }

  private void startOver(ShardTransaction transaction) {
    transaction.rollBack();
    open.remove(transaction.run().shard().number());
    transaction.close();
    transaction.run().ran(-transaction.ran());
  }

  /** Commits a chunk; tells whether to go on. */
  private boolean commit(ShardTransaction transaction) {
    open.remove(transaction.run().shard().number());
    try (transaction) {
      Optional<String> failure =
          transaction.identify() ? transaction.commitAlone() : transaction.giveUp();
      failure.ifPresent(control::stop);
      return failure.isEmpty();
    }
  }

  private Optional<ServerError> settle() {
    Optional<String> reason = failure().or(control::stopReason);
    ImmutableList<ShardTransaction> transactions = ImmutableList.copyOf(open.values());
    if (reason.isEmpty()) {
      return new CommitPhase(transactions, plan).run();
    }
    String told =
        runs.stream().anyMatch(plan::isTorn)
            ? "rolled back: " + reason.get()
            : ON_EVERY_SHARD + reason.get();
    Parallel.forEach(transactions, control, t -> t.rollBack(told));
    return Optional.empty();
  }

  private Optional<String> failure() {
    return open.values().stream()
        .filter(t -> t.error().filter(error -> !control.abandoned(error)).isPresent())
        .findFirst()
        .map(this::reason);
  }

  /** Settles what {@link #run} left to be tried again: it will not be. */
  void giveUp() {
    String told = ON_EVERY_SHARD + failure().orElseThrow();
    open.values().forEach(t -> t.settleRolledBack(told));
    runs.stream().filter(plan::isTorn).forEach(run -> run.end(false, told));
  }
}
