package dev.schemasync.model.catalog;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
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
      Optional<DomainNotNull> notNull,
      @Alterable @Limited(Limited.To.PARTS) ImmutableList<DomainCheck> checks,
      @Alterable Identifier owner,
      @Alterable Privileges privileges,
      @Alterable Optional<String> comment)
      implements Type {
    @Override
    public ObjectId.InSchema id() {
      return new ObjectId.InSchema(ObjectKind.DOMAIN, name);
    }

    /** The same domain with another NOT NULL constraint, or none. */
    public Domain withNotNull(Optional<DomainNotNull> other) {
      return new Domain(
          name, baseType, collation, defaultValue, other, checks, owner, privileges, comment);
    }
  }

  /**
   * The NOT NULL constraint of a domain, which servers from 17 keep as a constraint.
   *
   * @param name where the server keeps it and it is not the one it would choose
   * @param comment servers from 17
   */
  record DomainNotNull(Optional<Identifier> name, @Alterable Optional<String> comment) {
    /** Plain NOT NULL. */
    public static final DomainNotNull PLAIN = new DomainNotNull(Optional.empty(), Optional.empty());

    /** The name on a server that keeps it. */
    public Identifier nameOn(QualifiedName domain) {
      return name.orElseGet(() -> DefaultNames.notNull(domain.name()));
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

  /**
   * A range type ({@code pg_range}).
   *
   * @param subtype of which it holds ranges
   * @param operatorClass by which the subtype is ordered, if it is not the default one
   * @param collation if it is not the subtype's
   * @param canonical the function that gives equal ranges one form
   * @param subtypeDifference the function that tells how far two values are apart
   * @param multirange the name of the multirange type (servers from 14)
   */
  record RangeType(
      QualifiedName name,
      TypeRef subtype,
      Optional<QualifiedName> operatorClass,
      Optional<QualifiedName> collation,
      Optional<QualifiedName> canonical,
      Optional<QualifiedName> subtypeDifference,
      Optional<QualifiedName> multirange,
      @Alterable Identifier owner,
      @Alterable Privileges privileges,
      @Alterable Optional<String> comment)
      implements Type {
    @Override
    public ObjectId.InSchema id() {
      return idOf(name);
    }

    /** The identity of the range type of a name. */
    public static ObjectId.InSchema idOf(QualifiedName name) {
      return new ObjectId.InSchema(ObjectKind.RANGE_TYPE, name);
    }

    /** The same type with a multirange type of another name, or without one. */
    public RangeType withMultirange(Optional<QualifiedName> other) {
      return new RangeType(
          name,
          subtype,
          operatorClass,
          collation,
          canonical,
          subtypeDifference,
          other,
          owner,
          privileges,
          comment);
    }

    /** What a server makes with it. */
    public ImmutableList<RangePart> parts() {
      ImmutableList.Builder<RangePart> parts = ImmutableList.builder();
      TypeRef bounds = TypeRef.builtIn("text");
      parts.add(constructor(name, subtype, subtype), constructor(name, subtype, subtype, bounds));
      multirange.ifPresent(
          type -> {
            QualifiedName function = new QualifiedName(name.schema(), type.name());
            TypeRef range = TypeRef.of(name);
            TypeRef ranges = new TypeRef(name, range.modifier(), true);
            parts.add(
                new RangePart.Multirange(type, name, owner, Privileges.DEFAULT, Optional.empty()),
                constructor(function),
                constructor(function, range),
                constructor(function, ranges));
          });
      return parts.build();
    }

    private RangePart constructor(QualifiedName function, TypeRef... arguments) {
      return new RangePart.Constructor(
          function,
          ImmutableList.copyOf(arguments),
          name,
          owner,
          Privileges.DEFAULT,
          Optional.empty());
    }
  }

  /**
   * A base type, made of functions.
   *
   * @param functions those that it may have beside input and output
   * @param length in bytes ({@code typlen}); -1 for a varying one, -2 for strings that end with a
   *     zero byte
   * @param byValue whether values are passed by value and not by reference
   * @param category the letter of its category ({@code typcategory})
   * @param preferred whether casts prefer it in its category
   * @param delimiter the character between the elements of an array of it
   * @param element what its subscripts give
   * @param collatable whether its values have a collation
   * @param defaultValue as its input function reads it
   */
  record BaseType(
      QualifiedName name,
      QualifiedName input,
      QualifiedName output,
      @Alterable ImmutableSortedMap<Support, QualifiedName> functions,
      int length,
      boolean byValue,
      Alignment alignment,
      @Alterable @Limited(Limited.To.CHOICE) Column.Storage storage,
      String category,
      boolean preferred,
      String delimiter,
      Optional<TypeRef> element,
      boolean collatable,
      Optional<String> defaultValue,
      @Alterable Identifier owner,
      @Alterable Privileges privileges,
      @Alterable Optional<String> comment)
      implements Type {
    @Override
    public ObjectId.InSchema id() {
      return new ObjectId.InSchema(ObjectKind.BASE_TYPE, name);
    }

    /** The same type with other functions. */
    public BaseType withFunctions(ImmutableSortedMap<Support, QualifiedName> other) {
      return new BaseType(
          name,
          input,
          output,
          other,
          length,
          byValue,
          alignment,
          storage,
          category,
          preferred,
          delimiter,
          element,
          collatable,
          defaultValue,
          owner,
          privileges,
          comment);
    }
  }

  /** What a function does for a base type, in the words of CREATE TYPE. */
  enum Support {
    RECEIVE,
    SEND,
    TYPMOD_IN,
    TYPMOD_OUT,
    ANALYZE,
    /** Since PostgreSQL 14. */
    SUBSCRIPT
  }

  /** {@code typalign}. */
  enum Alignment {
    CHAR,
    INT2,
    INT4,
    DOUBLE
  }

  /**
   * A type that is only declared ({@code typisdefined}), so that functions can name it.
   *
   * @param privileges servers before 18 give none
   */
  record ShellType(
      QualifiedName name,
      @Alterable Identifier owner,
      @Alterable Privileges privileges,
      @Alterable Optional<String> comment)
      implements Type {
    @Override
    public ObjectId.InSchema id() {
      return idOf(name);
    }

    /** The identity of the shell of a name. */
    public static ObjectId.InSchema idOf(QualifiedName name) {
      return new ObjectId.InSchema(ObjectKind.SHELL_TYPE, name);
    }
  }
}
