package dev.schemasync.model.catalog;

import java.util.Optional;

/**
 * Something the server has and this language cannot say. It is carried along so that nothing is
 * lost in silence: whatever needs it can be told, and the operator decides.
 *
 * @param on the object that it is a part or property of, if any
 * @param effect what it does while it is there; whoever made it by hand may turn it on and off
 */
public record UnsupportedObject(
    ObjectId.Unmodelled id, Optional<ObjectId> on, @Alterable Effect effect)
    implements CatalogObject {
  /** What an object can do to rows that are written. */
  public enum Effect {
    /** Nothing. */
    NONE,
    /** Refuses rows, as a temporal constraint. */
    REFUSES_ROWS,
    /** Writes other rows, or none, as a rule. */
    REPLACES_ROWS
  }

  @Override
  public Optional<String> comment() {
    return Optional.empty();
  }
}
