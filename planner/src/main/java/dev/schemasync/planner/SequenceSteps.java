package dev.schemasync.planner;

import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.server.Snapshot.SequenceValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The steps of a sequence: itself, the column that owns it, its value. */
final class SequenceSteps {
  private SequenceSteps() {}

  static List<Node> of(Sequence sequence, Context context) {
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
    value(sequence, present.isPresent(), context).ifPresent(steps::add);
    return steps;
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

  private static Optional<Node> value(Sequence sequence, boolean present, Context context) {
    Optional<SequenceValue> wanted =
        Optional.ofNullable(context.desired.sequenceValues().get(sequence.name()));
    SequenceValue now =
        present
            ? context.actual.sequenceValues().getOrDefault(sequence.name(), initial(sequence))
            : initial(sequence);
    Stage stage = context.options.stage() == Stage.CUTOVER ? Stage.CUTOVER : Stage.POST_DATA;
    return wanted
        .filter(value -> !value.equals(now))
        .map(
            value ->
                Node.after(
                    sequence.id(), new Step.SetSequenceValue(sequence.name(), value), stage));
  }

  private static SequenceValue initial(Sequence sequence) {
    return new SequenceValue(sequence.options().start(), false);
  }
}
