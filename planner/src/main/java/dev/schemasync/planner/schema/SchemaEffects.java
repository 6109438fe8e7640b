package dev.schemasync.planner.schema;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.step.Effects;
import dev.schemasync.planner.step.Extent;
import dev.schemasync.planner.step.Locks;
import dev.schemasync.planner.step.StepContext;

/** The effects of making schemas, extensions and event triggers. */
public final class SchemaEffects {
  private SchemaEffects() {}

  public static Effects create(Step.CreateSchema s, StepContext on) {
    return Effects.onCatalogsOnly(Effects.NO_LOCKS, Extent.making(s, Extent.ROW));
  }

  public static Effects create(Step.CreateEventTrigger s, StepContext on) {
    return Effects.onCatalogsOnly(Effects.NO_LOCKS, Extent.making(s, Extent.ROW));
  }

  public static Effects setState(Step.SetEventTriggerState s, StepContext on) {
    return Effects.onCatalogsOnly(Effects.NO_LOCKS, Extent.reaching(s, 0));
  }

  public static Effects create(Step.CreateExtension s, StepContext on) {
    return Effects.onCatalogsOnly(Effects.NO_LOCKS, Extent.making(s, Extent.EXTENSION));
  }

  public static Effects tie(Step.TieToExtension s, StepContext on) {
    ObjectId object = Locks.relationOf(s.tie().object());
    return Effects.onCatalogsOnly(
        Locks.of(Locks.exclusive(object), Locks.exclusive(Locks.relationOf(s.named()))),
        new Extent(object, ImmutableList.of(), false, Extent.ROW));
  }
}
