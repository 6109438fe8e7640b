package dev.schemasync.introspect.query;

import dev.schemasync.introspect.CatalogReadException;
import org.jspecify.annotations.Nullable;

/**
 * A row of a system catalog: what {@code pg_depend} calls classid and objid.
 *
 * @param catalog the catalog's name, such as {@code pg_class}
 */
public record Address(String catalog, long oid) {
  /** A relation, an index among them. */
  public static Address relation(long oid) {
    return new Address("pg_class", oid);
  }

  /** A type. */
  public static Address type(long oid) {
    return new Address("pg_type", oid);
  }

  /** A function, procedure or aggregate. */
  public static Address routine(long oid) {
    return new Address("pg_proc", oid);
  }

  /** A constraint of a table or domain. */
  public static Address constraint(long oid) {
    return new Address("pg_constraint", oid);
  }

  /** A column's default. */
  public static Address columnDefault(long oid) {
    return new Address("pg_attrdef", oid);
  }

  /** A rule. */
  public static Address rule(long oid) {
    return new Address("pg_rewrite", oid);
  }

  // Written out: every row that is read is looked up by it.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Address that && oid == that.oid && catalog.equals(that.catalog));
  }

  @Override
  public int hashCode() {
    return 31 * catalog.hashCode() + Long.hashCode(oid);
  }

  /** The address in the columns {@code catalog} and {@code oid}. */
  public static Address of(Row row) throws CatalogReadException {
    return new Address(row.text("catalog"), row.oid("oid"));
  }
}
