package dev.schemasync.planner.step;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMultiset.toImmutableMultiset;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.plan.CheckedRole;
import dev.schemasync.model.plan.CheckedRole.Reason;
import dev.schemasync.model.plan.Footprint;
import dev.schemasync.model.plan.Lock;
import dev.schemasync.model.plan.PlannedStep;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Kinds;
import dev.schemasync.planner.order.StepOrder;
import dev.schemasync.planner.relation.SequenceKind;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** What the effects of steps depend on: the two sides, and what belongs to tables on the shard. */
public final class StepContext {
  private final Context context;

  /** How many relations belong to a table on the shard: its indexes and its sequences. */
  private final ImmutableMultiset<ObjectId> belonging;

  public StepContext(Context context) {
    this.context = context;
    this.belonging =
        context.actual.catalog().all().stream()
            .map(Kinds::of)
            .flatMap(kind -> kind.relationOf().stream())
            .collect(toImmutableMultiset());
  }

  public Context context() {
    return context;
  }

  /** How many relations belong to a table on the shard. */
  public int belonging(QualifiedName table) {
    return belonging.count(ObjectId.table(table));
  }

  /** An owner is given to all that belongs to a table. */
  public int owned(ObjectId object) {
    return context.present(object).isPresent() && object instanceof ObjectId.InSchema
        ? Extent.TABLE + belonging.count(object)
        : 0;
  }

  /**
   * How many bytes a relation holds on the shards, or on the source where they do not say; at least
   * one, unless there is nothing to read.
   */
  public long size(ObjectId relation) {
    if (context.isEmpty(relation)) {
      return Effects.READS_NOTHING;
    }
    long onShards = context.actual.relationSizes().getOrDefault(relation, 0L);
    return Math.max(
        1, onShards > 0 ? onShards : context.desired.relationSizes().getOrDefault(relation, 1L));
  }

  /** The same with what its children hold, to which is done what is done to it. */
  public long sizeWithChildren(ObjectId relation) {
    return size(relation) + context.heirs(relation).stream().mapToLong(this::size).sum();
  }

  /** The owners of relations, with whose privileges something is done. */
  public ImmutableList<CheckedRole> owners(ObjectId... relations) {
    return Stream.of(relations)
        .flatMap(r -> context.desired.catalog().find(r, CatalogObject.Owned.class).stream())
        .map(CatalogObject.Owned::owner)
        .filter(owner -> !owner.equals(context.actual.server().user().name()))
        .distinct()
        .map(owner -> new CheckedRole(owner, Reason.IS_OWNER))
        .collect(toImmutableList());
  }

  /** The step in its place. */
  public PlannedStep planned(StepOrder.Placed placed) {
    Step step = placed.node().step();
    Effects effects = StepEffects.of(step, this);
    return new PlannedStep(
        step,
        placed.stage(),
        placed.after(),
        Locks.reaching(step, effects.locks(), context),
        footprint(step, effects),
        effects.checkedRoles(),
        effects.transactional(),
        effects.weight());
  }

  private Footprint footprint(Step step, Effects effects) {
    Extent extent = effects.extent();
    Set<ObjectId> locked = new LinkedHashSet<>();
    locked.add(root(step.object()));
    locked.add(root(extent.whole()));
    extent.referring().forEach(object -> refer(object, locked));
    for (Lock lock : effects.locks()) {
      locked.add(root(lock.relation()));
      if (extent.reaching()) {
        context.descendants(lock.relation()).forEach(partition -> refer(partition, locked));
      }
    }
    return new Footprint(
        whole(root(extent.whole())), ImmutableSortedSet.copyOf(locked), extent.further());
  }

  private void refer(ObjectId object, Set<ObjectId> locked) {
    locked.add(root(object));
    for (ObjectId reference : context.desired.catalog().references(object)) {
      locked.add(root(reference));
    }
  }

  /** A sequence belongs to the table of the column that owns it. */
  private ObjectId whole(ObjectId root) {
    return context
        .desired
        .catalog()
        .find(root, Sequence.class)
        .flatMap(sequence -> new SequenceKind(sequence).hangsOn())
        .orElse(root);
  }

  private static ObjectId root(ObjectId id) {
    return id instanceof ObjectId.Part part ? root(part.of()) : id;
  }
}
