package dev.schemasync.planner.relation;

import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;
import static java.util.Comparator.naturalOrder;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.plan.Lock;
import dev.schemasync.model.plan.LockMode;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.step.Effects;
import dev.schemasync.planner.step.Extent;
import dev.schemasync.planner.step.Locks;
import dev.schemasync.planner.step.StepContext;
import java.util.Collection;
import java.util.stream.Stream;

/** The effects of giving tables their parents. */
public final class InheritanceEffects {
  private InheritanceEffects() {}

  public static Effects createTemplate(Step.CreateTemplate s, StepContext on) {
    ImmutableList.Builder<ObjectId> parts = ImmutableList.<ObjectId>builder().add(s.object());
    s.table().columns().forEach(c -> parts.add(ObjectId.columnDefault(s.object(), c.name())));
    s.checks().forEach(check -> parts.add(check.id()));
    return Effects.onCatalogsOnly(
        Locks.exclusive(ObjectId.table(s.template())),
        new Extent(s.object(), parts.build(), false, Extent.TABLE));
  }

  public static Effects dropTemplate(Step.DropTemplate s, StepContext on) {
    return Effects.onCatalogsOnly(
        Locks.exclusive(ObjectId.table(s.template())), Extent.changing(s, Extent.TABLE));
  }

  public static Effects inherit(Step.Inherit s, StepContext on) {
    return Effects.onCatalogsOnly(
        ImmutableSortedSet.<Lock>naturalOrder()
            .addAll(Locks.exclusive(s.object()))
            .addAll(parents(s.parents()))
            .addAll(parents(s.template().stream().toList()))
            .build(),
        Extent.changing(s, Extent.ROW));
  }

  /** What is locked of the parents of a table that is made their child. */
  static ImmutableSortedSet<Lock> parents(Collection<QualifiedName> parents) {
    return parents.stream()
        .map(parent -> new Lock(ObjectId.table(parent), LockMode.SHARE_UPDATE_EXCLUSIVE))
        .collect(toImmutableSortedSet(naturalOrder()));
  }

  /** The same lock on a table and on its children, which get what it gets. */
  static ImmutableSortedSet<Lock> withChildren(ObjectId table, LockMode mode, Context on) {
    return Stream.concat(Stream.of(table), on.heirs(table).stream())
        .map(relation -> new Lock(relation, mode))
        .collect(toImmutableSortedSet(naturalOrder()));
  }
}
