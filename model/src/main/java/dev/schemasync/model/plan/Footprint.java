package dev.schemasync.model.plan;

import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.ObjectId;

/**
 * What a step takes of its server's table of locks until its transaction ends, at most.
 *
 * @param whole the object that the step makes or completes: what belongs to one object should not
 *     be torn apart by a commit
 * @param locked what has one entry in the table, however often it is locked
 * @param further entries of what no step names, such as a TOAST table or the index of a key
 */
public record Footprint(ObjectId whole, ImmutableSortedSet<ObjectId> locked, int further) {
  /** That of a step which locks one object and nothing else. */
  public static Footprint of(ObjectId object) {
    return new Footprint(object, ImmutableSortedSet.of(object), 0);
  }
}
