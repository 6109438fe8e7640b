package dev.schemasync.planner;

import dev.schemasync.model.catalog.ObjectId;

/**
 * Something that is true of a shard once a step is done; steps depend on facts, not on each other.
 */
record Fact(ObjectId object, Aspect aspect) {
  enum Aspect {
    /** The object is there. */
    EXISTS,
    /** A partition or an index of one is attached to its parent. */
    ATTACHED,
    /** A constraint holds for the rows that were there before it. */
    VALIDATED,
    /** Constraints of partitions have the names that it must not take from them. */
    PRECEDED,
    /** An invalid index of its name is gone. */
    CLEARED,
    /** It has the owner it should have. */
    OWNED,
    /** Privileges that it should not give are gone. */
    REVOKED,
    /** A materialized view holds data. */
    REFRESHED,
    /** Anything on which nothing else depends. */
    SETTLED
  }

  static Fact exists(ObjectId object) {
    return new Fact(object, Aspect.EXISTS);
  }

  static Fact attached(ObjectId object) {
    return new Fact(object, Aspect.ATTACHED);
  }

  static Fact validated(ObjectId constraint) {
    return new Fact(constraint, Aspect.VALIDATED);
  }

  static Fact preceded(ObjectId constraint) {
    return new Fact(constraint, Aspect.PRECEDED);
  }

  static Fact cleared(ObjectId object) {
    return new Fact(object, Aspect.CLEARED);
  }

  static Fact owned(ObjectId object) {
    return new Fact(object, Aspect.OWNED);
  }

  static Fact revoked(ObjectId object) {
    return new Fact(object, Aspect.REVOKED);
  }

  static Fact refreshed(ObjectId object) {
    return new Fact(object, Aspect.REFRESHED);
  }

  static Fact settled(ObjectId object) {
    return new Fact(object, Aspect.SETTLED);
  }
}
