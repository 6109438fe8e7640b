package dev.schemasync.planner.relation;

import dev.schemasync.model.plan.LockMode;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.step.Effects;
import dev.schemasync.planner.step.Extent;
import dev.schemasync.planner.step.Locks;
import dev.schemasync.planner.step.StepContext;

/** The effects of making and changing extended statistics. */
public final class StatisticsEffects {
  private StatisticsEffects() {}

  public static Effects create(Step.CreateStatistics s, StepContext on) {
    return Effects.onCatalogsOnly(
        Locks.lock(s.statistics().relation(), LockMode.SHARE_UPDATE_EXCLUSIVE),
        Extent.making(s, Extent.ROW));
  }

  public static Effects setTarget(Step.SetStatisticsTarget s, StepContext on) {
    return Effects.onCatalogsOnly(Effects.NO_LOCKS, Extent.changing(s, 0));
  }
}
