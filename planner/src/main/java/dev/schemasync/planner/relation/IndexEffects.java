package dev.schemasync.planner.relation;

import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;
import static java.util.Comparator.naturalOrder;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.plan.Lock;
import dev.schemasync.model.plan.LockMode;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.step.Effects;
import dev.schemasync.planner.step.Extent;
import dev.schemasync.planner.step.Locks;
import dev.schemasync.planner.step.StepContext;

/** The effects of building, dropping and changing indexes. */
public final class IndexEffects {
  private IndexEffects() {}

  /** Functions in an index run as the owner of its table. */
  public static Effects create(Step.CreateIndex s, StepContext on) {
    ObjectId relation = s.index().relation();
    return Effects.onCatalogsOnly(
            Locks.of(
                Locks.lock(
                    relation, s.concurrently() ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.SHARE),
                taken(s, on)),
            new Extent(relation, ImmutableList.of(s.object()), false, Extent.RELATION))
        .checking(on.owners(relation))
        .transactional(!s.concurrently())
        .reading(on.size(relation));
  }

  /** The indexes of partitions that one which is not made ON ONLY takes. */
  private static ImmutableSortedSet<Lock> taken(Step.CreateIndex s, StepContext on) {
    return s.only()
        ? Effects.NO_LOCKS
        : on.context().indexesBelow(s.index().name()).stream()
            .map(index -> new Lock(ObjectId.index(index), LockMode.ACCESS_EXCLUSIVE))
            .collect(toImmutableSortedSet(naturalOrder()));
  }

  public static Effects drop(Step.DropInvalidIndex s, StepContext on) {
    return Effects.onCatalogsOnly(
            Locks.of(
                Locks.exclusive(s.object()),
                on.context()
                    .present(s.object(), Index.class)
                    .map(
                        index ->
                            Locks.lock(
                                index.relation(),
                                s.concurrently()
                                    ? LockMode.SHARE_UPDATE_EXCLUSIVE
                                    : LockMode.ACCESS_EXCLUSIVE))
                    .orElse(Effects.NO_LOCKS)),
            Extent.changing(s, Extent.ROW))
        .transactional(!s.concurrently());
  }

  /** The last one makes the index above valid, and may make that one's parent valid too. */
  public static Effects attach(Step.AttachIndex s, StepContext on) {
    return Effects.onCatalogsOnly(
        Locks.of(
            Locks.exclusive(s.object()),
            on.context()
                .withIndexesAbove(s.parent())
                .map(index -> new Lock(ObjectId.index(index), LockMode.ACCESS_EXCLUSIVE))
                .collect(toImmutableSortedSet(naturalOrder()))),
        Extent.changing(s, Extent.RELATION));
  }

  public static Effects setStatistics(Step.SetIndexStatistics s, StepContext on) {
    return Effects.onCatalogsOnly(Locks.exclusive(s.object()), Extent.changing(s, 0));
  }

  public static Effects cluster(Step.ClusterOn s, StepContext on) {
    return Effects.onCatalogsOnly(
        Locks.lock(s.relation(), LockMode.SHARE_UPDATE_EXCLUSIVE), Extent.changing(s, Extent.ROW));
  }
}
