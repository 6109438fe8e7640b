package dev.schemasync.planner.relation;

import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.step.Effects;
import dev.schemasync.planner.step.Extent;
import dev.schemasync.planner.step.StepContext;

/** The effects of making access methods. */
public final class AccessMethodEffects {
  private AccessMethodEffects() {}

  public static Effects create(Step.CreateAccessMethod s, StepContext on) {
    return Effects.onCatalogsOnly(Effects.NO_LOCKS, Extent.making(s, 0));
  }
}
