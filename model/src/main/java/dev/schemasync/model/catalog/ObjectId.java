package dev.schemasync.model.catalog;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Ordering;
import com.google.common.collect.Sets;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.TypeRef;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The identity of an object inside one database: what {@code (classid, objid, objsubid)} is in the
 * catalogs, without an OID. Sorted by kind, then by name parts from the outermost to the innermost.
 */
public sealed interface ObjectId extends Comparable<ObjectId> {
  /** The kind of the object. */
  ObjectKind kind();

  /** The name parts from the outermost to the innermost, raw; a routine ends with its arguments. */
  ImmutableList<String> path();

  /** For people and for {@code --accept}: raw name parts with dots between them. Not SQL. */
  default String display() {
    return String.join(".", path());
  }

  @Override
  default int compareTo(ObjectId other) {
    if (this == other) {
      return 0;
    }
    int byKind = kind().compareTo(other.kind());
    return byKind != 0 ? byKind : compareNames(this, other);
  }

  /** Compares identities of one kind, which are of one record class: each class has its kinds. */
  private static int compareNames(ObjectId left, ObjectId right) {
    return switch (left) {
      case Global id -> id.name().compareTo(((Global) right).name());
      case InSchema id -> id.name().compareTo(((InSchema) right).name());
      case Routine id -> Routine.ORDER.compare(id, (Routine) right);
      case Part id -> id.compareNames((Part) right);
      case Formed id -> id.form().compareTo(((Formed) right).form());
      case Unmodelled id -> Unmodelled.ORDER.compare(id, (Unmodelled) right);
    };
  }

  private static void checkKind(ImmutableSet<ObjectKind> permitted, ObjectKind kind) {
    checkArgument(permitted.contains(kind), "a %s has another form of identity", kind.noun());
  }

  /** An object that lives in no schema: a schema, an extension, a foreign server. */
  record Global(ObjectKind kind, Identifier name) implements ObjectId {
    private static final ImmutableSet<ObjectKind> KINDS =
        Sets.immutableEnumSet(
            ObjectKind.SCHEMA,
            ObjectKind.EXTENSION,
            ObjectKind.LANGUAGE,
            ObjectKind.ACCESS_METHOD,
            ObjectKind.FOREIGN_DATA_WRAPPER,
            ObjectKind.FOREIGN_SERVER,
            ObjectKind.PUBLICATION,
            ObjectKind.EVENT_TRIGGER);

    public Global {
      checkKind(KINDS, kind);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other
          || (other instanceof Global that && kind == that.kind && name.equals(that.name));
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }

    @Override
    public ImmutableList<String> path() {
      return ImmutableList.of(name.value());
    }

    @Override
    public String toString() {
      return kind.noun() + " " + display();
    }
  }

  /** An object whose name is unique among its kind in a schema: a relation, a type, an index. */
  record InSchema(ObjectKind kind, QualifiedName name) implements ObjectId {
    private static final ImmutableSet<ObjectKind> KINDS =
        Sets.immutableEnumSet(
            ObjectKind.COLLATION,
            ObjectKind.SHELL_TYPE,
            ObjectKind.ENUM,
            ObjectKind.DOMAIN,
            ObjectKind.COMPOSITE_TYPE,
            ObjectKind.RANGE_TYPE,
            ObjectKind.MULTIRANGE_TYPE,
            ObjectKind.BASE_TYPE,
            ObjectKind.CONVERSION,
            ObjectKind.TEXT_SEARCH_PARSER,
            ObjectKind.TEXT_SEARCH_TEMPLATE,
            ObjectKind.TEXT_SEARCH_DICTIONARY,
            ObjectKind.TEXT_SEARCH_CONFIGURATION,
            ObjectKind.SEQUENCE,
            ObjectKind.TABLE,
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.INDEX,
            ObjectKind.STATISTICS);

    public InSchema {
      checkKind(KINDS, kind);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other
          || (other instanceof InSchema that && kind == that.kind && name.equals(that.name));
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }

    @Override
    public ImmutableList<String> path() {
      return ImmutableList.of(name.schema().value(), name.name().value());
    }

    @Override
    public String toString() {
      return kind.noun() + " " + display();
    }
  }

  /**
   * A function, procedure or aggregate.
   *
   * @param arguments the types that tell overloads apart ({@code pg_proc.proargtypes})
   */
  record Routine(ObjectKind kind, QualifiedName name, ImmutableList<TypeRef> arguments)
      implements ObjectId {
    private static final ImmutableSet<ObjectKind> KINDS =
        Sets.immutableEnumSet(ObjectKind.FUNCTION, ObjectKind.PROCEDURE, ObjectKind.AGGREGATE);
    private static final Comparator<Routine> ORDER =
        Comparator.comparing(Routine::name)
            .thenComparing(Routine::arguments, Ordering.<TypeRef>natural().lexicographical());

    public Routine {
      checkKind(KINDS, kind);
    }

    @Override
    public ImmutableList<String> path() {
      return Stream.concat(
              Stream.of(name.schema().value(), name.name().value()),
              arguments.stream().map(TypeRef::toString))
          .collect(toImmutableList());
    }

    @Override
    public String display() {
      return arguments.stream()
          .map(TypeRef::toString)
          .collect(Collectors.joining(", ", name + "(", ")"));
    }

    @Override
    public String toString() {
      return kind.noun() + " " + display();
    }
  }

  /** An object whose name is unique inside another one: a column, a constraint, a trigger. */
  record Part(ObjectKind kind, ObjectId of, Identifier name) implements ObjectId {
    private static final ImmutableSet<ObjectKind> KINDS =
        Sets.immutableEnumSet(
            ObjectKind.COLUMN,
            ObjectKind.COLUMN_DEFAULT,
            ObjectKind.CONSTRAINT,
            ObjectKind.RULE,
            ObjectKind.TRIGGER,
            ObjectKind.POLICY);

    public Part {
      checkKind(KINDS, kind);
    }

    private int compareNames(Part other) {
      int byOwner = of.compareTo(other.of);
      return byOwner != 0 ? byOwner : name.compareTo(other.name);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other
          || (other instanceof Part that
              && kind == that.kind
              && name.equals(that.name)
              && of.equals(that.of));
    }

    @Override
    public int hashCode() {
      return 31 * of.hashCode() + name.hashCode();
    }

    @Override
    public ImmutableList<String> path() {
      return ImmutableList.<String>builder().addAll(of.path()).add(name.value()).build();
    }

    @Override
    public String display() {
      return of.display() + "." + name;
    }

    @Override
    public String toString() {
      return kind.noun() + " " + display();
    }
  }

  /** An object that more than a name tells from others of its kind: a cast, an operator. */
  record Formed(ObjectKind kind, ObjectForm form) implements ObjectId {
    public Formed {
      checkKind(kinds(form), kind);
    }

    /** The kinds whose objects have a form of this class. */
    private static ImmutableSet<ObjectKind> kinds(ObjectForm form) {
      return switch (form) {
        case ObjectForm.Cast c -> ImmutableSet.of(ObjectKind.CAST);
        case ObjectForm.Operator o -> ImmutableSet.of(ObjectKind.OPERATOR);
        case ObjectForm.OfMethod o ->
            Sets.immutableEnumSet(ObjectKind.OPERATOR_FAMILY, ObjectKind.OPERATOR_CLASS);
        case ObjectForm.OfFamily o -> ImmutableSet.of(ObjectKind.FAMILY_MEMBER);
        case ObjectForm.UserMapping u -> ImmutableSet.of(ObjectKind.USER_MAPPING);
        case ObjectForm.DefaultsOf d -> ImmutableSet.of(ObjectKind.DEFAULT_ACL);
        case ObjectForm.Transform t -> ImmutableSet.of(ObjectKind.TRANSFORM);
        case ObjectForm.AclOf a -> ImmutableSet.of(ObjectKind.CHANGED_ACL);
        case ObjectForm.OfExtension e -> ImmutableSet.of(ObjectKind.EXTENSION_TIE);
      };
    }

    /** The schema that it lives in, if it lives in one. */
    public Optional<Identifier> schema() {
      return switch (form) {
        case ObjectForm.Operator operator -> Optional.of(operator.name().schema());
        case ObjectForm.OfMethod ofMethod -> Optional.of(ofMethod.name().schema());
        case ObjectForm.OfFamily o -> Optional.empty();
        case ObjectForm.Cast c -> Optional.empty();
        case ObjectForm.UserMapping u -> Optional.empty();
        case ObjectForm.DefaultsOf d -> Optional.empty();
        case ObjectForm.AclOf a -> Optional.empty();
        case ObjectForm.OfExtension e -> Optional.empty();
        case ObjectForm.Transform t -> Optional.empty();
      };
    }

    @Override
    public ImmutableList<String> path() {
      return form.path();
    }

    @Override
    public String display() {
      return form.display();
    }

    @Override
    public String toString() {
      return kind.noun() + " " + display();
    }
  }

  /**
   * An object of a kind that has no record.
   *
   * @param type what the server calls the kind, such as {@code operator class}
   * @param identity its name as {@code pg_identify_object} prints it
   */
  record Unmodelled(String type, String identity) implements ObjectId {
    private static final Comparator<Unmodelled> ORDER =
        Comparator.comparing(Unmodelled::type).thenComparing(Unmodelled::identity);

    @Override
    public ObjectKind kind() {
      return ObjectKind.UNSUPPORTED;
    }

    @Override
    public ImmutableList<String> path() {
      return ImmutableList.of(type, identity);
    }

    @Override
    public String display() {
      return identity;
    }

    @Override
    public String toString() {
      return type + " " + identity;
    }
  }

  /** The schema of this name. */
  static Global schema(Identifier name) {
    return new Global(ObjectKind.SCHEMA, name);
  }

  /** The extension of this name. */
  static Global extension(Identifier name) {
    return new Global(ObjectKind.EXTENSION, name);
  }

  /** The language of this name. */
  static Global language(Identifier name) {
    return new Global(ObjectKind.LANGUAGE, name);
  }

  /** The access method of this name. */
  static Global accessMethod(Identifier name) {
    return new Global(ObjectKind.ACCESS_METHOD, name);
  }

  /** The foreign-data wrapper of this name. */
  static Global foreignDataWrapper(Identifier name) {
    return new Global(ObjectKind.FOREIGN_DATA_WRAPPER, name);
  }

  /** The foreign server of this name. */
  static Global foreignServer(Identifier name) {
    return new Global(ObjectKind.FOREIGN_SERVER, name);
  }

  /** The publication of this name. */
  static Global publication(Identifier name) {
    return new Global(ObjectKind.PUBLICATION, name);
  }

  /** The event trigger of this name. */
  static Global eventTrigger(Identifier name) {
    return new Global(ObjectKind.EVENT_TRIGGER, name);
  }

  /** The operator of this name between operands of these types. */
  static Formed operator(QualifiedName name, Optional<TypeRef> left, Optional<TypeRef> right) {
    return new Formed(ObjectKind.OPERATOR, new ObjectForm.Operator(name, left, right));
  }

  /** The operator family of this name, of an access method. */
  static Formed operatorFamily(QualifiedName name, Identifier method) {
    return new Formed(ObjectKind.OPERATOR_FAMILY, new ObjectForm.OfMethod(name, method));
  }

  /** The operator class of this name, of an access method. */
  static Formed operatorClass(QualifiedName name, Identifier method) {
    return new Formed(ObjectKind.OPERATOR_CLASS, new ObjectForm.OfMethod(name, method));
  }

  /** The table of this name. */
  static InSchema table(QualifiedName name) {
    return new InSchema(ObjectKind.TABLE, name);
  }

  /** The sequence of this name. */
  static InSchema sequence(QualifiedName name) {
    return new InSchema(ObjectKind.SEQUENCE, name);
  }

  /** The index of this name. */
  static InSchema index(QualifiedName name) {
    return new InSchema(ObjectKind.INDEX, name);
  }

  /** A column of a relation or an attribute of a composite type. */
  static Part column(ObjectId relation, Identifier name) {
    return new Part(ObjectKind.COLUMN, relation, name);
  }

  /** The default expression of a column. */
  static Part columnDefault(ObjectId relation, Identifier column) {
    return new Part(ObjectKind.COLUMN_DEFAULT, relation, column);
  }

  /** A constraint of a table. */
  static Part constraint(ObjectId table, Identifier name) {
    checkArgument(
        table.kind() == ObjectKind.TABLE || table.kind() == ObjectKind.DOMAIN,
        "%s has no constraints",
        table);
    return new Part(ObjectKind.CONSTRAINT, table, name);
  }

  /** A rule of a table or view. */
  static Part rule(ObjectId relation, Identifier name) {
    return new Part(ObjectKind.RULE, relation, name);
  }

  /** A trigger of a table or view. */
  static Part trigger(ObjectId relation, Identifier name) {
    return new Part(ObjectKind.TRIGGER, relation, name);
  }

  /** A policy of a table. */
  static Part policy(ObjectId table, Identifier name) {
    return new Part(ObjectKind.POLICY, table, name);
  }
}
