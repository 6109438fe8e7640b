package dev.schemasync.model.name;

import org.jspecify.annotations.Nullable;

/** The name of an object that lives in a schema; both parts are raw. */
public record QualifiedName(Identifier schema, Identifier name)
    implements Comparable<QualifiedName> {
  private static final Identifier PG_CATALOG = new Identifier("pg_catalog");

  /** The name {@code schema.name}. */
  public static QualifiedName of(String schema, String name) {
    return new QualifiedName(new Identifier(schema), new Identifier(name));
  }

  /** Whether the object belongs to the system schema {@code pg_catalog}. */
  public boolean isSystem() {
    return schema.equals(PG_CATALOG);
  }

  @Override
  public int compareTo(QualifiedName other) {
    int bySchema = schema.compareTo(other.schema);
    return bySchema != 0 ? bySchema : name.compareTo(other.name);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof QualifiedName that
            && name.equals(that.name)
            && schema.equals(that.schema));
  }

  @Override
  public int hashCode() {
    return 31 * schema.hashCode() + name.hashCode();
  }

  /** For people: raw parts with a dot between them. Not SQL. */
  @Override
  public String toString() {
    return schema + "." + name;
  }
}
