package dev.schemasync.planner.relation;

import dev.schemasync.model.plan.LockMode;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.step.Effects;
import dev.schemasync.planner.step.Extent;
import dev.schemasync.planner.step.Locks;
import dev.schemasync.planner.step.StepContext;

/** The effects of making and switching triggers. */
public final class TriggerEffects {
  private TriggerEffects() {}

  public static Effects create(Step.CreateTrigger s, StepContext on) {
    return Effects.onCatalogsOnly(
        Locks.lock(s.trigger().relation(), LockMode.SHARE_ROW_EXCLUSIVE),
        Extent.reaching(s, Extent.ROW));
  }

  public static Effects setState(Step.SetTriggerState s, StepContext on) {
    return Effects.onCatalogsOnly(
        Locks.lock(s.relation(), LockMode.SHARE_ROW_EXCLUSIVE), Extent.reaching(s, 0));
  }
}
