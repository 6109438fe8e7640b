package dev.schemasync.planner.destination;

import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.diff.CatalogDiff;
import dev.schemasync.model.diff.Difference;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where an object on the shard contradicts the desired one, so that no step can make it agree. */
public final class Conflicts {
  private static final String REMEDY =
      "Drop or rename it on the shard if nothing needs it, or change the source; then run again.";

  private Conflicts() {}

  public static List<Finding> of(Kind kind, Context context) {
    CatalogObject desired = kind.object();
    List<Finding> findings = new ArrayList<>(kind.obstacles(context));
    Optional<CatalogObject> present = context.present(desired.id());
    if (present.isEmpty()) {
      occupied(desired, context).ifPresent(findings::add);
      return findings;
    }
    Optional<String> unproved =
        Optional.ofNullable(context.texts.unproved().get(desired.id()))
            .filter(reason -> CatalogDiff.isOfTexts(desired, present.get()));
    for (Difference.Changed change : CatalogDiff.compare(desired, present.get(), context.texts)) {
      if (!isPossible(kind, present.get(), change, context)) {
        findings.add(
            unproved.map(reason -> notProved(change, reason)).orElseGet(() -> conflict(change)));
      }
    }
    Validation.stricter(kind, present.get()).map(Conflicts::stricter).forEach(findings::add);
    return findings;
  }

  /** Whether a step exists for this change of an object that is on the shard. */
  private static boolean isPossible(
      Kind kind, CatalogObject present, Difference.Changed change, Context context) {
    return change.alterable()
        && CatalogDiff.limit(kind.object(), change)
            .map(limit -> kind.canChange(limit, present, change, context))
            .orElse(true);
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

  /** That a constraint of a table keeps it from its parent. */
  public static Finding refused(ObjectId.Part constraint) {
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

  /** That something else stands in the place of the template for a table. */
  public static Finding wrongTemplate(ObjectId table, ObjectId template) {
    return Finding.of(
        FindingCode.DESTINATION_CONFLICT,
        table,
        "The "
            + table
            + " cannot be made: the "
            + template
            + ", which is to lend it the order of its columns, has others.",
        "Drop that table on the shard, which a run has left behind; then run again.");
  }

  /** That another index of a partition is attached in the place of one. */
  public static Finding placeTaken(ObjectId wanted, ObjectId occupant, QualifiedName parent) {
    return Finding.of(
        FindingCode.DESTINATION_CONFLICT,
        wanted,
        "The "
            + wanted
            + " cannot be attached to the index "
            + ObjectId.index(parent).display()
            + ": the "
            + occupant
            + " is, and a partition can have one only.",
        "Rename that one on the shard to the name of this, if it is the same and the other is not"
            + " there; or drop the index it is attached to. Then run again.");
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
