package dev.schemasync.planner;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.plan.Plan;
import dev.schemasync.model.plan.PlannedStep;
import dev.schemasync.model.plan.Step;

/**
 * What is left to do on one shard, in all stages.
 *
 * @param findings conflicts between what should be and what is, and loops
 */
public record ShardPlan(Plan plan, ImmutableList<Finding> findings) {
  /**
   * The steps up to a stage whose facts do not hold: after it has run, there are none. New data in
   * the place of older is not among them, since nothing tells whether the older is out of date.
   */
  public ImmutableList<PlannedStep> missing(Stage stage) {
    return plan.steps().stream()
        .filter(s -> stage.includes(s.stage()))
        .filter(s -> !isRenewal(s.step()))
        .collect(toImmutableList());
  }

  private static boolean isRenewal(Step step) {
    return step instanceof Step.RefreshMaterializedView(var view, var refresh)
        && refresh != Step.Refresh.FILL;
  }

  /** The steps of the stages before this one, which must be empty for it to run. */
  public ImmutableList<PlannedStep> before(Stage stage) {
    return plan.steps().stream()
        .filter(s -> s.stage().compareTo(stage) < 0)
        .collect(toImmutableList());
  }
}
