package dev.schemasync.model.catalog;

import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.Signature;
import dev.schemasync.model.name.TypeRef;
import java.util.Optional;

/**
 * How values of a type come into functions in a procedural language, and out of them ({@code
 * pg_transform}). It has no name and no owner.
 *
 * @param fromSql what turns a value into what the language has; as without a transform if missing
 * @param toSql what turns that into a value; as without a transform if missing
 */
public record Transform(
    TypeRef type,
    Identifier language,
    Optional<Signature> fromSql,
    Optional<Signature> toSql,
    @Alterable Optional<String> comment)
    implements CatalogObject {
  @Override
  public ObjectId.Formed id() {
    return new ObjectId.Formed(ObjectKind.TRANSFORM, new ObjectForm.Transform(type, language));
  }
}
