package dev.schemasync.model.name;

import java.util.Comparator;

/** The name of an object that lives in a schema; both parts are raw. */
public record QualifiedName(Identifier schema, Identifier name)
    implements Comparable<QualifiedName> {
  private static final Comparator<QualifiedName> ORDER =
      Comparator.comparing(QualifiedName::schema).thenComparing(QualifiedName::name);
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
    return ORDER.compare(this, other);
  }

  /** For people: raw parts with a dot between them. Not SQL. */
  @Override
  public String toString() {
    return schema + "." + name;
  }
}
