package dev.schemasync.planner.relation;

import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.step.Effects;
import dev.schemasync.planner.step.Extent;
import dev.schemasync.planner.step.Locks;
import dev.schemasync.planner.step.StepContext;

/** The effects of making and switching rules. */
public final class RuleEffects {
  private RuleEffects() {}

  public static Effects create(Step.CreateRule s, StepContext on) {
    return Effects.onCatalogsOnly(
        Locks.exclusive(s.rule().relation()), Extent.making(s, Extent.ROW));
  }

  public static Effects setState(Step.SetRuleState s, StepContext on) {
    return Effects.onCatalogsOnly(Locks.exclusive(s.relation()), Extent.changing(s, Extent.ROW));
  }
}
