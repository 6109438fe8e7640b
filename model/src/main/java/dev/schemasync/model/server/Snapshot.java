package dev.schemasync.model.server;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.name.QualifiedName;

/**
 * All that one introspection returns, as of one moment.
 *
 * @param sequenceValues the present value of each sequence in the catalog
 * @param hiddenSequences those whose value the user has no privilege to read
 * @param populated the materialized views that hold data ({@code relispopulated})
 * @param relationSizes size of each table and materialized view in bytes: the server's estimate
 *     ({@code relpages} times block size), or where that is zero the size of its file ({@code
 *     pg_relation_size}), so that zero means no rows; also for a partitioned table, which has none
 *     of its own
 * @param underConstruction the invalid indexes that a session may still be building, by the process
 *     that keeps the lock of such a build ({@code pg_locks})
 * @param largeObjects which are data, and belong to no relation
 */
public record Snapshot(
    ServerFacts server,
    Catalog catalog,
    ImmutableSortedMap<QualifiedName, SequenceValue> sequenceValues,
    ImmutableSortedSet<QualifiedName> hiddenSequences,
    ImmutableSortedSet<QualifiedName> populated,
    ImmutableSortedMap<ObjectId, Long> relationSizes,
    ImmutableSortedMap<QualifiedName, Integer> underConstruction,
    LargeObjects largeObjects) {
  /** The same with other facts about the server. */
  public Snapshot withServer(ServerFacts facts) {
    return new Snapshot(
        facts,
        catalog,
        sequenceValues,
        hiddenSequences,
        populated,
        relationSizes,
        underConstruction,
        largeObjects);
  }

  /** The same with other sizes. */
  public Snapshot withRelationSizes(ImmutableSortedMap<ObjectId, Long> sizes) {
    return new Snapshot(
        server,
        catalog,
        sequenceValues,
        hiddenSequences,
        populated,
        sizes,
        underConstruction,
        largeObjects);
  }

  /**
   * The state of a sequence.
   *
   * @param last {@code last_value}
   * @param called {@code is_called}: whether {@code last} has been handed out
   */
  public record SequenceValue(long last, boolean called) {
    /** The state of a sequence that has handed out nothing since it was made. */
    public static SequenceValue initial(Sequence.Options options) {
      return new SequenceValue(options.start(), false);
    }

    /**
     * Whether a sequence in this state has more values behind it than in another one: it is further
     * in the direction of its increment, or as far and that value has been handed out.
     */
    public boolean isFurtherThan(SequenceValue other, Sequence.Options options) {
      int distance = Long.compare(last, other.last);
      return distance == 0 ? called && !other.called : (distance > 0) == options.isAscending();
    }

    @Override
    public String toString() {
      return called ? Long.toString(last) : last + " (not handed out yet)";
    }
  }
}
