package dev.schemasync.planner.replication;

import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.step.Effects;
import dev.schemasync.planner.step.Extent;
import dev.schemasync.planner.step.Locks;
import dev.schemasync.planner.step.StepContext;

/** The effects of making publications. */
public final class PublicationEffects {
  private PublicationEffects() {}

  public static Effects create(Step.CreatePublication s, StepContext on) {
    return Effects.onCatalogsOnly(
        Locks.members(s.publication().content()), Extent.making(s, Extent.ROW));
  }
}
