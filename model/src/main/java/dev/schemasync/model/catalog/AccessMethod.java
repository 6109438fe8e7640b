package dev.schemasync.model.catalog;

import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import java.util.Optional;

/**
 * An access method ({@code pg_am}). Most come with the server or an extension, and are no objects
 * of their own. It has no owner.
 *
 * @param type what it stores
 * @param handler the function that tells the server how
 */
public record AccessMethod(
    Identifier name, Type type, QualifiedName handler, @Alterable Optional<String> comment)
    implements CatalogObject {
  @Override
  public ObjectId.Global id() {
    return ObjectId.accessMethod(name);
  }

  /** {@code amtype}. */
  public enum Type {
    INDEX,
    TABLE
  }
}
