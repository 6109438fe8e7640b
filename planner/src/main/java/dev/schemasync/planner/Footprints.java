package dev.schemasync.planner;

import static com.google.common.collect.ImmutableMultiset.toImmutableMultiset;

import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.plan.Footprint;
import dev.schemasync.model.plan.Lock;
import dev.schemasync.model.plan.Step;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What steps take of a server's table of locks, at most: what {@code pg_locks} shows on the oldest
 * and the newest server. A newer one also locks what a new object refers to.
 */
final class Footprints {
  /** A row of a catalog that goes with an object: a view's rule, a constraint, a row type. */
  private static final int ROW = 1;

  /** A table's storage for long values and the index of that, and a row type. */
  private static final int TABLE = 2 + ROW;

  /** A relation that comes with another, such as the index of a key. */
  private static final int RELATION = 1 + ROW;

  /** What a refresh makes and swaps in, with its indexes. */
  private static final int REFRESH = 16;

  /** Nobody can tell what an extension makes; among those of the server's own none makes more. */
  private static final int EXTENSION = 300;

  private final Context context;

  /** How many relations belong to a table on the shard: its indexes and its sequences. */
  private final ImmutableMultiset<QualifiedName> belonging;

  Footprints(Context context) {
    this.context = context;
    belonging =
        context.actual.catalog().all().stream()
            .flatMap(o -> owner(o).stream())
            .collect(toImmutableMultiset());
  }

  private static Optional<QualifiedName> owner(CatalogObject object) {
    if (object instanceof Sequence sequence) {
      return owner(sequence);
    }
    if (object instanceof Constraint.Key key) {
      return Optional.of(key.table());
    }
    return object instanceof Index index ? Optional.of(index.relation().name()) : Optional.empty();
  }

  private static Optional<QualifiedName> owner(Sequence sequence) {
    return switch (sequence.ownership()) {
      case Sequence.Ownership.None none -> Optional.empty();
      case Sequence.Ownership.OwnedBy(var table, var column) -> Optional.of(table);
      case Sequence.Ownership.IdentityOf(var table, var column) -> Optional.of(table);
    };
  }

  Footprint of(Step step) {
    return switch (step) {
      case Step.CreateSchema s -> making(s, ROW);
      case Step.CreateExtension s -> making(s, EXTENSION);
      case Step.CreateType s -> making(s, RELATION);
      case Step.AddDomainCheck s -> making(s, ROW);
      case Step.CreateRoutine s -> making(s, ROW);
      case Step.CreateSequence s -> making(s, ROW);
      case Step.SetSequenceOwnedBy s -> changing(s, 0);
      case Step.SetSequenceValue s -> changing(s, 0);
      case Step.CreateTable s -> table(s);
      case Step.AttachPartition s ->
          changing(s, ROW + belonging.count(s.partition()) + belonging.count(s.parent()));
      case Step.SetDefault s -> reaching(s, 0);
      case Step.SetColumnStatistics s -> reaching(s, 0);
      case Step.SetColumnStorage s -> reaching(s, belonging.count(s.table()));
      case Step.SetColumnOptions s -> reaching(s, 0);
      case Step.CreateView s -> making(s, ROW);
      case Step.CreateMaterializedView s -> making(s, TABLE + ROW);
      case Step.RefreshMaterializedView s -> making(s, REFRESH);
      case Step.AddKey s -> making(s, RELATION);
      case Step.AddCheck s -> reaching(s, ROW);
      case Step.AddNotNull s -> reaching(s, ROW);
      case Step.AddForeignKey s -> reaching(s, ROW);
      case Step.ValidateConstraint s -> reaching(s, ROW);
      case Step.CreateIndex s -> with(s, s.index().relation(), Stream.empty(), RELATION);
      case Step.DropInvalidIndex s -> changing(s, ROW);
      case Step.AttachIndex s -> changing(s, RELATION);
      case Step.SetIndexStatistics s -> changing(s, 0);
      case Step.ClusterOn s -> changing(s, ROW);
      case Step.CreateTrigger s -> reaching(s, ROW);
      case Step.SetTriggerState s -> reaching(s, 0);
      case Step.SetReplicaIdentity s -> changing(s, ROW);
      case Step.CreatePublication s -> making(s, ROW);
      case Step.SetOwner s -> changing(s, ROW + owned(s.object()));
      case Step.GrantPrivileges s -> changing(s, 0);
      case Step.RevokePrivileges s -> changing(s, 0);
      case Step.SetComment s -> changing(s, 0);
    };
  }

  private Footprint table(Step.CreateTable step) {
    return with(
        step,
        step.object(),
        Stream.concat(
            step.table().columns().stream()
                .map(c -> ObjectId.columnDefault(step.object(), c.name())),
            step.checks().stream().map(Constraint.Check::id)),
        TABLE + RELATION * step.identitySequences().size());
  }

  /** An owner is given to all that belongs to a table. */
  private int owned(ObjectId object) {
    return context.present(object).isPresent() && object instanceof ObjectId.InSchema relation
        ? TABLE + belonging.count(relation.name())
        : 0;
  }

  private Footprint making(Step step, int further) {
    return with(step, step.object(), Stream.empty(), further);
  }

  private Footprint changing(Step step, int further) {
    return footprint(step, step.object(), Stream.empty(), further);
  }

  /** What is done to a partitioned table is done to its partitions. */
  private Footprint reaching(Step step, int further) {
    return with(
        step,
        step.object(),
        Locks.of(step, context).stream().flatMap(l -> context.descendants(l.relation()).stream()),
        further);
  }

  /** With what the object, and these others, refer to. */
  private Footprint with(Step step, ObjectId whole, Stream<ObjectId> others, int further) {
    return footprint(
        step,
        whole,
        Stream.concat(Stream.of(step.object()), others)
            .flatMap(
                id ->
                    Stream.concat(
                        Stream.of(id), context.desired.catalog().references(id).stream())),
        further);
  }

  private Footprint footprint(Step step, ObjectId whole, Stream<ObjectId> more, int further) {
    ImmutableSortedSet.Builder<ObjectId> locked = ImmutableSortedSet.naturalOrder();
    Stream.concat(
            Stream.concat(Stream.of(step.object(), whole), more),
            Locks.of(step, context).stream().map(Lock::relation))
        .map(Footprints::root)
        .forEach(locked::add);
    return new Footprint(whole(root(whole)), locked.build(), further);
  }

  /** A sequence belongs to the table of the column that owns it. */
  private ObjectId whole(ObjectId root) {
    return context
        .desired
        .catalog()
        .find(root, Sequence.class)
        .flatMap(Footprints::owner)
        .<ObjectId>map(ObjectId::table)
        .orElse(root);
  }

  private static ObjectId root(ObjectId id) {
    return id instanceof ObjectId.Part part ? root(part.of()) : id;
  }
}
