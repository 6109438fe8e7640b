package dev.schemasync.model.catalog;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.TypeRef;
import java.util.Optional;

/**
 * An operator class ({@code pg_opclass}): how an access method indexes values of a type.
 *
 * @param method the index access method
 * @param byDefault whether indexes on the type use it unasked
 * @param family of the same access method
 * @param storage what an index holds, if that is another type
 * @param items what belongs to the class itself, in the order of their numbers; all else of its
 *     family is no part of it ({@code pg_depend} tells)
 */
public record OperatorClass(
    QualifiedName name,
    Identifier method,
    TypeRef type,
    boolean byDefault,
    QualifiedName family,
    Optional<TypeRef> storage,
    ImmutableList<FamilyItem> items,
    @Alterable Identifier owner,
    @Alterable Optional<String> comment)
    implements CatalogObject.Owned {
  @Override
  public ObjectId.Formed id() {
    return ObjectId.operatorClass(name, method);
  }

  /** The same class with other parts. */
  public OperatorClass withItems(ImmutableList<FamilyItem> others) {
    return new OperatorClass(
        name, method, type, byDefault, family, storage, others, owner, comment);
  }
}
