package dev.schemasync.model.catalog;

import java.util.Optional;

/**
 * Something the server has and this language cannot say. It is carried along so that nothing is
 * lost in silence: whatever needs it can be told, and the operator decides. It refers to the object
 * that it is a part or property of, if there is one.
 */
public record UnsupportedObject(ObjectId.Unmodelled id) implements CatalogObject {
  @Override
  public Optional<String> comment() {
    return Optional.empty();
  }
}
