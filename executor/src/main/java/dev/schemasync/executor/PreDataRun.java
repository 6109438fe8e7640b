package dev.schemasync.executor;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** Runs each shard's script in one transaction, and commits none before all shards have run. */
final class PreDataRun {
  private final ImmutableList<ShardRun> runs;
  private final ExecutionOptions options;
  private final RunControl control;

  PreDataRun(ImmutableList<ShardRun> runs, ExecutionOptions options, RunControl control) {
    this.runs = runs;
    this.options = options;
    this.control = control;
  }

  /**
   * Runs and settles everything, unless a shard's lock table is too small for one transaction: then
   * nothing has changed, nothing is settled, and that shard's error is the answer.
   */
  Optional<ServerError> run() {
    ImmutableList<ShardTransaction> transactions =
        runs.stream()
            .map(run -> new ShardTransaction(run, options, control))
            .collect(toImmutableList());
    try {
      Parallel.forEach(transactions, control, this::runOne);
      return settle(transactions);
    } finally {
      transactions.forEach(ShardTransaction::close);
    }
  }

  private void runOne(ShardTransaction transaction) {
    transaction.runStatements();
    if (transaction.error().isPresent()) {
      control.stop(transaction.failure());
    }
  }

  private Optional<ServerError> settle(ImmutableList<ShardTransaction> transactions) {
    Optional<ServerError> full =
        transactions.stream()
            .flatMap(t -> t.error().stream())
            .filter(ServerError::lockTableFull)
            .findFirst();
    if (full.isPresent()) {
      return full;
    }
    Optional<String> reason =
        transactions.stream()
            .filter(t -> t.error().isPresent())
            .findFirst()
            .map(ShardTransaction::failure)
            .or(control::stopReason);
    if (reason.isPresent()) {
      Parallel.forEach(
          transactions, control, t -> t.rollBack("rolled back on every shard: " + reason.get()));
    } else {
      new CommitPhase(transactions).run();
    }
    return Optional.empty();
  }
}
