package dev.schemasync.planner;

import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.MaterializedView;
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
      CatalogObject desired,
      CatalogObject actual,
      Difference.Changed change,
      TextEquivalence texts) {
    return change.alterable()
        && switch (change.path().getFirst()) {
          case "partitionRole" ->
              canAttach(((Table) desired).partitionRole(), ((Table) actual).partitionRole());
          case "columns" ->
              !(desired instanceof Table table)
                  || canAlter(
                      texts.canonical(table),
                      texts.canonical((Table) actual),
                      change.path().get(1));
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

  private static boolean canAlter(Table desired, Table actual, String column) {
    return canAlter(
        desired.column(Identifier.of(column)).orElseThrow(),
        actual.column(Identifier.of(column)).orElseThrow());
  }

  /**
   * A default can be set where there is none; the storage of a type cannot be returned to by name,
   * and options cannot be forgotten.
   */
  private static boolean canAlter(Column desired, Column actual) {
    boolean value =
        desired.value().equals(actual.value())
            || (desired.value() instanceof Column.Value.Default
                && actual.value() instanceof Column.Value.None);
    boolean storage = desired.storage().isPresent() || actual.storage().isEmpty();
    boolean options = desired.options().keySet().containsAll(actual.options().keySet());
    return value && storage && options;
  }

  /** Checks can be added; those that are there must be as they should be, but for comments. */
  private static boolean canAddChecks(Type.Domain desired, Type.Domain actual) {
    return actual.checks().stream()
        .allMatch(check -> desired.checks().stream().anyMatch(wanted -> alike(wanted, check)));
  }

  private static boolean alike(Type.DomainCheck left, Type.DomainCheck right) {
    return left.name().equals(right.name())
        && left.expression().equals(right.expression())
        && left.validated() == right.validated();
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
