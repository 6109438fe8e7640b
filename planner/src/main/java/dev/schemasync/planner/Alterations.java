package dev.schemasync.planner;

import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.MaterializedView;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.PartitionRole;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.catalog.Type;
import dev.schemasync.model.diff.Difference;
import dev.schemasync.model.diff.TextEquivalence;
import dev.schemasync.model.name.Identifier;
import java.util.Optional;

/**
 * Which differences of alterable components steps can really remove: some can be changed in one
 * direction only.
 */
final class Alterations {
  private Alterations() {}

  /** Whether a step exists for this change of an object that is on the shard. */
  static boolean possible(
      CatalogObject desired, CatalogObject actual, Difference.Changed change, Context context) {
    TextEquivalence texts = context.texts;
    return change.alterable()
        && switch (change.path().getFirst()) {
          case "partitionRole" ->
              canAttach(((Table) desired).partitionRole(), ((Table) actual).partitionRole());
          case "columns" ->
              !(desired instanceof Table table)
                  || canAlter(
                      texts.canonical(table),
                      texts.canonical((Table) actual),
                      change.path().get(1),
                      context);
          case "inherited" -> canInherit((Constraint.Check) desired, context);
          case "checks" ->
              canAddChecks(
                  texts.canonical((Type.Domain) desired), texts.canonical((Type.Domain) actual));
          case "ownership" -> canOwn((Sequence) desired, (Sequence) actual);
          case "parentIndex" -> parentIndex(actual).isEmpty();
          case "clusteredOn" -> clusteredOn(desired).isPresent();
          default -> true;
        };
  }

  /** A table that stands alone can become a partition. */
  private static boolean canAttach(PartitionRole desired, PartitionRole actual) {
    return desired instanceof PartitionRole.Partition
        && !(actual instanceof PartitionRole.Partition)
        && desired.partitionKey().equals(actual.partitionKey());
  }

  /** What the parent is yet to get, and what is yet to be attached to it, becomes one with its. */
  private static boolean canInherit(Constraint.Check desired, Context context) {
    return desired.inherited()
        && (context.toBeAttached(ObjectId.table(desired.table()))
            || context
                .parent(desired.table())
                .map(parent -> ObjectId.constraint(ObjectId.table(parent), desired.name()))
                .filter(above -> context.present(above).isEmpty())
                .isPresent());
  }

  private static boolean canAlter(Table desired, Table actual, String column, Context context) {
    Column wanted = desired.column(Identifier.of(column)).orElseThrow();
    Column now = actual.column(Identifier.of(column)).orElseThrow();
    return canAlter(wanted, now)
        && (wanted.value().equals(now.value())
            || (now.value() instanceof Column.Value.None && canSet(desired, wanted, context)));
  }

  /** A default can be set where there is none; an identity comes with being attached. */
  private static boolean canSet(Table table, Column column, Context context) {
    return switch (column.value()) {
      case Column.Value.None none -> false;
      case Column.Value.Default value -> true;
      case Column.Value.Generated generated -> false;
      case Column.Value.Identity identity ->
          context.toBeAttached(table.id())
              && PartitionIdentities.isInherited(table, identity, context.desired.catalog());
    };
  }

  /**
   * The storage of a type cannot be returned to by name, and options cannot be forgotten. NOT NULL
   * can be added, but not taken away.
   */
  private static boolean canAlter(Column desired, Column actual) {
    boolean notNull = actual.notNull().isEmpty() || alike(desired.notNull(), actual.notNull());
    boolean storage = desired.storage().isPresent() || actual.storage().isEmpty();
    boolean options = desired.options().keySet().containsAll(actual.options().keySet());
    return notNull && storage && options;
  }

  /** Whether two NOT NULLs differ in nothing but being validated. */
  private static boolean alike(Optional<Column.NotNull> one, Optional<Column.NotNull> other) {
    return one.isPresent()
        && other.isPresent()
        && one.get().name().equals(other.get().name())
        && one.get().noInherit() == other.get().noInherit();
  }

  /**
   * Checks can be added; those that are there must be as they should be, but for comments and
   * validation.
   */
  private static boolean canAddChecks(Type.Domain desired, Type.Domain actual) {
    return actual.checks().stream()
        .allMatch(check -> desired.checks().stream().anyMatch(wanted -> alike(wanted, check)));
  }

  private static boolean alike(Type.DomainCheck left, Type.DomainCheck right) {
    return left.name().equals(right.name()) && left.expression().equals(right.expression());
  }

  private static boolean canOwn(Sequence desired, Sequence actual) {
    return actual.ownership() instanceof Sequence.Ownership.None
        && desired.ownership() instanceof Sequence.Ownership.OwnedBy;
  }

  private static Optional<?> parentIndex(CatalogObject object) {
    return switch (object) {
      case Constraint.Key key -> key.parentIndex();
      case Index index -> index.parentIndex();
      case CatalogObject other -> Optional.empty();
    };
  }

  private static Optional<Identifier> clusteredOn(CatalogObject object) {
    return switch (object) {
      case Table table -> table.clusteredOn();
      case MaterializedView view -> view.clusteredOn();
      case CatalogObject other -> Optional.empty();
    };
  }
}
