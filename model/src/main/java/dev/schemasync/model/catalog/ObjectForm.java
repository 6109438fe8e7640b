package dev.schemasync.model.catalog;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.Comparators.emptiesFirst;
import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Ordering;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.TypeRef;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What tells an object from others of its kind where no name does: an operator has operands, a cast
 * has two types and no name at all ({@link ObjectId.Formed}).
 *
 * <p>Sorted by form, then by its parts from the outermost to the innermost.
 */
public sealed interface ObjectForm extends Comparable<ObjectForm> {
  /** The parts from the outermost to the innermost, raw; types as people write them. */
  ImmutableList<String> path();

  /** For people: the parts as statements put them together. Not SQL. */
  String display();

  @Override
  default int compareTo(ObjectForm other) {
    return getClass() == other.getClass() ? compareParts(this, other) : rank(this) - rank(other);
  }

  /** Compares two of one form. */
  private static int compareParts(ObjectForm left, ObjectForm right) {
    return switch (left) {
      case Operator form -> Operator.ORDER.compare(form, (Operator) right);
      case OfMethod form -> OfMethod.ORDER.compare(form, (OfMethod) right);
      case OfFamily form -> OfFamily.ORDER.compare(form, (OfFamily) right);
      case Cast form -> Cast.ORDER.compare(form, (Cast) right);
      case UserMapping form -> UserMapping.ORDER.compare(form, (UserMapping) right);
      case DefaultsOf form -> DefaultsOf.ORDER.compare(form, (DefaultsOf) right);
      case AclOf form -> AclOf.ORDER.compare(form, (AclOf) right);
      case OfExtension form -> OfExtension.ORDER.compare(form, (OfExtension) right);
      case Transform form -> Transform.ORDER.compare(form, (Transform) right);
    };
  }

  private static int rank(ObjectForm form) {
    return switch (form) {
      case Operator o -> 0;
      case OfMethod o -> 1;
      case OfFamily o -> 2;
      case Cast c -> 3;
      case UserMapping u -> 4;
      case DefaultsOf d -> 5;
      case Transform t -> 6;
      case AclOf a -> 7;
      case OfExtension e -> 8;
    };
  }

  /**
   * An operator.
   *
   * @param left missing for a prefix operator
   * @param right missing for a postfix operator, which PostgreSQL 13 is the last to have
   */
  record Operator(QualifiedName name, Optional<TypeRef> left, Optional<TypeRef> right)
      implements ObjectForm {
    private static final Comparator<Operator> ORDER =
        comparing(Operator::name)
            .thenComparing(Operator::left, emptiesFirst(naturalOrder()))
            .thenComparing(Operator::right, emptiesFirst(naturalOrder()));

    public Operator {
      checkArgument(left.isPresent() || right.isPresent(), "operator %s has no operand", name);
    }

    @Override
    public ImmutableList<String> path() {
      return ImmutableList.of(
          name.schema().value(), name.name().value(), operand(left), operand(right));
    }

    @Override
    public String display() {
      return name + "(" + operand(left) + ", " + operand(right) + ")";
    }

    private static String operand(Optional<TypeRef> type) {
      return type.map(TypeRef::toString).orElse("NONE");
    }
  }

  /**
   * An operator class or family: each access method has a set of names of its own in a schema.
   *
   * @param method the index access method, such as {@code btree}
   */
  record OfMethod(QualifiedName name, Identifier method) implements ObjectForm {
    private static final Comparator<OfMethod> ORDER =
        comparing(OfMethod::name).thenComparing(OfMethod::method);

    @Override
    public ImmutableList<String> path() {
      return ImmutableList.of(name.schema().value(), name.name().value(), method.value());
    }

    @Override
    public String display() {
      return name + " USING " + method;
    }
  }

  /**
   * A member of an operator family.
   *
   * @param number which the access method finds it by
   */
  record OfFamily(OfMethod family, Role role, int number, TypeRef left, TypeRef right)
      implements ObjectForm {
    private static final Comparator<OfFamily> ORDER =
        comparing(OfFamily::family)
            .thenComparing(OfFamily::role)
            .thenComparingInt(OfFamily::number)
            .thenComparing(OfFamily::left)
            .thenComparing(OfFamily::right);

    /** What can be a member, in the words of ALTER OPERATOR FAMILY. */
    public enum Role {
      OPERATOR,
      FUNCTION
    }

    @Override
    public ImmutableList<String> path() {
      return ImmutableList.<String>builder()
          .addAll(family.path())
          .add(noun(), Integer.toString(number), left.toString(), right.toString())
          .build();
    }

    private String noun() {
      return role.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String display() {
      return family.display() + ": " + noun() + " " + number + " (" + left + ", " + right + ")";
    }
  }

  /** A cast, of which there is one from a type to another. */
  record Cast(TypeRef source, TypeRef target) implements ObjectForm {
    private static final Comparator<Cast> ORDER =
        comparing(Cast::source).thenComparing(Cast::target);

    @Override
    public ImmutableList<String> path() {
      return ImmutableList.of(source.toString(), target.toString());
    }

    @Override
    public String display() {
      return "(" + source + " AS " + target + ")";
    }
  }

  /** Who somebody is on a foreign server. */
  record UserMapping(Identifier server, Grantee user) implements ObjectForm {
    private static final Comparator<UserMapping> ORDER =
        comparing(UserMapping::server).thenComparing(UserMapping::user);

    @Override
    public ImmutableList<String> path() {
      return ImmutableList.of(server.value(), user.toString());
    }

    @Override
    public String display() {
      return user + " on server " + server;
    }
  }

  /**
   * The privileges on what a role makes.
   *
   * @param schema where it makes it; everywhere if missing
   */
  record DefaultsOf(Identifier role, Optional<Identifier> schema, Target on) implements ObjectForm {
    private static final Comparator<DefaultsOf> ORDER =
        comparing(DefaultsOf::role)
            .thenComparing(DefaultsOf::schema, emptiesFirst(naturalOrder()))
            .thenComparing(DefaultsOf::on);

    /** What ALTER DEFAULT PRIVILEGES can speak of, in its words. */
    public enum Target {
      TABLES,
      SEQUENCES,
      ROUTINES,
      TYPES,
      SCHEMAS,
      /** Since PostgreSQL 18. */
      LARGE_OBJECTS
    }

    @Override
    public ImmutableList<String> path() {
      ImmutableList.Builder<String> path = ImmutableList.<String>builder().add(role.value());
      schema.ifPresent(name -> path.add(name.value()));
      return path.add(target()).build();
    }

    private String target() {
      return on.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public String display() {
      return "for role "
          + role
          + schema.map(name -> " in schema " + name).orElse("")
          + " on "
          + target();
    }
  }

  /**
   * The privileges on an object, or on a column of it.
   *
   * @param schema where it lives, if it lives in one
   * @param arguments of a routine
   */
  record AclOf(
      On on,
      Optional<Identifier> schema,
      Identifier name,
      ImmutableList<TypeRef> arguments,
      Optional<Identifier> column)
      implements ObjectForm {
    private static final Comparator<AclOf> ORDER =
        comparing(AclOf::on)
            .thenComparing(AclOf::schema, emptiesFirst(naturalOrder()))
            .thenComparing(AclOf::name)
            .thenComparing(AclOf::arguments, Ordering.<TypeRef>natural().lexicographical())
            .thenComparing(AclOf::column, emptiesFirst(naturalOrder()));

    /** What GRANT calls objects, as broadly as it can. */
    public enum On {
      /** A view, a materialized view and a foreign table too. */
      TABLE,
      SEQUENCE,
      ROUTINE,
      TYPE,
      SCHEMA,
      LANGUAGE,
      FOREIGN_DATA_WRAPPER,
      FOREIGN_SERVER
    }

    /** The privileges on the whole of it. */
    public AclOf whole() {
      return new AclOf(on, schema, name, arguments, Optional.empty());
    }

    @Override
    public ImmutableList<String> path() {
      ImmutableList.Builder<String> path = ImmutableList.<String>builder().add(noun());
      schema.ifPresent(s -> path.add(s.value()));
      path.add(name.value());
      arguments.forEach(type -> path.add(type.toString()));
      column.ifPresent(c -> path.add(c.value()));
      return path.build();
    }

    private String noun() {
      return on.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public String display() {
      return "on "
          + column.map(c -> "column " + c + " of ").orElse("")
          + noun()
          + " "
          + schema.map(s -> s + ".").orElse("")
          + name
          + (on == On.ROUTINE
              ? arguments.stream()
                  .map(TypeRef::toString)
                  .collect(Collectors.joining(", ", "(", ")"))
              : "");
    }
  }

  /** What ties an object to an extension. */
  record OfExtension(Identifier extension, Tie tie, ObjectId object) implements ObjectForm {
    private static final Comparator<OfExtension> ORDER =
        comparing(OfExtension::extension)
            .thenComparing(OfExtension::tie)
            .thenComparing(OfExtension::object);

    /** How an object is tied. */
    public enum Tie {
      /** It is dropped with the extension. */
      DEPENDENCY,
      /** It is a part of the extension. */
      MEMBERSHIP
    }

    @Override
    public ImmutableList<String> path() {
      return ImmutableList.<String>builder()
          .add(extension.value(), tie.name().toLowerCase(Locale.ROOT), object.kind().noun())
          .addAll(object.path())
          .build();
    }

    @Override
    public String display() {
      return "of the "
          + object
          + " to the extension "
          + extension
          + switch (tie) {
            case DEPENDENCY -> ", with which it goes";
            case MEMBERSHIP -> ", whose member it was made";
          };
    }
  }

  /** How values of a type look in a procedural language. */
  record Transform(TypeRef type, Identifier language) implements ObjectForm {
    private static final Comparator<Transform> ORDER =
        comparing(Transform::type).thenComparing(Transform::language);

    @Override
    public ImmutableList<String> path() {
      return ImmutableList.of(type.toString(), language.value());
    }

    @Override
    public String display() {
      return "for " + type + " language " + language;
    }
  }
}
