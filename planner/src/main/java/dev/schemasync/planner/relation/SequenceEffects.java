package dev.schemasync.planner.relation;

import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.plan.LockMode;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.step.Effects;
import dev.schemasync.planner.step.Extent;
import dev.schemasync.planner.step.Locks;
import dev.schemasync.planner.step.StepContext;

/** The effects of making and setting sequences. */
public final class SequenceEffects {
  private SequenceEffects() {}

  public static Effects create(Step.CreateSequence s, StepContext on) {
    return Effects.onCatalogsOnly(Effects.NO_LOCKS, Extent.making(s, Extent.ROW));
  }

  public static Effects setOwnedBy(Step.SetSequenceOwnedBy s, StepContext on) {
    return Effects.onCatalogsOnly(
        Locks.of(
            Locks.exclusive(s.object()),
            Locks.lock(ObjectId.table(s.table()), LockMode.ACCESS_EXCLUSIVE)),
        Extent.changing(s, 0));
  }

  public static Effects setPersistence(Step.SetSequencePersistence s, StepContext on) {
    return Effects.onCatalogsOnly(Locks.exclusive(s.object()), Extent.changing(s, 0));
  }

  public static Effects setValue(Step.SetSequenceValue s, StepContext on) {
    return Effects.onCatalogsOnly(Locks.exclusive(s.object()), Extent.changing(s, 0));
  }
}
