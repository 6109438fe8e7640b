package dev.schemasync.planner.routine;

import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.step.Effects;
import dev.schemasync.planner.step.Extent;
import dev.schemasync.planner.step.StepContext;

/** The effects of making routines. */
public final class RoutineEffects {
  private RoutineEffects() {}

  public static Effects create(Step.CreateRoutine s, StepContext on) {
    return Effects.onCatalogsOnly(Effects.NO_LOCKS, Extent.making(s, Extent.ROW));
  }
}
