package dev.schemasync.planner.relation;

import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Persistence;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.server.Feature;
import dev.schemasync.model.server.Snapshot.SequenceValue;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Replaced;
import dev.schemasync.planner.kind.Requirements;
import dev.schemasync.planner.order.Fact;
import dev.schemasync.planner.order.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The steps of a sequence: itself, the column that owns it, its persistence, its value. */
public final class SequenceSteps {
  private SequenceSteps() {}

  public static List<Node> of(Sequence sequence, Context context) {
    List<Node> steps = new ArrayList<>();
    Optional<Sequence> present = context.present(sequence.id(), Sequence.class);
    switch (sequence.ownership()) {
      case Sequence.Ownership.None none -> steps.addAll(create(sequence, present, context));
      case Sequence.Ownership.OwnedBy(var table, var column) -> {
        steps.addAll(create(sequence, present, context));
        if (!present.map(Sequence::ownership).equals(Optional.of(sequence.ownership()))) {
          // Owner and table must have the same owner by then; afterwards it follows the table's.
          steps.add(
              Node.after(
                      sequence.id(),
                      new Step.SetSequenceOwnedBy(sequence.name(), table, column),
                      Stage.PRE_DATA)
                  .requiring(
                      List.of(
                          Fact.exists(ObjectId.table(table)),
                          Fact.owned(ObjectId.table(table)),
                          Fact.owned(sequence.id()))));
        }
      }
      case Sequence.Ownership.IdentityOf identity -> {
        // CREATE TABLE makes it.
      }
    }
    if (present.map(Sequence::persistence).orElseGet(() -> asMade(sequence, context))
        != sequence.persistence()) {
      steps.add(
          Node.after(
              sequence.id(),
              new Step.SetSequencePersistence(sequence.name(), sequence.persistence()),
              Stage.PRE_DATA));
    }
    steps.addAll(value(sequence, context));
    return steps;
  }

  /** The persistence that a sequence has when it is made: that of an identity is its table's. */
  private static Persistence asMade(Sequence sequence, Context context) {
    return switch (sequence.ownership()) {
      case Sequence.Ownership.None none -> sequence.persistence();
      case Sequence.Ownership.OwnedBy owned -> sequence.persistence();
      case Sequence.Ownership.IdentityOf(var table, var column) ->
          context
              .desired
              .catalog()
              .find(ObjectId.table(table), Table.class)
              .filter(t -> context.actual.server().version().has(Feature.UNLOGGED_SEQUENCES))
              .map(Table::persistence)
              .orElse(Persistence.PERMANENT);
    };
  }

  /** That somebody has set another persistence on the shard. */
  static Optional<Finding> replaced(Sequence sequence, Context context) {
    return context
        .present(sequence.id(), Sequence.class)
        .map(Sequence::persistence)
        .filter(now -> now != sequence.persistence() && now != asMade(sequence, context))
        .map(
            now ->
                Replaced.finding(
                    sequence.id(),
                    "is " + words(now),
                    "is " + words(sequence.persistence()),
                    Stage.PRE_DATA));
  }

  private static String words(Persistence persistence) {
    return switch (persistence) {
      case PERMANENT -> "logged";
      case UNLOGGED -> "unlogged";
    };
  }

  private static List<Node> create(Sequence sequence, Optional<Sequence> present, Context context) {
    return present.isPresent()
        ? List.of()
        : List.of(
            Node.of(
                new Step.CreateSequence(sequence),
                Stage.PRE_DATA,
                Requirements.of(sequence.id(), context)));
  }

  private static List<Node> value(Sequence sequence, Context context) {
    Stage stage = context.options.stage() == Stage.CUTOVER ? Stage.CUTOVER : Stage.POST_DATA;
    return switch (SequenceGoal.of(sequence, context)) {
      case SequenceGoal.Reached reached -> List.of();
      case SequenceGoal.Behind(var options, var value) ->
          List.of(
              Node.after(
                  sequence.id(),
                  new Step.SetSequenceValue(sequence.name(), options, value),
                  stage));
      case SequenceGoal.Further further -> List.of();
      case SequenceGoal.OutOfRange outOfRange -> List.of();
      case SequenceGoal.Unreadable unreadable -> List.of();
    };
  }

  /** What is to be known of the value of a sequence before it is set, or not set. */
  public static Optional<Finding> finding(Sequence sequence, Context context) {
    return switch (SequenceGoal.of(sequence, context)) {
      case SequenceGoal.Reached reached -> Optional.empty();
      case SequenceGoal.Behind behind -> Optional.empty();
      case SequenceGoal.Further(var now, var wanted) ->
          context.options.stage() == Stage.PRE_DATA
              ? Optional.empty()
              : Optional.of(further(sequence, now, wanted));
      case SequenceGoal.OutOfRange(var options, var wanted) ->
          Optional.of(
              Finding.of(
                  FindingCode.SEQUENCE_OUT_OF_RANGE,
                  sequence.id(),
                  "The "
                      + sequence.id()
                      + " is at "
                      + wanted
                      + " on the source, but holds "
                      + options.minValue()
                      + " to "
                      + options.maxValue()
                      + " on the shard.",
                  "ALTER SEQUENCE … MINVALUE or MAXVALUE on the shard, as on the source."));
      case SequenceGoal.Unreadable unreadable ->
          Optional.of(
              Finding.of(
                  FindingCode.MISSING_PRIVILEGE,
                  sequence.id(),
                  "The user "
                      + context.actual.server().user().name()
                      + " may not read the "
                      + sequence.id()
                      + ", which is to be set.",
                  "GRANT SELECT, UPDATE ON SEQUENCE to it, or name another schema_admin."));
    };
  }

  private static Finding further(Sequence sequence, SequenceValue now, SequenceValue wanted) {
    return Finding.of(
        FindingCode.SEQUENCE_FURTHER,
        sequence.id(),
        "The "
            + sequence.id()
            + " is at "
            + now
            + " on the shard, further than "
            + wanted
            + " on the source; it stays."
            + (sequence.options().cycle()
                ? " It cycles, so one of the two may have started over."
                : ""),
        sequence.options().cycle()
            ? "If the source has started over, set it by hand: SELECT setval(…) on the shard."
            : "Nothing needs to be done: a sequence is never set back.");
  }
}
