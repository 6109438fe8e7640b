package dev.schemasync.model.catalog;

import com.google.common.collect.ImmutableMap;
import dev.schemasync.model.name.Identifier;
import java.util.Optional;

/**
 * A foreign server ({@code pg_foreign_server}).
 *
 * @param wrapper the foreign-data wrapper by which it is reached
 * @param type {@code srvtype}
 * @param version {@code srvversion}
 * @param options in their order; everybody may read them
 */
public record ForeignServer(
    Identifier name,
    Identifier wrapper,
    Optional<String> type,
    Optional<String> version,
    ImmutableMap<String, String> options,
    @Alterable Identifier owner,
    @Alterable Privileges privileges,
    @Alterable Optional<String> comment)
    implements CatalogObject.Granted {
  @Override
  public ObjectId.Global id() {
    return ObjectId.foreignServer(name);
  }
}
