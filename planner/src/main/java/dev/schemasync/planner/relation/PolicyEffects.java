package dev.schemasync.planner.relation;

import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.step.Effects;
import dev.schemasync.planner.step.Extent;
import dev.schemasync.planner.step.Locks;
import dev.schemasync.planner.step.StepContext;

/** The effects of making and changing policies, and of switching row security. */
public final class PolicyEffects {
  private PolicyEffects() {}

  public static Effects create(Step.CreatePolicy s, StepContext on) {
    return Effects.onCatalogsOnly(
        Locks.exclusive(ObjectId.table(s.policy().table())), Extent.making(s, Extent.ROW));
  }

  /** What the expressions refer to is recorded anew. */
  public static Effects setRoles(Step.SetPolicyRoles s, StepContext on) {
    return Effects.onCatalogsOnly(
        Locks.exclusive(ObjectId.table(s.table())), Extent.making(s, Extent.ROW));
  }

  public static Effects setRowSecurity(Step.SetRowSecurity s, StepContext on) {
    return Effects.onCatalogsOnly(Locks.exclusive(s.object()), Extent.changing(s, 0));
  }
}
