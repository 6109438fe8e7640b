package dev.schemasync.model.catalog;

import dev.schemasync.model.name.Identifier;
import java.util.Optional;

/**
 * An installed extension ({@code pg_extension}). Its members are never objects of a catalog of
 * their own: creating the extension makes them.
 *
 * @param schema where its objects live
 * @param version as installed; one that differs is reported, never changed
 */
public record Extension(
    Identifier name,
    Identifier schema,
    @Alterable String version,
    @Alterable Optional<String> comment)
    implements CatalogObject {
  @Override
  public ObjectId.Global id() {
    return ObjectId.extension(name);
  }
}
