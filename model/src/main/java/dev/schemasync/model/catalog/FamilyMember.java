package dev.schemasync.model.catalog;

import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import java.util.Optional;

/**
 * An operator or function of an operator family that belongs to none of its classes. The family may
 * be one of the system or of an extension, to which somebody has added it.
 *
 * @param method the access method of the family
 */
public record FamilyMember(QualifiedName family, Identifier method, FamilyItem item)
    implements CatalogObject {
  @Override
  public ObjectId.Formed id() {
    return new ObjectId.Formed(
        ObjectKind.FAMILY_MEMBER,
        new ObjectForm.OfFamily(
            new ObjectForm.OfMethod(family, method),
            switch (item) {
              case FamilyItem.OfOperator o -> ObjectForm.OfFamily.Role.OPERATOR;
              case FamilyItem.OfFunction f -> ObjectForm.OfFamily.Role.FUNCTION;
            },
            item.number(),
            item.left(),
            item.right()));
  }

  /** No statement comments on it. */
  @Override
  public Optional<String> comment() {
    return Optional.empty();
  }
}
