package dev.schemasync.executor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.plan.Lock;
import dev.schemasync.model.plan.LockMode;
import dev.schemasync.model.script.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SchedulerTest {
  /** Enough for four of the statements that {@link Scripts} makes. */
  private static final long LOCK_BUDGET = 36;

  /** Takes as much as there is to have, gives something back, and so on to the end. */
  @Property(tries = 200)
  void respectsOrderAndLocksAndSettlesEverythingOnce(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int size) {
    Random random = new Random(seed);
    ImmutableList<Statement> statements = randomStatements(random, size);
    Map<Statement, StatementOutcome> settled = new HashMap<>();
    Scheduler scheduler =
        new Scheduler(
            statements,
            5,
            LOCK_BUDGET,
            (statement, outcome) -> assertThat(settled.put(statement, outcome)).isNull());
    List<ImmutableList<Statement>> inFlight = new ArrayList<>();
    Set<Integer> done = new HashSet<>();
    while (settled.size() < size) {
      // With nothing in flight there must be something to take; otherwise it may have to wait.
      if (inFlight.isEmpty()) {
        ImmutableList<Statement> taken = scheduler.take();
        assertThat(taken).isNotEmpty();
        inFlight.add(taken);
      }
      while (random.nextBoolean() && hasWork(statements, settled.keySet(), done, inFlight)) {
        inFlight.add(scheduler.take());
      }
      assertNoConflict(inFlight);
      assertThat(inFlight)
          .allSatisfy(
              group ->
                  assertThat(group.size() == 1 || LockNeeds.of(group) <= LOCK_BUDGET).isTrue());
      for (Statement statement : inFlight.remove(random.nextInt(inFlight.size()))) {
        assertThat(done).containsAll(statement.after());
        boolean fails = random.nextInt(10) == 0;
        scheduler.finished(
            statement,
            fails
                ? new StatementOutcome.RolledBack("for the test")
                : new StatementOutcome.Done(Duration.ZERO));
        if (!fails) {
          done.add(statement.number());
        }
      }
    }
    assertThat(settled.keySet()).containsExactlyInAnyOrderElementsOf(statements);
    assertThat(scheduler.take()).isEmpty();
  }

  /** Whether a statement could run now, as far as order and locks go. */
  private static boolean hasWork(
      ImmutableList<Statement> statements,
      Set<Statement> settled,
      Set<Integer> done,
      List<ImmutableList<Statement>> inFlight) {
    List<Statement> running = inFlight.stream().flatMap(List::stream).toList();
    List<Lock> held = running.stream().flatMap(s -> s.locks().stream()).toList();
    return statements.stream()
        .filter(s -> !settled.contains(s) && !running.contains(s) && done.containsAll(s.after()))
        .anyMatch(s -> s.locks().stream().noneMatch(l -> held.stream().anyMatch(l::conflictsWith)));
  }

  private static void assertNoConflict(List<ImmutableList<Statement>> inFlight) {
    for (int i = 0; i < inFlight.size(); i++) {
      for (int j = 0; j < i; j++) {
        List<Lock> others = inFlight.get(j).stream().flatMap(s -> s.locks().stream()).toList();
        assertThat(inFlight.get(i))
            .allSatisfy(
                s ->
                    assertThat(s.locks())
                        .allSatisfy(l -> assertThat(others).noneMatch(l::conflictsWith)));
      }
    }
  }

  private static ImmutableList<Statement> randomStatements(Random random, int size) {
    Scripts scripts = Scripts.of(Stage.POST_DATA);
    LockMode[] modes = LockMode.values();
    for (int i = 0; i < size; i++) {
      Integer[] after =
          i == 0
              ? new Integer[0]
              : random.ints(random.nextInt(3), 0, i).distinct().boxed().toArray(Integer[]::new);
      List<Lock> locks =
          random
              .ints(random.nextInt(3), 0, 4)
              .distinct()
              .mapToObj(t -> Scripts.lock("t" + t, modes[random.nextInt(modes.length)]))
              .toList();
      scripts.heavy("SELECT " + i, random.nextInt(4) * 10L, locks, after);
    }
    return scripts.script().statements();
  }
}
