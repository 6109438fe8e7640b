package dev.schemasync.planner;

import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.diff.CatalogDiff;
import dev.schemasync.model.diff.Difference;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
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
    Optional<String> unproved =
        Optional.ofNullable(context.texts.unproved().get(desired.id()))
            .filter(reason -> CatalogDiff.isOfTexts(desired, present.get()));
    List<Finding> findings = new ArrayList<>();
    for (Difference.Changed change : CatalogDiff.compare(desired, present.get(), context.texts)) {
      if (!Alterations.possible(desired, present.get(), change, context.texts)) {
        findings.add(
            unproved.map(reason -> notProved(change, reason)).orElseGet(() -> conflict(change)));
      }
    }
    return findings;
  }

  private static Finding conflict(Difference.Changed change) {
    return Finding.of(
        FindingCode.DESTINATION_CONFLICT,
        change.object(),
        "The "
            + change.object()
            + " exists with another "
            + change.property()
            + ": "
            + change.actual()
            + " on the shard, "
            + change.desired()
            + " on the source.",
        REMEDY);
  }

  private static Finding notProved(Difference.Changed change, String reason) {
    return Finding.of(
        FindingCode.TEXT_NOT_PROVED,
        change.object(),
        "The "
            + change.object()
            + " has the "
            + change.property()
            + " "
            + change.actual()
            + " on the shard, "
            + change.desired()
            + " on the source; the shard's server could not be asked whether they are the same: "
            + reason
            + ".",
        "Remove what kept it from answering (GRANT TEMPORARY ON DATABASE to the schema admin, USAGE"
            + " on the schemas named) and run again, or compare the two by hand and accept this.");
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
}
