package dev.schemasync.model.catalog;

import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.SqlText;
import java.util.Optional;

/**
 * A rewrite rule of a table or view ({@code pg_rewrite}), but for the one that holds a view's
 * query.
 *
 * @param instead whether nothing else is done, where its condition holds
 * @param action its condition, if it has one, and what is done: all that follows the name of the
 *     relation
 */
public record Rule(
    ObjectId.InSchema relation,
    Identifier name,
    Event event,
    @Alterable @Limited(Limited.To.CHOICE) boolean instead,
    @Alterable @Limited(Limited.To.CHOICE) SqlText action,
    @Alterable Firing state,
    @Alterable Optional<String> comment)
    implements CatalogObject {
  /** What is done by a rule that does nothing, in the server's words. */
  private static final SqlText NOTHING = new SqlText("DO NOTHING");

  @Override
  public ObjectId.Part id() {
    return ObjectId.rule(relation, name);
  }

  /** Whether it makes no difference. */
  public boolean isInert() {
    return action.equals(NOTHING);
  }

  /** One of the same name that does nothing. */
  public Rule inert() {
    return new Rule(relation, name, event, false, NOTHING, Firing.ORIGIN, Optional.empty());
  }

  /** {@code ev_type}: what it is asked about. */
  public enum Event {
    INSERT,
    UPDATE,
    DELETE
  }
}
