package dev.schemasync.model.catalog;

import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import java.util.Optional;

/**
 * A conversion between encodings ({@code pg_conversion}).
 *
 * @param from the encoding that it takes, as the server writes it
 * @param to the encoding that it gives
 * @param byDefault whether the server uses it unasked
 * @param function what converts; the version of the server decides its arguments
 */
public record Conversion(
    QualifiedName name,
    String from,
    String to,
    boolean byDefault,
    QualifiedName function,
    @Alterable Identifier owner,
    @Alterable Optional<String> comment)
    implements CatalogObject.Owned {
  @Override
  public ObjectId.InSchema id() {
    return new ObjectId.InSchema(ObjectKind.CONVERSION, name);
  }
}
