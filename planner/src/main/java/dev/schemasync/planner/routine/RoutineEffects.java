package dev.schemasync.planner.routine;

import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.step.Effects;
import dev.schemasync.planner.step.Extent;
import dev.schemasync.planner.step.StepContext;

/** The effects of making routines, and what they need or are needed by. */
public final class RoutineEffects {
  private RoutineEffects() {}

  public static Effects create(Step.CreateRoutine s, StepContext on) {
    return Effects.onCatalogsOnly(Effects.NO_LOCKS, Extent.making(s, Extent.ROW));
  }

  public static Effects create(Step.CreateLanguage s, StepContext on) {
    return Effects.onCatalogsOnly(Effects.NO_LOCKS, Extent.making(s, 0));
  }

  public static Effects create(Step.CreateTransform s, StepContext on) {
    return Effects.onCatalogsOnly(Effects.NO_LOCKS, Extent.making(s, 0));
  }

  public static Effects create(Step.CreateConversion s, StepContext on) {
    return Effects.onCatalogsOnly(Effects.NO_LOCKS, Extent.making(s, 0));
  }
}
