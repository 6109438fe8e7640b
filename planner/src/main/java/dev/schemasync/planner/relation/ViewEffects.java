package dev.schemasync.planner.relation;

import dev.schemasync.model.plan.LockMode;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.step.Effects;
import dev.schemasync.planner.step.Extent;
import dev.schemasync.planner.step.Locks;
import dev.schemasync.planner.step.StepContext;

/** The effects of making views, and of filling materialized ones. */
public final class ViewEffects {
  private ViewEffects() {}

  public static Effects create(Step.CreateView s, StepContext on) {
    return s.replacing()
        ? Effects.onCatalogsOnly(Locks.exclusive(s.object()), Extent.changing(s, Extent.ROW))
        : Effects.onCatalogsOnly(Effects.NO_LOCKS, Extent.making(s, Extent.ROW));
  }

  public static Effects holdPlace(Step.HoldPlaceOfView s, StepContext on) {
    return Effects.onCatalogsOnly(Effects.NO_LOCKS, Extent.making(s, Extent.ROW));
  }

  public static Effects create(Step.CreateMaterializedView s, StepContext on) {
    return Effects.onCatalogsOnly(Effects.NO_LOCKS, Extent.making(s, Extent.TABLE + Extent.ROW));
  }

  /** Its query runs as the owner; what that reads is more than what the view holds. */
  public static Effects refresh(Step.RefreshMaterializedView s, StepContext on) {
    return Effects.onCatalogsOnly(
            s.refresh() == Step.Refresh.REPLACE_CONCURRENTLY
                ? Locks.lock(s.object(), LockMode.EXCLUSIVE)
                : Locks.exclusive(s.object()),
            Extent.making(s, Extent.REFRESH))
        .checking(on.owners(s.object()))
        .reading(Math.max(1, on.size(s.object())));
  }
}
