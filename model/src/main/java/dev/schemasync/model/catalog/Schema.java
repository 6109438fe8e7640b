package dev.schemasync.model.catalog;

import dev.schemasync.model.name.Identifier;
import java.util.Optional;

/** A schema ({@code pg_namespace}). */
public record Schema(
    Identifier name,
    @Alterable Identifier owner,
    @Alterable Privileges privileges,
    @Alterable Optional<String> comment)
    implements CatalogObject.Granted {
  @Override
  public ObjectId.Global id() {
    return ObjectId.schema(name);
  }
}
