package dev.schemasync.planner.textsearch;

import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.step.Effects;
import dev.schemasync.planner.step.Extent;
import dev.schemasync.planner.step.Locks;
import dev.schemasync.planner.step.StepContext;

/** The effects of making what text search is configured by. */
public final class TextSearchEffects {
  private TextSearchEffects() {}

  public static Effects create(Step.CreateTextSearch s, StepContext on) {
    return Effects.onCatalogsOnly(Effects.NO_LOCKS, Extent.making(s, 0));
  }

  public static Effects addMapping(Step.AddTextSearchMapping s, StepContext on) {
    return Effects.onCatalogsOnly(Locks.exclusive(s.object()), Extent.making(s, 0));
  }
}
