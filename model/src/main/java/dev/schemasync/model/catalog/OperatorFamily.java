package dev.schemasync.model.catalog;

import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import java.util.Optional;

/**
 * An operator family ({@code pg_opfamily}): the classes of one access method that go together, and
 * what reaches across their types, which are entries of their own ({@link FamilyMember}).
 *
 * @param method the index access method
 */
public record OperatorFamily(
    QualifiedName name,
    Identifier method,
    @Alterable Identifier owner,
    @Alterable Optional<String> comment)
    implements CatalogObject.Owned {
  @Override
  public ObjectId.Formed id() {
    return ObjectId.operatorFamily(name, method);
  }
}
