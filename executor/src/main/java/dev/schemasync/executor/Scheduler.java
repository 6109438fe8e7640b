package dev.schemasync.executor;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.common.collect.LinkedHashMultiset;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Multiset;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.plan.Lock;
import dev.schemasync.model.script.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * Decides what runs next on one shard: the statement with the most work among those whose
 * predecessors are done and whose locks, and object, nobody in flight has. Statements that read no
 * rows come in groups, to be sent together. Safe for use by several workers.
 */
final class Scheduler {
  /** The most work first, then the order of the script. */
  private static final Comparator<Statement> PREFERENCE =
      Comparator.comparingLong(Statement::weight).reversed().thenComparingInt(Statement::number);

  private final ImmutableList<Statement> statements;
  private final int groupSize;
  private final long lockBudget;
  private final BiConsumer<Statement, StatementOutcome> settled;

  /** By statement: how many of its predecessors are not done, and who waits for it. */
  private final int[] waitingFor;

  private final List<List<Statement>> dependants = new ArrayList<>();
  private final boolean[] over;
  private final TreeSet<Statement> ready = new TreeSet<>(PREFERENCE);
  private final ListMultimap<ObjectId, Lock> heldLocks = ArrayListMultimap.create();
  private final Multiset<ObjectId> objectsInFlight = LinkedHashMultiset.create();
  private int unfinished;
  private Optional<String> closed = Optional.empty();

  /**
   * @param statements numbered by position, each after those that it needs
   * @param groupSize the most statements to send together
   * @param lockBudget the most locks that they may take together
   * @param settled told the outcome of each statement, once
   */
  Scheduler(
      ImmutableList<Statement> statements,
      int groupSize,
      long lockBudget,
      BiConsumer<Statement, StatementOutcome> settled) {
    this.statements = statements;
    this.groupSize = groupSize;
    this.lockBudget = lockBudget;
    this.settled = settled;
    waitingFor = new int[statements.size()];
    over = new boolean[statements.size()];
    unfinished = statements.size();
    for (Statement statement : statements) {
      dependants.add(new ArrayList<>());
      waitingFor[statement.number()] = statement.after().size();
      statement.after().forEach(before -> dependants.get(before).add(statement));
      if (statement.after().isEmpty()) {
        ready.add(statement);
      }
    }
  }

  /**
   * What to run next: one statement, or several light ones in this order in one transaction. Waits
   * until there is something; empty when there will be nothing more. Each statement must be given
   * back with {@link #finished}.
   */
  synchronized ImmutableList<Statement> take() {
    while (unfinished > 0 && closed.isEmpty()) {
      Optional<Statement> first = ready.stream().filter(this::free).findFirst();
      if (first.isPresent()) {
        ImmutableList<Statement> group = group(first.get());
        group.forEach(this::hold);
        return group;
      }
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return ImmutableList.of();
      }
    }
    return ImmutableList.of();
  }

  private ImmutableList<Statement> group(Statement first) {
    if (!light(first)) {
      ready.remove(first);
      return ImmutableList.of(first);
    }
    ImmutableList.Builder<Statement> group = ImmutableList.builder();
    int size = 0;
    LockNeeds needs = new LockNeeds();
    // Ready statements that read rows sort before, so all from here on are light or not to be
    // mixed.
    for (Statement next = first; next != null && size < groupSize; next = ready.higher(next)) {
      if (light(next) && free(next)) {
        needs.add(next);
        if (size > 0 && needs.total() > lockBudget) {
          break;
        }
        group.add(next);
        size++;
      }
    }
    ImmutableList<Statement> taken = group.build();
    taken.forEach(ready::remove);
    return taken;
  }

  private static boolean light(Statement statement) {
    return statement.weight() == 0 && statement.transactional();
  }

  private boolean free(Statement statement) {
    return !objectsInFlight.contains(statement.object())
        && statement.locks().stream()
            .noneMatch(
                lock -> heldLocks.get(lock.relation()).stream().anyMatch(lock::conflictsWith));
  }

  private void hold(Statement statement) {
    objectsInFlight.add(statement.object());
    statement.locks().forEach(lock -> heldLocks.put(lock.relation(), lock));
  }

  private void release(Statement statement) {
    objectsInFlight.remove(statement.object());
    statement.locks().forEach(lock -> heldLocks.remove(lock.relation(), lock));
  }

  /** The outcome of a statement that {@link #take} gave. */
  synchronized void finished(Statement statement, StatementOutcome outcome) {
    release(statement);
    settle(statement, outcome);
    if (outcome instanceof StatementOutcome.Done) {
      for (Statement dependant : dependants.get(statement.number())) {
        if (--waitingFor[dependant.number()] == 0 && !over[dependant.number()]) {
          ready.add(dependant);
        }
      }
    } else {
      skipDependants(statement);
    }
    notifyAll();
  }

  private void skipDependants(Statement failed) {
    StatementOutcome skipped =
        new StatementOutcome.NotReached(
            "it needs statement %d (%s), which was not done"
                .formatted(failed.number() + 1, failed.summary()));
    Deque<Statement> doomed = new ArrayDeque<>(dependants.get(failed.number()));
    while (!doomed.isEmpty()) {
      Statement next = doomed.remove();
      if (!over[next.number()]) {
        settle(next, skipped);
        doomed.addAll(dependants.get(next.number()));
      }
    }
  }

  private void settle(Statement statement, StatementOutcome outcome) {
    over[statement.number()] = true;
    unfinished--;
    settled.accept(statement, outcome);
  }

  /** Gives out nothing more. Only the first reason counts. */
  synchronized void close(String reason) {
    if (closed.isEmpty()) {
      closed = Optional.of(reason);
      notifyAll();
    }
  }

  /** Settles what was never given out; when no worker is left. */
  synchronized void settleRest() {
    StatementOutcome rest = new StatementOutcome.NotReached(closed.orElse("the run has ended"));
    for (Statement statement : Iterables.filter(statements, s -> !over[s.number()])) {
      settle(statement, rest);
    }
  }
}
