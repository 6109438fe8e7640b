package dev.schemasync.planner;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.plan.Plan;
import dev.schemasync.model.plan.PlannedStep;

/**
 * What is left to do on one shard, in all stages.
 *
 * @param findings conflicts between what should be and what is, and loops
 */
public record ShardPlan(Plan plan, ImmutableList<Finding> findings) {
  /** The steps of the stages before this one, which must be empty for it to run. */
  public ImmutableList<PlannedStep> before(Stage stage) {
    return plan.steps().stream()
        .filter(s -> s.stage().compareTo(stage) < 0)
        .collect(toImmutableList());
  }
}
