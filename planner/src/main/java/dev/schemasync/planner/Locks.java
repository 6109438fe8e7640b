package dev.schemasync.planner;

import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;
import static java.util.Comparator.naturalOrder;

import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Publication;
import dev.schemasync.model.plan.Lock;
import dev.schemasync.model.plan.LockMode;
import dev.schemasync.model.plan.Step;

/**
 * The locks that steps take, as the manual gives them with each command. What needs no lock on an
 * existing relation, but writes the catalog row of an object, locks that object exclusively here:
 * two such writes at the same time fail with "tuple concurrently updated".
 */
final class Locks {
  private Locks() {}

  static ImmutableSortedSet<Lock> of(Step step, Context context) {
    return switch (step) {
      case Step.CreateSchema s -> none();
      case Step.CreateExtension s -> none();
      case Step.CreateType s -> none();
      case Step.CreateRoutine s -> none();
      case Step.CreateSequence s -> none();
      case Step.CreateTable s -> none();
      case Step.CreateView s -> none();
      case Step.CreateMaterializedView s -> none();
      case Step.CreatePublication s -> members(s.publication().content());
      case Step.AddDomainCheck s -> exclusive(s.object());
      case Step.SetSequenceOwnedBy s ->
          of(exclusive(s.object()), lock(ObjectId.table(s.table()), LockMode.ACCESS_EXCLUSIVE));
      case Step.SetSequenceValue s -> exclusive(s.object());
      case Step.AttachPartition s ->
          ImmutableSortedSet.<Lock>naturalOrder()
              .addAll(exclusive(s.object()))
              .addAll(lock(ObjectId.table(s.parent()), LockMode.SHARE_UPDATE_EXCLUSIVE))
              // Its rows are checked against the new partition's bound.
              .addAll(context.defaultPartition(s.parent()).map(Locks::exclusive).orElse(none()))
              .build();
      case Step.SetDefault s -> exclusive(ObjectId.table(s.table()));
      case Step.SetColumnStatistics s ->
          lock(ObjectId.table(s.table()), LockMode.SHARE_UPDATE_EXCLUSIVE);
      case Step.SetColumnStorage s -> exclusive(ObjectId.table(s.table()));
      case Step.SetColumnOptions s ->
          lock(ObjectId.table(s.table()), LockMode.SHARE_UPDATE_EXCLUSIVE);
      case Step.RefreshMaterializedView s ->
          s.refresh() == Step.Refresh.REPLACE_CONCURRENTLY
              ? lock(s.object(), LockMode.EXCLUSIVE)
              : exclusive(s.object());
      case Step.AddKey s -> exclusive(ObjectId.table(s.key().table()));
      case Step.AddCheck s -> exclusive(ObjectId.table(s.check().table()));
      case Step.AddNotNull s -> exclusive(ObjectId.table(s.table()));
      case Step.AddForeignKey s ->
          of(
              lock(ObjectId.table(s.foreignKey().table()), LockMode.SHARE_ROW_EXCLUSIVE),
              lock(ObjectId.table(s.foreignKey().referencedTable()), LockMode.SHARE_ROW_EXCLUSIVE));
      case Step.ValidateConstraint s ->
          of(
              lock(s.of(), LockMode.SHARE_UPDATE_EXCLUSIVE),
              context
                  .desired
                  .catalog()
                  .find(s.object(), Constraint.ForeignKey.class)
                  .filter(key -> !key.referencedTable().equals(key.table()))
                  .map(key -> lock(ObjectId.table(key.referencedTable()), LockMode.ROW_SHARE))
                  .orElse(none()));
      case Step.CreateIndex s ->
          lock(
              s.index().relation(),
              s.concurrently() ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.SHARE);
      case Step.DropInvalidIndex s ->
          of(
              exclusive(s.object()),
              context
                  .present(s.object(), Index.class)
                  .map(
                      index ->
                          lock(
                              index.relation(),
                              s.concurrently()
                                  ? LockMode.SHARE_UPDATE_EXCLUSIVE
                                  : LockMode.ACCESS_EXCLUSIVE))
                  .orElse(none()));
      // The last one makes the index above valid, and may make that one's parent valid too.
      case Step.AttachIndex s ->
          of(
              exclusive(s.object()),
              context
                  .withIndexesAbove(s.parent())
                  .map(index -> new Lock(ObjectId.index(index), LockMode.ACCESS_EXCLUSIVE))
                  .collect(toImmutableSortedSet(naturalOrder())));
      case Step.SetIndexStatistics s -> exclusive(s.object());
      case Step.ClusterOn s -> lock(s.relation(), LockMode.SHARE_UPDATE_EXCLUSIVE);
      case Step.CreateTrigger s -> lock(s.trigger().relation(), LockMode.SHARE_ROW_EXCLUSIVE);
      case Step.SetTriggerState s -> lock(s.relation(), LockMode.SHARE_ROW_EXCLUSIVE);
      case Step.SetReplicaIdentity s -> exclusive(s.object());
      case Step.SetOwner s -> exclusive(s.object());
      case Step.GrantPrivileges s -> exclusive(relationOf(s.object()));
      case Step.RevokePrivileges s -> exclusive(relationOf(s.object()));
      case Step.SetComment s -> lock(relationOf(s.object()), LockMode.SHARE_UPDATE_EXCLUSIVE);
    };
  }

  /** A publication locks the tables that it names, so that none is dropped meanwhile. */
  private static ImmutableSortedSet<Lock> members(Publication.Content content) {
    return switch (content) {
      case Publication.Content.AllTables all -> none();
      case Publication.Content.Members(var tables, var schemas) ->
          tables.stream()
              .map(m -> new Lock(ObjectId.table(m.table()), LockMode.SHARE_UPDATE_EXCLUSIVE))
              .collect(toImmutableSortedSet(naturalOrder()));
    };
  }

  /** The object whose lock covers the one given: a part is locked with what it is a part of. */
  private static ObjectId relationOf(ObjectId object) {
    return object instanceof ObjectId.Part part ? part.of() : object;
  }

  private static ImmutableSortedSet<Lock> none() {
    return ImmutableSortedSet.of();
  }

  private static ImmutableSortedSet<Lock> exclusive(ObjectId object) {
    return lock(object, LockMode.ACCESS_EXCLUSIVE);
  }

  private static ImmutableSortedSet<Lock> lock(ObjectId object, LockMode mode) {
    return ImmutableSortedSet.of(new Lock(object, mode));
  }

  private static ImmutableSortedSet<Lock> of(
      ImmutableSortedSet<Lock> first, ImmutableSortedSet<Lock> second) {
    return ImmutableSortedSet.<Lock>naturalOrder().addAll(first).addAll(second).build();
  }
}
