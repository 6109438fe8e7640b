package dev.schemasync.planner;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.Extension;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.MaterializedView;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.catalog.PartitionRole;
import dev.schemasync.model.catalog.Publication;
import dev.schemasync.model.catalog.Routine;
import dev.schemasync.model.catalog.Schema;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.catalog.Trigger;
import dev.schemasync.model.catalog.Type;
import dev.schemasync.model.catalog.UnsupportedObject;
import dev.schemasync.model.catalog.View;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import java.util.Optional;

/**
 * What a shard has and the source has not. It stays; but what can refuse or change the rows that
 * are to come, or the changes of a stage, is worth a warning.
 */
final class Extras {
  /** What every new database has. */
  private static final ImmutableSet<ObjectId> INITIAL =
      ImmutableSet.of(
          ObjectId.schema(Identifier.of("public")), ObjectId.extension(Identifier.of("plpgsql")));

  private final Context context;

  private Extras(Context context) {
    this.context = context;
  }

  static ImmutableList<Finding> of(Context context) {
    Extras extras = new Extras(context);
    return context.actual.catalog().all().stream()
        .filter(object -> !context.desired.catalog().contains(object.id()))
        .filter(object -> !INITIAL.contains(object.id()))
        .map(extras::finding)
        .collect(toImmutableList());
  }

  private Finding finding(CatalogObject extra) {
    return effect(extra)
        .map(
            effect ->
                Finding.of(
                    FindingCode.DESTINATION_INTERFERENCE,
                    extra.id(),
                    "The " + extra.id() + " is on the shard only and " + effect + ".",
                    "Drop or disable it on the shard, unless it is meant to have its say."))
        .orElseGet(
            () ->
                Finding.of(
                    FindingCode.DESTINATION_EXTRA,
                    extra.id(),
                    "The " + extra.id() + " is on the shard only.",
                    "Nothing needs to be done: it stays as it is."));
  }

  /** What it can do to what comes from the source. */
  private Optional<String> effect(CatalogObject extra) {
    return switch (extra) {
      case Constraint.Key key -> onTable(key.table(), "can refuse rows");
      case Constraint.Check check -> onTable(check.table(), "can refuse rows");
      case Constraint.ForeignKey key ->
          onTable(key.table(), "can refuse rows")
              .or(() -> onTable(key.referencedTable(), "can refuse updates and deletes"));
      case Index index ->
          index.unique() ? onTable(index.relation(), "can refuse rows") : Optional.empty();
      case Trigger trigger ->
          trigger.state() == Trigger.State.DISABLED
              ? Optional.empty()
              : onTable(trigger.relation(), "can refuse or change rows");
      case Table table ->
          table.partitionRole() instanceof PartitionRole.Partition partition
              ? onTable(partition.parent(), "can take rows")
              : Optional.empty();
      case UnsupportedObject unsupported -> effect(unsupported);
      case Schema o -> Optional.empty();
      case Extension o -> Optional.empty();
      case Type o -> Optional.empty();
      case Routine o -> Optional.empty();
      case Sequence o -> Optional.empty();
      case View o -> Optional.empty();
      case MaterializedView o -> Optional.empty();
      case Publication o -> Optional.empty();
    };
  }

  private Optional<String> effect(UnsupportedObject extra) {
    return switch (extra.effect()) {
      case NONE -> Optional.empty();
      case REFUSES_ROWS -> extra.on().flatMap(on -> onTable(on, "can refuse rows"));
      case REPLACES_ROWS -> extra.on().flatMap(on -> onTable(on, "can change or swallow rows"));
      case FOLLOWS_CHANGES -> Optional.of("can refuse or add to what the stages change");
    };
  }

  private Optional<String> onTable(QualifiedName table, String effect) {
    return onTable(ObjectId.table(table), effect);
  }

  /** The effect, if the table is one whose rows are copied. */
  private Optional<String> onTable(ObjectId relation, String effect) {
    return relation instanceof ObjectId.InSchema(ObjectKind kind, QualifiedName name)
            && kind == ObjectKind.TABLE
            && context.desired.published().contains(name)
        ? Optional.of(effect + " of the " + relation)
        : Optional.empty();
  }
}
