package dev.schemasync.planner.order;

import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Privilege;
import dev.schemasync.model.name.Identifier;
import java.util.Optional;

/**
 * Something that is true of a shard once a step is done; steps depend on facts, not on each other.
 *
 * @param option where the fact is about one
 */
public record Fact(ObjectId object, Aspect aspect, Optional<GrantOption> option) {
  /** A privilege that a role may give to others. */
  public record GrantOption(Identifier role, Privilege privilege) {}

  public enum Aspect {
    /** The object is there. */
    EXISTS,
    /** A partition or an index of one is attached to its parent, a child has all its parents. */
    ATTACHED,
    /** There is a template that lends a table its columns. */
    LENT,
    /** A constraint holds for the rows that were there before it. */
    VALIDATED,
    /** Constraints of partitions have the names that it must not take from them. */
    PRECEDED,
    /**
     * The foreign keys of a table are there that bring no others with them, so that those others
     * are given names which are free.
     */
    ALONE,
    /** Those of a table are there that have names as the server gives them to others. */
    NAMED,
    /** A rule that does nothing has its name. */
    RESERVED,
    /** That one is in the state which it should have. */
    SWITCHED,
    /** An invalid index of its name is gone. */
    CLEARED,
    /** It has the owner it should have. */
    OWNED,
    /** Privileges that it should not give are gone. */
    REVOKED,
    /** A role may give a privilege on it to others. */
    GRANTABLE,
    /** What a role gave to others of a privilege on it, and should not, is taken back. */
    RETURNED,
    /** A materialized view holds data. */
    REFRESHED,
    /** Anything on which nothing else depends. */
    SETTLED
  }

  private Fact(ObjectId object, Aspect aspect) {
    this(object, aspect, Optional.empty());
  }

  public static Fact exists(ObjectId object) {
    return new Fact(object, Aspect.EXISTS);
  }

  public static Fact attached(ObjectId object) {
    return new Fact(object, Aspect.ATTACHED);
  }

  public static Fact lent(ObjectId table) {
    return new Fact(table, Aspect.LENT);
  }

  public static Fact validated(ObjectId constraint) {
    return new Fact(constraint, Aspect.VALIDATED);
  }

  public static Fact preceded(ObjectId constraint) {
    return new Fact(constraint, Aspect.PRECEDED);
  }

  public static Fact alone(ObjectId table) {
    return new Fact(table, Aspect.ALONE);
  }

  public static Fact named(ObjectId table) {
    return new Fact(table, Aspect.NAMED);
  }

  public static Fact reserved(ObjectId rule) {
    return new Fact(rule, Aspect.RESERVED);
  }

  public static Fact switched(ObjectId rule) {
    return new Fact(rule, Aspect.SWITCHED);
  }

  public static Fact cleared(ObjectId object) {
    return new Fact(object, Aspect.CLEARED);
  }

  public static Fact owned(ObjectId object) {
    return new Fact(object, Aspect.OWNED);
  }

  public static Fact revoked(ObjectId object) {
    return new Fact(object, Aspect.REVOKED);
  }

  public static Fact grantable(ObjectId object, Identifier role, Privilege privilege) {
    return new Fact(object, Aspect.GRANTABLE, Optional.of(new GrantOption(role, privilege)));
  }

  public static Fact returned(ObjectId object, Identifier role, Privilege privilege) {
    return new Fact(object, Aspect.RETURNED, Optional.of(new GrantOption(role, privilege)));
  }

  public static Fact refreshed(ObjectId object) {
    return new Fact(object, Aspect.REFRESHED);
  }

  public static Fact settled(ObjectId object) {
    return new Fact(object, Aspect.SETTLED);
  }
}
