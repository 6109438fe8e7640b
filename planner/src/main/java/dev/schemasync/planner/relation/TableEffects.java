package dev.schemasync.planner.relation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.plan.Lock;
import dev.schemasync.model.plan.LockMode;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.step.Effects;
import dev.schemasync.planner.step.Extent;
import dev.schemasync.planner.step.Locks;
import dev.schemasync.planner.step.StepContext;

/** The effects of making tables, and of changing them and their columns. */
public final class TableEffects {
  private TableEffects() {}

  public static Effects create(Step.CreateTable s, StepContext on) {
    ImmutableList.Builder<ObjectId> parts = ImmutableList.<ObjectId>builder().add(s.object());
    s.table().columns().forEach(c -> parts.add(ObjectId.columnDefault(s.object(), c.name())));
    s.checks().forEach(check -> parts.add(check.id()));
    int sequences = Extent.RELATION * s.identitySequences().size();
    return Effects.onCatalogsOnly(
        InheritanceEffects.parents(s.inherits()),
        new Extent(s.object(), parts.build(), false, Extent.TABLE + sequences));
  }

  public static Effects attach(Step.AttachPartition s, StepContext on) {
    return Effects.onCatalogsOnly(
        ImmutableSortedSet.<Lock>naturalOrder()
            .addAll(Locks.exclusive(s.object()))
            .addAll(Locks.lock(ObjectId.table(s.parent()), LockMode.SHARE_UPDATE_EXCLUSIVE))
            // Its rows are checked against the new partition's bound.
            .addAll(
                on.context()
                    .defaultPartition(s.parent())
                    .map(Locks::exclusive)
                    .orElse(Effects.NO_LOCKS))
            .build(),
        Extent.changing(s, Extent.ROW + on.belonging(s.partition()) + on.belonging(s.parent())));
  }

  public static Effects setType(Step.SetTableType s, StepContext on) {
    return Effects.onCatalogsOnly(Locks.exclusive(s.object()), Extent.changing(s, Extent.ROW));
  }

  public static Effects setDefault(Step.SetDefault s, StepContext on) {
    return Effects.onCatalogsOnly(Locks.exclusive(s.relation()), Extent.reaching(s, 0));
  }

  public static Effects dropDefault(Step.DropDefault s, StepContext on) {
    return Effects.onCatalogsOnly(Locks.exclusive(s.relation()), Extent.reaching(s, 0));
  }

  public static Effects addIdentity(Step.AddIdentity s, StepContext on) {
    return Effects.onCatalogsOnly(
        Locks.exclusive(ObjectId.table(s.table())), Extent.changing(s, Extent.RELATION));
  }

  public static Effects setStatistics(Step.SetColumnStatistics s, StepContext on) {
    return Effects.onCatalogsOnly(
        Locks.lock(s.relation(), LockMode.SHARE_UPDATE_EXCLUSIVE), Extent.reaching(s, 0));
  }

  public static Effects setStorage(Step.SetColumnStorage s, StepContext on) {
    return Effects.onCatalogsOnly(
        Locks.exclusive(s.relation()), Extent.reaching(s, on.belonging(s.relation().name())));
  }

  public static Effects setCompression(Step.SetColumnCompression s, StepContext on) {
    return Effects.onCatalogsOnly(
        Locks.exclusive(s.relation()), Extent.reaching(s, on.belonging(s.relation().name())));
  }

  public static Effects setOptions(Step.SetColumnOptions s, StepContext on) {
    return Effects.onCatalogsOnly(
        Locks.lock(s.relation(), LockMode.SHARE_UPDATE_EXCLUSIVE), Extent.reaching(s, 0));
  }

  public static Effects setForeignOptions(Step.SetForeignColumnOptions s, StepContext on) {
    return Effects.onCatalogsOnly(
        Locks.exclusive(ObjectId.table(s.table())), Extent.reaching(s, 0));
  }

  public static Effects setReplicaIdentity(Step.SetReplicaIdentity s, StepContext on) {
    return Effects.onCatalogsOnly(Locks.exclusive(s.object()), Extent.changing(s, Extent.ROW));
  }
}
