package dev.schemasync.planner;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.diff.TextEquivalence;
import dev.schemasync.model.plan.PlannedStep;
import dev.schemasync.model.plan.Step;
import dev.schemasync.testkit.catalog.Snapshots;

/** Plans between built catalogs. */
final class Plans {
  static final PlanOptions OPTIONS = new PlanOptions(Stage.PRE_DATA, true, false);

  private Plans() {}

  static Desired desired(Catalog catalog) {
    return new Desired(
        catalog,
        ImmutableSortedSet.of(),
        ImmutableSortedMap.of(),
        ImmutableSortedSet.of(),
        ImmutableSortedMap.of(),
        ImmutableList.of());
  }

  static ShardPlan between(Catalog desired, Catalog actual) {
    return Planner.plan(desired(desired), Snapshots.of(actual), TextEquivalence.NONE, OPTIONS);
  }

  static ShardPlan fromNothing(Catalog desired) {
    return between(desired, Catalog.EMPTY);
  }

  static ImmutableList<Step> steps(ShardPlan plan) {
    return plan.plan().steps().stream().map(PlannedStep::step).collect(toImmutableList());
  }

  static ImmutableList<Step> steps(Catalog desired, Catalog actual) {
    return steps(between(desired, actual));
  }
}
