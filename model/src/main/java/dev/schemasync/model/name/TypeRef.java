package dev.schemasync.model.name;

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
    return toString().compareTo(other.toString());
  }

  /** For people and for sorting. Not SQL. */
  @Override
  public String toString() {
    return (name.isSystem() ? name.name().value() : name.toString())
        + modifier
        + (array ? "[]" : "");
  }
}
