package dev.schemasync.model.catalog;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.TypeRef;
import java.util.Optional;

/**
 * What a range type brings. CREATE TYPE AS RANGE makes it with the type, but owner, privileges and
 * comment are its own.
 */
public sealed interface RangePart extends CatalogObject.Granted {
  /** The range type. */
  QualifiedName range();

  /**
   * The multirange type ({@code pg_range.rngmultitypid}, servers from 14). From 17 on it belongs to
   * the owner of the range type, and has no privileges.
   */
  record Multirange(
      QualifiedName name,
      QualifiedName range,
      @Alterable Identifier owner,
      @Alterable Privileges privileges,
      @Alterable Optional<String> comment)
      implements RangePart {
    @Override
    public ObjectId.InSchema id() {
      return new ObjectId.InSchema(ObjectKind.MULTIRANGE_TYPE, name);
    }
  }

  /**
   * A function that makes values of the range or multirange type. It has that type's name, but is
   * in the schema of the range type either way.
   */
  record Constructor(
      QualifiedName name,
      ImmutableList<TypeRef> arguments,
      QualifiedName range,
      @Alterable Identifier owner,
      @Alterable Privileges privileges,
      @Alterable Optional<String> comment)
      implements RangePart {
    @Override
    public ObjectId.Routine id() {
      return new ObjectId.Routine(ObjectKind.FUNCTION, name, arguments);
    }
  }
}
