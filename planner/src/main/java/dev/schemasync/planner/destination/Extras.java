package dev.schemasync.planner.destination;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.catalog.RangePart;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Interference;
import dev.schemasync.planner.kind.Kinds;
import dev.schemasync.planner.relation.Partitions;
import java.util.Optional;

/**
 * What a shard has and the source has not. It stays; but what can refuse or change the rows that
 * are to come, or the changes of a stage, is worth a warning.
 */
public final class Extras {
  /** What every new database has. */
  private static final ImmutableSet<ObjectId> INITIAL =
      ImmutableSet.of(
          ObjectId.schema(Identifier.of("public")), ObjectId.extension(Identifier.of("plpgsql")));

  private final Context context;
  private final Partitions partitions;

  private Extras(Context context) {
    this.context = context;
    this.partitions = Partitions.of(context.actual.catalog());
  }

  public static ImmutableList<Finding> of(Context context) {
    Extras extras = new Extras(context);
    return context.actual.catalog().all().stream()
        .filter(object -> !context.desired.catalog().contains(object.id()))
        .filter(object -> !INITIAL.contains(object.id()))
        // It came with its range type.
        .filter(object -> !(object instanceof RangePart))
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
    return Kinds.of(extra).interference().flatMap(i -> effect(extra, i).stream()).findFirst();
  }

  private Optional<String> effect(CatalogObject extra, Interference interference) {
    return interference.relation().isEmpty()
        ? Optional.of(interference.effect())
        : onTable(extra, interference.relation().get(), interference.effect());
  }

  /** The effect, if rows that are copied come to the table. */
  private Optional<String> onTable(CatalogObject extra, ObjectId relation, String effect) {
    return relation instanceof ObjectId.InSchema(ObjectKind kind, QualifiedName name)
            && kind == ObjectKind.TABLE
            && (context.desired.published().contains(name)
                || (isPartitionOfPublished(name) && !isOfParent(extra)))
        ? Optional.of(effect + " of the " + relation)
        : Optional.empty();
  }

  /** Rows that are copied into a table come to its partitions, also to those of the shard only. */
  private boolean isPartitionOfPublished(QualifiedName table) {
    return partitions.withAncestors(table).skip(1).anyMatch(context.desired.published()::contains);
  }

  /** Whether it is what a table above has too. */
  private static boolean isOfParent(CatalogObject extra) {
    return (extra instanceof Constraint.Check check && check.inherited())
        || (extra instanceof Constraint.Indexed constraint && constraint.parentIndex().isPresent())
        || (extra instanceof Index index && index.parentIndex().isPresent());
  }
}
