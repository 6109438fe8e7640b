package dev.schemasync.executor;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Commits the transactions of all shards, all or none.
 *
 * <p>All but one, the coordinator, are prepared; then the coordinator commits, which decides; then
 * the prepared ones are committed. Killed before the decision, everything rolls back; after it, the
 * next run commits the rest ({@link LeftoverTransactions}). So at most one server has to do without
 * prepared transactions. If several do, commits follow one another, and one that fails leaves
 * earlier ones standing.
 */
final class CommitPhase {
  private final ImmutableList<ShardTransaction> transactions;

  /** Nothing may cut the commits short, so it is never stopped. */
  private final RunControl uninterrupted = new RunControl();

  CommitPhase(ImmutableList<ShardTransaction> transactions) {
    this.transactions = transactions;
  }

  /** Ends every transaction. */
  void run() {
    ImmutableList<ShardTransaction> unable;
    try {
      checkLocks();
      for (ShardTransaction transaction : transactions) {
        transaction.identify();
      }
      unable = transactions.size() == 1 ? transactions : unable();
    } catch (SQLException e) {
      rollBackAll("before the commit: " + ServerError.of(e));
      return;
    }
    if (unable.size() > 1) {
      oneAfterAnother(unable);
    } else {
      twoPhases(unable.isEmpty() ? transactions.getFirst() : unable.getFirst());
    }
  }

  /** Whoever lost the lock may no longer write: another run may have begun. */
  private void checkLocks() throws SQLException {
    for (ShardTransaction transaction : transactions) {
      transaction.run().controlSession().value("SELECT 1");
    }
  }

  private ImmutableList<ShardTransaction> unable() throws SQLException {
    ImmutableList.Builder<ShardTransaction> unable = ImmutableList.builder();
    for (ShardTransaction transaction : transactions) {
      if (!transaction.canPrepare()) {
        unable.add(transaction);
      }
    }
    return unable.build();
  }

  /** A transaction that is prepared, and under which name. */
  private record Participant(ShardTransaction transaction, Gid gid) {}

  private void twoPhases(ShardTransaction coordinator) {
    String run = "%016x".formatted(ThreadLocalRandom.current().nextLong());
    TransactionId decision = coordinator.id();
    ImmutableList<Participant> others =
        transactions.stream()
            .filter(t -> t != coordinator)
            .map(
                t ->
                    new Participant(
                        t,
                        new Gid(run, decision.system(), decision.xid(), t.run().shard().number())))
            .collect(toImmutableList());
    Set<ShardTransaction> failed = ConcurrentHashMap.newKeySet();
    Parallel.forEach(
        others,
        uninterrupted,
        other -> {
          if (!other.transaction().prepare(other.gid())) {
            failed.add(other.transaction());
          }
        });
    if (!failed.isEmpty()) {
      String reason = "could not prepare to commit: " + first(failed).failure();
      coordinator.rollBack(reason);
      finish(others, false, reason);
      return;
    }
    switch (coordinator.commit()) {
      case COMMITTED -> {
        coordinator.settleCommitted();
        finish(others, true, "the other shards have committed");
      }
      case ROLLED_BACK -> {
        String reason = "could not commit: " + coordinator.failure();
        coordinator.settleRolledBack(reason);
        finish(others, false, reason);
      }
      case UNKNOWN -> {
        String reason = "the answer to COMMIT was lost: " + coordinator.failure();
        coordinator.settleInDoubt(Optional.empty(), reason);
        others.forEach(o -> o.transaction().settleInDoubt(Optional.of(o.gid()), reason));
      }
    }
  }

  private void finish(ImmutableList<Participant> prepared, boolean commit, String reason) {
    Parallel.forEach(
        prepared, uninterrupted, p -> finish(p.transaction(), p.gid(), commit, reason));
  }

  private static void finish(ShardTransaction transaction, Gid gid, boolean commit, String reason) {
    if (!transaction.finishPrepared(gid, commit)) {
      transaction.settleInDoubt(
          Optional.of(gid),
          "%s, but %s; the next run will %s '%s'"
              .formatted(
                  reason, transaction.failure(), commit ? "commit" : "roll back", gid.text()));
    } else if (commit) {
      transaction.settleCommitted();
    } else {
      transaction.settleRolledBack(reason);
    }
  }

  private void oneAfterAnother(ImmutableList<ShardTransaction> unable) {
    for (ShardTransaction transaction : unable) {
      transaction
          .run()
          .emit(
              new ExecutionEvent.CommitNotAtomic(
                  transaction.run().shard(), "max_prepared_transactions is 0 on this server"));
    }
    Optional<String> failure = Optional.empty();
    for (ShardTransaction transaction : transactions) {
      if (failure.isPresent()) {
        transaction.rollBack(failure.get());
        continue;
      }
      switch (transaction.commit()) {
        case COMMITTED -> transaction.settleCommitted();
        case ROLLED_BACK -> {
          failure = Optional.of("could not commit: " + transaction.failure());
          transaction.settleRolledBack(failure.get());
        }
        case UNKNOWN -> {
          failure = Optional.of("the answer to COMMIT was lost: " + transaction.failure());
          transaction.settleInDoubt(Optional.empty(), failure.get());
        }
      }
    }
  }

  private void rollBackAll(String reason) {
    transactions.forEach(t -> t.rollBack(reason));
  }

  /** The one with the lowest shard number, so that the message does not depend on timing. */
  private ShardTransaction first(Set<ShardTransaction> failed) {
    return transactions.stream().filter(failed::contains).collect(toImmutableList()).getFirst();
  }
}
