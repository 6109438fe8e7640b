package dev.schemasync.planner;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.diff.CatalogDiff;
import dev.schemasync.model.diff.Difference;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.name.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where an object on the shard contradicts the desired one, so that no step can make it agree. */
final class Conflicts {
  private static final String REMEDY =
      "Drop or rename it on the shard if nothing needs it, or change the source; then run again.";

  private static final ImmutableSet<ObjectId> INITIAL =
      ImmutableSet.of(
          ObjectId.schema(Identifier.of("public")), ObjectId.extension(Identifier.of("plpgsql")));

  private Conflicts() {}

  static List<Finding> of(CatalogObject desired, Context context) {
    Optional<CatalogObject> present = context.present(desired.id());
    if (present.isEmpty()) {
      return occupied(desired, context).map(List::of).orElse(List.of());
    }
    List<Finding> findings = new ArrayList<>();
    for (Difference.Changed change : CatalogDiff.compare(desired, present.get(), context.texts)) {
      if (!Alterations.possible(desired, present.get(), change, context.texts)) {
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
    return context
        .inTheWayOf(desired)
        .map(
            occupant ->
                Finding.of(
                    FindingCode.DESTINATION_CONFLICT,
                    desired.id(),
                    "The " + desired.id() + " cannot be made: the " + occupant + " has its name.",
                    REMEDY));
  }

  /** What the shard has and the source has not. */
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
    return INITIAL.contains(id);
  }
}
