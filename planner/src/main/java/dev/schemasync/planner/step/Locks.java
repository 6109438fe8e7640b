package dev.schemasync.planner.step;

import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;
import static java.util.Comparator.naturalOrder;

import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Publication;
import dev.schemasync.model.plan.Lock;
import dev.schemasync.model.plan.LockMode;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.kind.Context;

/**
 * The locks that steps take, as the manual gives them with each command. What needs no lock on an
 * existing relation, but writes the catalog row of an object, locks that object exclusively here:
 * two such writes at the same time fail with "tuple concurrently updated".
 */
public final class Locks {
  private Locks() {}

  /**
   * With those on partitions: what is done to a partitioned table is done to its partitions, but
   * for attaching one, which the others do not notice.
   */
  public static ImmutableSortedSet<Lock> reaching(
      Step step, ImmutableSortedSet<Lock> own, Context context) {
    ImmutableSortedSet.Builder<Lock> locks = ImmutableSortedSet.<Lock>naturalOrder().addAll(own);
    for (Lock lock : own) {
      if (!(step instanceof Step.AttachPartition s
          && lock.relation().equals(ObjectId.table(s.parent())))) {
        context.descendants(lock.relation()).forEach(p -> locks.add(new Lock(p, lock.mode())));
      }
    }
    return locks.build();
  }

  /** A publication locks the tables that it names, so that none is dropped meanwhile. */
  public static ImmutableSortedSet<Lock> members(Publication.Content content) {
    return switch (content) {
      case Publication.Content.AllTables all -> none();
      case Publication.Content.Members(var tables, var schemas) ->
          tables.stream()
              .map(m -> new Lock(ObjectId.table(m.table()), LockMode.SHARE_UPDATE_EXCLUSIVE))
              .collect(toImmutableSortedSet(naturalOrder()));
    };
  }

  /** The object whose lock covers the one given: a part is locked with what it is a part of. */
  public static ObjectId relationOf(ObjectId object) {
    return object instanceof ObjectId.Part part ? part.of() : object;
  }

  public static ImmutableSortedSet<Lock> none() {
    return ImmutableSortedSet.of();
  }

  public static ImmutableSortedSet<Lock> exclusive(ObjectId object) {
    return lock(object, LockMode.ACCESS_EXCLUSIVE);
  }

  public static ImmutableSortedSet<Lock> lock(ObjectId object, LockMode mode) {
    return ImmutableSortedSet.of(new Lock(object, mode));
  }

  public static ImmutableSortedSet<Lock> of(
      ImmutableSortedSet<Lock> first, ImmutableSortedSet<Lock> second) {
    return ImmutableSortedSet.<Lock>naturalOrder().addAll(first).addAll(second).build();
  }
}
