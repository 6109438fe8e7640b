package dev.schemasync.planner.access;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.plan.CheckedRole;
import dev.schemasync.model.plan.CheckedRole.Reason;
import dev.schemasync.model.plan.LockMode;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.step.Effects;
import dev.schemasync.planner.step.Extent;
import dev.schemasync.planner.step.Locks;
import dev.schemasync.planner.step.StepContext;

/** The effects of what objects of many kinds have: owners, privileges, comments. */
public final class AccessEffects {
  private AccessEffects() {}

  public static Effects setOwner(Step.SetOwner s, StepContext on) {
    return Effects.onCatalogsOnly(
            Locks.exclusive(s.object()), Extent.changing(s, Extent.ROW + on.owned(s.object())))
        .checking(ImmutableList.of(new CheckedRole(s.owner(), Reason.BECOMES_OWNER)));
  }

  public static Effects grant(Step.GrantPrivileges s, StepContext on) {
    return Effects.onCatalogsOnly(
        Locks.exclusive(Locks.relationOf(s.object())), Extent.changing(s, 0));
  }

  public static Effects revoke(Step.RevokePrivileges s, StepContext on) {
    return Effects.onCatalogsOnly(
        Locks.exclusive(Locks.relationOf(s.object())), Extent.changing(s, 0));
  }

  public static Effects comment(Step.SetComment s, StepContext on) {
    return commenting(s);
  }

  public static Effects comment(Step.SetForeignTableComment s, StepContext on) {
    return commenting(s);
  }

  private static Effects commenting(Step s) {
    return Effects.onCatalogsOnly(
        Locks.lock(Locks.relationOf(s.object()), LockMode.SHARE_UPDATE_EXCLUSIVE),
        Extent.changing(s, 0));
  }
}
