package dev.schemasync.model.catalog;

import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import java.util.Optional;

/**
 * An installed extension ({@code pg_extension}). Its members are never objects of a catalog of
 * their own: creating the extension makes them.
 *
 * @param schema where its objects live
 * @param version as installed; one that differs is reported, never changed
 * @param configuration its tables and sequences that hold data of its users ({@code extconfig}),
 *     which it makes itself; they are reported, since their rows are data
 */
public record Extension(
    Identifier name,
    Identifier schema,
    @Alterable String version,
    @Alterable ImmutableSortedSet<QualifiedName> configuration,
    @Alterable Optional<String> comment)
    implements CatalogObject {
  @Override
  public ObjectId.Global id() {
    return ObjectId.extension(name);
  }
}
