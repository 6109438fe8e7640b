package dev.schemasync.planner.relation;

import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.server.Snapshot.SequenceValue;
import dev.schemasync.planner.kind.Context;
import java.util.Optional;

/** How the value of a sequence on the shard stands to that of the source. */
public sealed interface SequenceGoal {
  /** There is nothing to set. */
  record Reached() implements SequenceGoal {}

  /** It is to be set; the options are those it has on the shard. */
  record Behind(Sequence.Options options, SequenceValue wanted) implements SequenceGoal {}

  /** The shard has handed out more, and would do so again if it were set back. */
  record Further(SequenceValue now, SequenceValue wanted) implements SequenceGoal {}

  /** The sequence on the shard cannot hold the value; the options are those it has there. */
  record OutOfRange(Sequence.Options options, SequenceValue wanted) implements SequenceGoal {}

  /** Where the shard's is cannot be read, so nothing can be said. */
  record Unreadable() implements SequenceGoal {}

  static SequenceGoal of(Sequence sequence, Context context) {
    Optional<SequenceValue> wanted =
        Optional.ofNullable(context.desired.sequenceValues().get(sequence.name()));
    Optional<Sequence> present = context.present(sequence.id(), Sequence.class);
    Sequence.Options options = present.orElse(sequence).options();
    SequenceValue untouched = SequenceValue.initial(options);
    Optional<SequenceValue> now =
        present.isPresent()
            ? Optional.ofNullable(context.actual.sequenceValues().get(sequence.name()))
            : Optional.of(untouched);
    if (wanted.isEmpty() || wanted.equals(now)) {
      return new Reached();
    }
    if (now.isEmpty()) {
      return new Unreadable();
    }
    // One that has handed out nothing yet may be set anywhere, also to before its start.
    if (!now.get().equals(untouched) && now.get().isFurtherThan(wanted.get(), options)) {
      return new Further(now.get(), wanted.get());
    }
    return options.holds(wanted.get().last())
        ? new Behind(options, wanted.get())
        : new OutOfRange(options, wanted.get());
  }
}
