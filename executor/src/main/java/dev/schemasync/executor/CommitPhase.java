package dev.schemasync.executor;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Commits the transactions of all shards, all or none.
 *
 * <p>One of them, the coordinator, first leaves an open {@link CommitRecord} in its database. Then
 * all others are prepared; then the coordinator records that it commits, and commits, which
 * decides; then the prepared ones are committed. Killed before the decision, everything rolls back;
 * after it, the next run commits the rest ({@link LeftoverTransactions}). So one shard has to do
 * without being prepared. If more have to, commits follow one another, and one that fails leaves
 * earlier ones standing.
 */
final class CommitPhase {
  private final ImmutableList<ShardTransaction> transactions;
  private final PreDataPlan plan;

  /** Nothing may cut the commits short, so it is never stopped. */
  private final RunControl uninterrupted = new RunControl();

  CommitPhase(ImmutableList<ShardTransaction> transactions, PreDataPlan plan) {
    this.transactions = transactions;
    this.plan = plan;
  }

  /**
   * Ends and settles every transaction, unless all were rolled back because a server has no room
   * for a prepared one, and nothing was committed before: then its error is the answer.
   */
  Optional<ServerError> run() {
    ImmutableList<ShardTransaction> unfit =
        failing(transactions, t -> t, ShardTransaction::identify);
    if (!unfit.isEmpty()) {
      rollBackAll("before the commit: " + unfit.getFirst().failure());
      return Optional.empty();
    }
    return switch (plan.commits()) {
      case PreDataPlan.Commits.OneAfterAnother c -> oneAfterAnother();
      case PreDataPlan.Commits.Together(var coordinator) ->
          transactions.size() == 1
              ? oneAfterAnother()
              : together(
                  transactions.stream()
                      .filter(t -> t.run() == coordinator)
                      .findFirst()
                      .orElseThrow());
    };
  }

  /** The transactions that fail something; all are asked at once, and answer in their order. */
  private <T> ImmutableList<ShardTransaction> failing(
      ImmutableList<T> asked, Function<T, ShardTransaction> transaction, Predicate<T> succeeds) {
    Set<T> failed = ConcurrentHashMap.newKeySet();
    Parallel.forEach(
        asked,
        uninterrupted,
        one -> {
          if (!succeeds.test(one)) {
            failed.add(one);
          }
        });
    return asked.stream().filter(failed::contains).map(transaction).collect(toImmutableList());
  }

  /** A transaction that is prepared, and under which name. */
  private record Participant(ShardTransaction transaction, Gid gid) {}

  private Optional<ServerError> together(ShardTransaction coordinator) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    CommitRecord record =
        CommitRecord.open("%016x%016x".formatted(random.nextLong(), random.nextLong()));
    try {
      record.write(coordinator.run().controlSession());
    } catch (SQLException e) {
      return withoutRecord(coordinator, ServerError.of(e));
    }
    if (!coordinator.coordinate(record)) {
      rollBackAll("before the commit: " + coordinator.failure());
      erase(record, coordinator);
      return Optional.empty();
    }
    Gid.Run run = new Gid.Run(record.run(), coordinator.id());
    ImmutableList<Participant> others =
        transactions.stream()
            .filter(t -> t != coordinator)
            .map(t -> new Participant(t, new Gid(run, t.run().shard().number())))
            .collect(toImmutableList());
    ImmutableList<ShardTransaction> unprepared =
        failing(others, Participant::transaction, o -> o.transaction().prepare(o.gid()));
    return unprepared.isEmpty()
        ? decide(coordinator, others, record)
        : takeBack(coordinator, others, record, unprepared.getFirst());
  }

  /** Where the decision cannot be recorded, nobody could follow it after a kill. */
  private Optional<ServerError> withoutRecord(ShardTransaction coordinator, ServerError error) {
    ShardRun run = coordinator.run();
    if (error.connectionLost()) {
      run.problem(error);
      rollBackAll("before the commit: %s: %s".formatted(run.shard(), error));
      return Optional.empty();
    }
    run.emit(
        new ExecutionEvent.CommitNotAtomic(
            run.shard(), "the decision to commit cannot be recorded there: " + error));
    return oneAfterAnother();
  }

  private Optional<ServerError> takeBack(
      ShardTransaction coordinator,
      ImmutableList<Participant> others,
      CommitRecord record,
      ShardTransaction unprepared) {
    String reason = "could not prepare to commit: " + unprepared.failure();
    Optional<ServerError> full = unprepared.error().filter(ServerError::slotsFull);
    if (full.isPresent()
        && plan.isWhole()
        && failing(
                others,
                Participant::transaction,
                o -> o.transaction().finishPrepared(o.gid(), false))
            .isEmpty()) {
      coordinator.rollBack();
      erase(record, coordinator);
      return full;
    }
    coordinator.rollBack(reason);
    finish(others, false, reason);
    eraseWhenDone(record, coordinator, others);
    return Optional.empty();
  }

  private Optional<ServerError> decide(
      ShardTransaction coordinator, ImmutableList<Participant> others, CommitRecord record) {
    switch (coordinator.commit()) {
      case COMMITTED -> {
        coordinator.settleCommitted();
        finish(others, true, "the other shards have committed");
        eraseWhenDone(record, coordinator, others);
      }
      case ROLLED_BACK -> {
        String reason = "could not commit: " + coordinator.failure();
        coordinator.settleRolledBack(reason);
        finish(others, false, reason);
        eraseWhenDone(record, coordinator, others);
      }
      case UNKNOWN -> {
        String reason = "the answer to COMMIT was lost: " + coordinator.failure();
        coordinator.settleInDoubt(Optional.empty(), reason);
        others.forEach(o -> o.transaction().settleInDoubt(Optional.of(o.gid()), reason));
      }
    }
    return Optional.empty();
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

  private static void eraseWhenDone(
      CommitRecord record, ShardTransaction coordinator, ImmutableList<Participant> others) {
    if (others.stream().noneMatch(o -> o.transaction().inDoubt())) {
      erase(record, coordinator);
    }
  }

  private static void erase(CommitRecord record, ShardTransaction coordinator) {
    try {
      record.erase(coordinator.run().controlSession());
    } catch (SQLException e) {
      // Nobody waits for it any more; the next run removes it.
    }
  }

  private Optional<ServerError> oneAfterAnother() {
    Optional<String> failure = Optional.empty();
    for (ShardTransaction transaction : transactions) {
      if (failure.isPresent()) {
        transaction.rollBack(failure.get());
      } else {
        failure = transaction.commitAlone();
      }
    }
    return Optional.empty();
  }

  private void rollBackAll(String reason) {
    transactions.forEach(t -> t.rollBack(reason));
  }
}
