package dev.schemasync.model.catalog;

import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import java.util.Optional;

/**
 * A sequence ({@code pg_sequence}). Its present value is data and stands in {@link
 * dev.schemasync.model.server.Snapshot#sequenceValues}.
 */
public record Sequence(
    QualifiedName name,
    Options options,
    @Alterable Persistence persistence,
    @Alterable @Limited(Limited.To.PLACE) Ownership ownership,
    @Alterable Identifier owner,
    @Alterable Privileges privileges,
    @Alterable Optional<String> comment)
    implements Relation {
  @Override
  public ObjectId.InSchema id() {
    return ObjectId.sequence(name);
  }

  /** The same sequence, belonging to something else. */
  public Sequence withOwnership(Ownership other) {
    return new Sequence(name, options, persistence, other, owner, privileges, comment);
  }

  /** The same sequence, logged or not. */
  public Sequence withPersistence(Persistence other) {
    return new Sequence(name, options, other, ownership, owner, privileges, comment);
  }

  /** The integer type of a sequence's values, which bounds them. */
  public enum DataType {
    SMALLINT,
    INTEGER,
    BIGINT
  }

  /** The parameters of CREATE SEQUENCE, all of them spelled out. */
  public record Options(
      DataType dataType,
      long start,
      long increment,
      long minValue,
      long maxValue,
      long cache,
      boolean cycle) {
    /** Whether its values grow. */
    public boolean isAscending() {
      return increment > 0;
    }

    /** Whether it can hand out a value. */
    public boolean holds(long value) {
      return minValue <= value && value <= maxValue;
    }
  }

  /** What a sequence belongs to. */
  public sealed interface Ownership {

    /** Nothing. */
    record None() implements Ownership {}

    /** A column (OWNED BY): dropped with it. */
    record OwnedBy(QualifiedName table, Identifier column) implements Ownership {}

    /** The identity column that made it: created with it, never on its own. */
    record IdentityOf(QualifiedName table, Identifier column) implements Ownership {}
  }
}
