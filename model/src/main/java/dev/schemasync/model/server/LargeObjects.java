package dev.schemasync.model.server;

import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Ordering;
import dev.schemasync.model.name.Identifier;
import java.util.stream.Stream;

/**
 * The large objects of a database ({@code pg_largeobject_metadata}). They are data: only what is to
 * be told of them is read.
 *
 * @param count how many there are
 * @param commented how many have a comment
 * @param granted how many have other privileges than those that a new one has
 * @param owners the roles that they belong to
 */
public record LargeObjects(
    long count, long commented, long granted, ImmutableSortedSet<Identifier> owners) {
  /** Of a database that has none. */
  public static final LargeObjects NONE = new LargeObjects(0, 0, 0, ImmutableSortedSet.of());

  /** Those of two databases. */
  public LargeObjects plus(LargeObjects others) {
    return new LargeObjects(
        count + others.count,
        commented + others.commented,
        granted + others.granted,
        Stream.concat(owners.stream(), others.owners.stream())
            .collect(ImmutableSortedSet.toImmutableSortedSet(Ordering.natural())));
  }
}
