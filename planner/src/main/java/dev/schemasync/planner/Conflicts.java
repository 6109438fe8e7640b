package dev.schemasync.planner;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.PartitionRole;
import dev.schemasync.model.catalog.Relation;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.diff.CatalogDiff;
import dev.schemasync.model.diff.Difference;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.name.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where an object on the shard contradicts the desired one, so that no step can make it agree. */
final class Conflicts {
  private static final String REMEDY =
      "Drop or rename it on the shard if nothing needs it, or change the source; then run again.";

  private Conflicts() {}

  static List<Finding> of(CatalogObject desired, Context context) {
    Optional<CatalogObject> present = context.present(desired.id());
    if (present.isEmpty()) {
      return occupied(desired, context).map(List::of).orElse(List.of());
    }
    List<Finding> findings = new ArrayList<>();
    for (Difference.Changed change : CatalogDiff.compare(desired, present.get(), context.texts)) {
      if (!change.alterable() || !canAlter(desired, present.get(), change, context)) {
        findings.add(
            Finding.of(
                FindingCode.DESTINATION_CONFLICT,
                desired.id(),
                "The "
                    + desired.id()
                    + " exists with another "
                    + change.property()
                    + ": "
                    + change.actual()
                    + " on the shard, "
                    + change.desired()
                    + " on the source.",
                REMEDY));
      }
    }
    return findings;
  }

  private static Optional<Finding> occupied(CatalogObject desired, Context context) {
    return relationName(desired)
        .flatMap(context::occupant)
        .map(
            occupant ->
                Finding.of(
                    FindingCode.DESTINATION_CONFLICT,
                    desired.id(),
                    "The " + desired.id() + " cannot be made: the " + occupant + " has its name.",
                    REMEDY));
  }

  /** The name in the namespace that relations and indexes share. */
  private static Optional<QualifiedName> relationName(CatalogObject object) {
    return switch (object) {
      case Relation relation -> Optional.of(relation.name());
      case Index index -> Optional.of(index.name());
      case Constraint.Key key -> Optional.of(key.index());
      case CatalogObject other -> Optional.empty();
    };
  }

  /**
   * Whether a step exists for this change; some alterable components change in one direction only.
   */
  private static boolean canAlter(
      CatalogObject desired, CatalogObject actual, Difference.Changed change, Context context) {
    return switch (desired) {
      case Table table when change.property().startsWith("partitionRole") ->
          canAttach(table.partitionRole(), ((Table) actual).partitionRole());
      case Table table when change.property().startsWith("columns.") ->
          canSetDefaults(table, (Table) actual, context);
      case Sequence sequence when change.property().startsWith("ownership") ->
          ((Sequence) actual).ownership() instanceof Sequence.Ownership.None
              && !(sequence.ownership() instanceof Sequence.Ownership.IdentityOf);
      case Constraint.Key key when change.property().startsWith("parentIndex") ->
          ((Constraint.Key) actual).parentIndex().isEmpty();
      case Index index when change.property().startsWith("parentIndex") ->
          ((Index) actual).parentIndex().isEmpty();
      case CatalogObject other -> true;
    };
  }

  private static boolean canAttach(PartitionRole desired, PartitionRole actual) {
    return desired instanceof PartitionRole.Partition
        && !(actual instanceof PartitionRole.Partition)
        && desired.partitionKey().equals(actual.partitionKey());
  }

  private static boolean canSetDefaults(Table desired, Table actual, Context context) {
    Table canonical = context.texts.canonical(desired);
    Table present = context.texts.canonical(actual);
    return canonical.columns().stream()
        .allMatch(
            column ->
                present
                    .column(column.name())
                    .map(
                        now ->
                            now.value().equals(column.value())
                                || (now.value() instanceof Column.Value.None
                                    && column.value() instanceof Column.Value.Default))
                    .orElse(false));
  }

  /** What the shard has and the source has not, in schemas and kinds that the source uses. */
  static ImmutableList<Finding> extras(Context context) {
    return context.actual.catalog().objects().keySet().stream()
        .filter(id -> !context.desired.catalog().contains(id))
        .filter(id -> !isInitial(id))
        .map(
            id ->
                Finding.of(
                    FindingCode.DESTINATION_EXTRA,
                    id,
                    "The " + id + " is on the shard only.",
                    "Nothing needs to be done: it stays as it is."))
        .collect(ImmutableList.toImmutableList());
  }

  /** Whether every new database has it. */
  private static boolean isInitial(ObjectId id) {
    return id.display().equals("public") || id.display().equals("plpgsql");
  }
}
