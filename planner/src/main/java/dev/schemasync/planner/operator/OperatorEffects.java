package dev.schemasync.planner.operator;

import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;
import static java.util.Comparator.naturalOrder;

import dev.schemasync.model.plan.Lock;
import dev.schemasync.model.plan.LockMode;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.step.Effects;
import dev.schemasync.planner.step.Extent;
import dev.schemasync.planner.step.Locks;
import dev.schemasync.planner.step.StepContext;

/** The effects of making casts, operators, and their families and classes. */
public final class OperatorEffects {
  private OperatorEffects() {}

  public static Effects create(Step.CreateCast s, StepContext on) {
    return Effects.onCatalogsOnly(Effects.NO_LOCKS, Extent.making(s, Extent.ROW));
  }

  /** The rows of the operators that it names are written too. */
  public static Effects create(Step.CreateOperator s, StepContext on) {
    return Effects.onCatalogsOnly(
        OperatorLinks.named(s.operator())
            .map(named -> new Lock(named.operator(), LockMode.ACCESS_EXCLUSIVE))
            .collect(toImmutableSortedSet(naturalOrder())),
        Extent.making(s, Extent.ROW));
  }

  public static Effects create(Step.CreateOperatorFamily s, StepContext on) {
    return Effects.onCatalogsOnly(Effects.NO_LOCKS, Extent.making(s, Extent.ROW));
  }

  public static Effects add(Step.AddFamilyMember s, StepContext on) {
    return Effects.onCatalogsOnly(Effects.NO_LOCKS, Extent.making(s, Extent.ROW));
  }

  /** Each part of it has a row of its own. */
  public static Effects create(Step.CreateOperatorClass s, StepContext on) {
    return Effects.onCatalogsOnly(
        Effects.NO_LOCKS, Extent.making(s, Extent.ROW * (1 + s.operatorClass().items().size())));
  }

  public static Effects setEstimators(Step.SetOperatorEstimators s, StepContext on) {
    return Effects.onCatalogsOnly(Locks.exclusive(s.object()), Extent.changing(s, 0));
  }

  public static Effects complete(Step.CompleteOperator s, StepContext on) {
    return Effects.onCatalogsOnly(Locks.exclusive(s.object()), Extent.changing(s, Extent.ROW));
  }
}
