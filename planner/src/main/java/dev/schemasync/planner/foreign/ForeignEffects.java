package dev.schemasync.planner.foreign;

import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.step.Effects;
import dev.schemasync.planner.step.Extent;
import dev.schemasync.planner.step.StepContext;

/** The effects of making what foreign tables are reached by. */
public final class ForeignEffects {
  private ForeignEffects() {}

  public static Effects create(Step.CreateForeignDataWrapper s, StepContext on) {
    return making(s);
  }

  public static Effects create(Step.CreateForeignServer s, StepContext on) {
    return making(s);
  }

  public static Effects create(Step.CreateUserMapping s, StepContext on) {
    return making(s);
  }

  private static Effects making(Step step) {
    return Effects.onCatalogsOnly(Effects.NO_LOCKS, Extent.making(step, 0));
  }
}
