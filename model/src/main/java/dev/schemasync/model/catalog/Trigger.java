package dev.schemasync.model.catalog;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import java.util.Optional;

/**
 * A trigger on a table or view ({@code pg_trigger}), neither internal nor cloned from a parent.
 *
 * @param events in the order INSERT, DELETE, UPDATE, TRUNCATE
 * @param oldTable name of the transition table of old rows
 * @param newTable name of the transition table of new rows
 * @param when the condition
 * @param constraint what makes it a constraint trigger, if it is one
 */
public record Trigger(
    ObjectId.InSchema relation,
    Identifier name,
    Timing timing,
    ImmutableList<Event> events,
    Level level,
    Optional<Identifier> oldTable,
    Optional<Identifier> newTable,
    Optional<SqlText> when,
    QualifiedName function,
    ImmutableList<String> arguments,
    Optional<ConstraintTrigger> constraint,
    @Alterable Firing state,
    @Alterable Optional<String> comment)
    implements CatalogObject {
  @Override
  public ObjectId.Part id() {
    return ObjectId.trigger(relation, name);
  }

  /** When it fires. */
  public enum Timing {
    BEFORE,
    AFTER,
    INSTEAD_OF
  }

  /** For each what it fires. */
  public enum Level {
    ROW,
    STATEMENT
  }

  /** What it fires on. */
  public sealed interface Event {
    /** INSERT. */
    record Insert() implements Event {}

    /** DELETE. */
    record Delete() implements Event {}

    /** UPDATE; of any column where the list is empty. */
    record Update(ImmutableList<Identifier> columns) implements Event {}

    /** TRUNCATE. */
    record Truncate() implements Event {}
  }

  /**
   * What a constraint trigger has.
   *
   * @param comment on the constraint, beside that on the trigger
   */
  public record ConstraintTrigger(
      Optional<QualifiedName> referencedTable,
      Constraint.Deferrability deferrability,
      @Alterable Optional<String> comment) {}
}
