package dev.schemasync.planner;

import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Table;
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
    List<Finding> findings = new ArrayList<>();
    if (desired instanceof Table table) {
      Inheritance.refused(table, context).stream().map(Conflicts::refused).forEach(findings::add);
    }
    Optional<CatalogObject> present = context.present(desired.id());
    if (present.isEmpty()) {
      occupied(desired, context).ifPresent(findings::add);
      return findings;
    }
    Optional<String> unproved =
        Optional.ofNullable(context.texts.unproved().get(desired.id()))
            .filter(reason -> CatalogDiff.isOfTexts(desired, present.get()));
    for (Difference.Changed change : CatalogDiff.compare(desired, present.get(), context.texts)) {
      if (!Alterations.possible(desired, present.get(), change, context)) {
        findings.add(
            unproved.map(reason -> notProved(change, reason)).orElseGet(() -> conflict(change)));
      }
    }
    Validation.stricter(desired, present.get()).map(Conflicts::stricter).forEach(findings::add);
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

  private static Finding refused(ObjectId.Part constraint) {
    return Finding.of(
        FindingCode.DESTINATION_CONFLICT,
        constraint,
        "The "
            + constraint.of()
            + " cannot be attached: the "
            + constraint
            + " is NOT VALID on the source, and its parent's is validated on the shard.",
        "Drop the parent's constraint on the shard, which makes it as on the source, or validate"
            + " this one on the source; then run again.");
  }

  private static Finding stricter(ObjectId constraint) {
    return Finding.of(
        FindingCode.STRICTER_CONSTRAINT,
        constraint,
        "The "
            + constraint
            + " is validated on the shard and NOT VALID on the source, so the source may have rows"
            + " that the shard refuses.",
        "Mend those rows and validate it on the source, or drop it on the shard before the data is"
            + " copied.");
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
