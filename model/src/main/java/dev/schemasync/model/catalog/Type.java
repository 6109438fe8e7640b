package dev.schemasync.model.catalog;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.name.TypeRef;
import java.util.Optional;

/** A user-defined type ({@code pg_type}) that is not the row type of a relation. */
public sealed interface Type extends CatalogObject.Granted {
  /** The type's name. */
  QualifiedName name();

  @Override
  ObjectId.InSchema id();

  /**
   * An enumerated type ({@code pg_enum}).
   *
   * @param labels in sort order
   */
  record EnumType(
      QualifiedName name,
      ImmutableList<String> labels,
      @Alterable Identifier owner,
      @Alterable Privileges privileges,
      @Alterable Optional<String> comment)
      implements Type {
    @Override
    public ObjectId.InSchema id() {
      return new ObjectId.InSchema(ObjectKind.ENUM, name);
    }
  }

  /**
   * A domain.
   *
   * @param collation if it is not the base type's
   * @param checks by name
   */
  record Domain(
      QualifiedName name,
      TypeRef baseType,
      Optional<QualifiedName> collation,
      Optional<SqlText> defaultValue,
      boolean notNull,
      @Alterable @Limited(Limited.To.PARTS) ImmutableList<DomainCheck> checks,
      @Alterable Identifier owner,
      @Alterable Privileges privileges,
      @Alterable Optional<String> comment)
      implements Type {
    @Override
    public ObjectId.InSchema id() {
      return new ObjectId.InSchema(ObjectKind.DOMAIN, name);
    }
  }

  /** A CHECK constraint of a domain ({@code pg_constraint.contypid}). */
  record DomainCheck(
      Identifier name,
      SqlText expression,
      @Alterable boolean validated,
      @Alterable Optional<String> comment) {}

  /** A stand-alone composite type. */
  record CompositeType(
      QualifiedName name,
      ImmutableList<Attribute> attributes,
      @Alterable Identifier owner,
      @Alterable Privileges privileges,
      @Alterable Optional<String> comment)
      implements Type {
    @Override
    public ObjectId.InSchema id() {
      return new ObjectId.InSchema(ObjectKind.COMPOSITE_TYPE, name);
    }
  }

  /**
   * An attribute of a composite type.
   *
   * @param collation if it is not the type's
   */
  record Attribute(
      Identifier name,
      TypeRef type,
      Optional<QualifiedName> collation,
      @Alterable Optional<String> comment) {}
}
