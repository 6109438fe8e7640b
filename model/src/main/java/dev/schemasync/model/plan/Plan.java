package dev.schemasync.model.plan;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.Stage;
import java.util.HashMap;
import java.util.Map;

/**
 * The steps that bring one shard from what it holds to what it should hold, in an order that
 * respects every dependency: earlier stages first, and each step behind those it needs.
 *
 * @param unheard whether no event trigger of the shard hears of them ({@code event_triggers})
 */
public record Plan(ImmutableList<PlannedStep> steps, boolean unheard) {
  /** A plan that changes nothing. */
  public static final Plan EMPTY = new Plan(ImmutableList.of());

  /** Of steps that event triggers hear of, if there are any. */
  public Plan(ImmutableList<PlannedStep> steps) {
    this(steps, false);
  }

  public Plan {
    for (int i = 0; i < steps.size(); i++) {
      PlannedStep step = steps.get(i);
      checkArgument(
          step.after().isEmpty() || step.after().last() < i,
          "step %s must follow a later one",
          step.step());
    }
  }

  /** Whether there is nothing to do. */
  public boolean isEmpty() {
    return steps.isEmpty();
  }

  /** The steps of one stage, with dependencies on other stages dropped: those have run before. */
  public Plan only(Stage stage) {
    Map<Integer, Integer> renumbered = new HashMap<>();
    ImmutableList.Builder<PlannedStep> kept = ImmutableList.builder();
    for (int i = 0; i < steps.size(); i++) {
      PlannedStep step = steps.get(i);
      if (step.stage() == stage) {
        ImmutableSortedSet.Builder<Integer> after = ImmutableSortedSet.naturalOrder();
        step.after().stream()
            .filter(renumbered::containsKey)
            .map(renumbered::get)
            .forEach(after::add);
        renumbered.put(i, renumbered.size());
        kept.add(
            new PlannedStep(
                step.step(),
                stage,
                after.build(),
                step.locks(),
                step.footprint(),
                step.checkedRoles(),
                step.transactional(),
                step.weight()));
      }
    }
    return new Plan(kept.build(), unheard);
  }
}
