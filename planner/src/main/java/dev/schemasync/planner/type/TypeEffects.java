package dev.schemasync.planner.type;

import dev.schemasync.model.catalog.Type;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.step.Effects;
import dev.schemasync.planner.step.Extent;
import dev.schemasync.planner.step.Locks;
import dev.schemasync.planner.step.StepContext;

/** The effects of making collations and types, and of adding to domains. */
public final class TypeEffects {
  private TypeEffects() {}

  public static Effects create(Step.CreateCollation s, StepContext on) {
    return Effects.onCatalogsOnly(Effects.NO_LOCKS, Extent.making(s, Extent.ROW));
  }

  public static Effects create(Step.CreateType s, StepContext on) {
    return Effects.onCatalogsOnly(Effects.NO_LOCKS, Extent.making(s, further(s.type())));
  }

  private static int further(Type type) {
    return type instanceof Type.RangeType range
        ? Extent.RELATION + range.parts().size() * Extent.ROW
        : Extent.RELATION;
  }

  public static Effects setProperties(Step.SetTypeProperties s, StepContext on) {
    return Effects.onCatalogsOnly(Locks.exclusive(s.object()), Extent.changing(s, Extent.ROW));
  }

  public static Effects addCheck(Step.AddDomainCheck s, StepContext on) {
    return Effects.onCatalogsOnly(Locks.exclusive(s.object()), Extent.making(s, Extent.ROW));
  }
}
