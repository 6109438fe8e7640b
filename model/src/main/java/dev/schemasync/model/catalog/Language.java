package dev.schemasync.model.catalog;

import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import java.util.Optional;

/**
 * A procedural language ({@code pg_language}). Most come with an extension, and are no objects of
 * their own.
 *
 * @param trusted whether who is no superuser may write functions in it
 * @param handler the function that runs its functions
 * @param inline the function that runs its anonymous blocks (DO)
 * @param validator the function that checks its functions when they are made
 */
public record Language(
    Identifier name,
    boolean trusted,
    QualifiedName handler,
    Optional<QualifiedName> inline,
    Optional<QualifiedName> validator,
    @Alterable Identifier owner,
    @Alterable Privileges privileges,
    @Alterable Optional<String> comment)
    implements CatalogObject.Granted {
  @Override
  public ObjectId.Global id() {
    return ObjectId.language(name);
  }
}
