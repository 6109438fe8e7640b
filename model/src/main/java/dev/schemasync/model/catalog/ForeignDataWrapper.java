package dev.schemasync.model.catalog;

import com.google.common.collect.ImmutableMap;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import java.util.Optional;

/**
 * A foreign-data wrapper ({@code pg_foreign_data_wrapper}). Most come with an extension, and are no
 * objects of their own.
 *
 * @param handler without one, the foreign tables of its servers cannot be read
 * @param validator which the server asks whether options are valid
 * @param options in their order
 */
public record ForeignDataWrapper(
    Identifier name,
    Optional<QualifiedName> handler,
    Optional<QualifiedName> validator,
    ImmutableMap<String, String> options,
    @Alterable Identifier owner,
    @Alterable Privileges privileges,
    @Alterable Optional<String> comment)
    implements CatalogObject.Granted {
  @Override
  public ObjectId.Global id() {
    return ObjectId.foreignDataWrapper(name);
  }
}
