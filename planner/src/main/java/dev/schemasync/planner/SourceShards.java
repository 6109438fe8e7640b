package dev.schemasync.planner;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Ordering;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Persistence;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.server.LargeObjects;
import dev.schemasync.model.server.Snapshot;
import dev.schemasync.model.server.Snapshot.SequenceValue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The shards of a source seen as one: the schema of the first, and the state of them all. */
final class SourceShards {
  private final ImmutableList<Snapshot> shards;

  /**
   * The shards by number.
   *
   * @param shards at least one
   */
  SourceShards(List<Snapshot> shards) {
    this.shards = ImmutableList.copyOf(shards);
  }

  /** The one whose schema stands for that of all. */
  Snapshot first() {
    return shards.getFirst();
  }

  /** The furthest value of each sequence: none that a shard has handed out is handed out again. */
  ImmutableSortedMap<QualifiedName, SequenceValue> sequenceValues() {
    Map<QualifiedName, SequenceValue> furthest = new TreeMap<>(first().sequenceValues());
    for (Snapshot shard : shards) {
      shard
          .sequenceValues()
          .forEach((name, value) -> furthest.merge(name, value, (a, b) -> further(name, a, b)));
    }
    return ImmutableSortedMap.copyOf(furthest);
  }

  private SequenceValue further(QualifiedName name, SequenceValue one, SequenceValue other) {
    return first()
        .catalog()
        .find(ObjectId.sequence(name), Sequence.class)
        .filter(sequence -> other.isFurtherThan(one, sequence.options()))
        .map(sequence -> other)
        .orElse(one);
  }

  /** The materialized views that hold data anywhere. */
  ImmutableSortedSet<QualifiedName> populated() {
    return shards.stream()
        .flatMap(shard -> shard.populated().stream())
        .collect(ImmutableSortedSet.toImmutableSortedSet(Ordering.natural()));
  }

  /** The size that each relation has where it is largest; only their order matters. */
  ImmutableSortedMap<ObjectId, Long> relationSizes() {
    Map<ObjectId, Long> largest = new TreeMap<>();
    for (Snapshot shard : shards) {
      shard.relationSizes().forEach((relation, bytes) -> largest.merge(relation, bytes, Math::max));
    }
    return ImmutableSortedMap.copyOf(largest);
  }

  /** Those of all shards: each has its own. */
  LargeObjects largeObjects() {
    return shards.stream()
        .map(Snapshot::largeObjects)
        .reduce(LargeObjects.NONE, LargeObjects::plus);
  }

  /** The numbers of the shards that have a sequence and do not let us read its value. */
  ImmutableList<Integer> unreadable(Sequence sequence) {
    ImmutableList.Builder<Integer> numbers = ImmutableList.builder();
    for (int number = 0; number < shards.size(); number++) {
      Snapshot shard = shards.get(number);
      // The value of an unlogged one is not sent to standbys; a run that needs it reads a primary.
      boolean lost =
          shard.server().limits().inRecovery() && sequence.persistence() == Persistence.UNLOGGED;
      if (!lost
          && shard.catalog().contains(sequence.id())
          && !shard.sequenceValues().containsKey(sequence.name())) {
        numbers.add(number);
      }
    }
    return numbers.build();
  }

  /** Whether the user of a shard has no privilege to read the value of a sequence. */
  boolean isHidden(Sequence sequence, int number) {
    return shards.get(number).hiddenSequences().contains(sequence.name());
  }

  /** Who reads a shard. */
  Identifier user(int number) {
    return shards.get(number).server().user().name();
  }

  /** How a shard is called in messages: the only one is the source itself. */
  String name(int number) {
    return shards.size() == 1 ? "the source" : "shard " + number + " of the source";
  }
}
