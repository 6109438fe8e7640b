package dev.schemasync.model.name;

import java.util.Comparator;

/**
 * A use of a type: its name, its modifier, and whether it is the array over it.
 *
 * @param name the type, or the element type of an array; built-in types by their catalog name, such
 *     as {@code pg_catalog.int4}
 * @param modifier length, precision and the like
 * @param array whether the array type over {@code name} is meant; PostgreSQL does not keep the
 *     number of dimensions apart
 */
public record TypeRef(QualifiedName name, TypeModifier modifier, boolean array)
    implements Comparable<TypeRef> {
  private static final Comparator<TypeRef> ORDER =
      Comparator.comparing(TypeRef::name)
          .thenComparing(TypeRef::array)
          .thenComparing(TypeRef::modifier);

  /** The type without a modifier. */
  public static TypeRef of(QualifiedName name) {
    return new TypeRef(name, new TypeModifier.None(), false);
  }

  /** A built-in type by its catalog name, such as {@code int4}. */
  public static TypeRef builtIn(String name) {
    return of(QualifiedName.of("pg_catalog", name));
  }

  @Override
  public int compareTo(TypeRef other) {
    return ORDER.compare(this, other);
  }

  /** For people. Not SQL. */
  @Override
  public String toString() {
    return (name.isSystem() ? name.name().value() : name.toString())
        + modifier
        + (array ? "[]" : "");
  }
}
