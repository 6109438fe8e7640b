package dev.schemasync.model.plan;

import dev.schemasync.model.catalog.ObjectId;
import java.util.Comparator;

/** A lock that a statement takes on a relation. */
public record Lock(ObjectId relation, LockMode mode) implements Comparable<Lock> {
  private static final Comparator<Lock> ORDER =
      Comparator.comparing(Lock::relation).thenComparing(Lock::mode);

  /** Whether the two cannot be held by different transactions at the same time. */
  public boolean conflictsWith(Lock other) {
    return relation.equals(other.relation) && mode.conflictsWith(other.mode);
  }

  @Override
  public int compareTo(Lock other) {
    return ORDER.compare(this, other);
  }
}
