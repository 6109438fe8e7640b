package dev.schemasync.testkit.judge;

import static com.google.common.collect.ImmutableTable.toImmutableTable;

import com.google.common.collect.ImmutableTable;
import dev.schemasync.testkit.coverage.Tsv;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the columns of system catalogs are written without numbers that differ from database to
 * database: {@code catalog_references.tsv} says what they refer to (the manual's chapter "System
 * Catalogs"), {@code catalog_columns.tsv} what else is to be done with them.
 */
final class CatalogRules {
  private static final String ALL = "*";
  private static final String NOT_COMPARED = "-";

  /** Types of columns that hold numbers of objects or of columns. */
  private static final Pattern NUMBERS = Pattern.compile("oid(\\[])?|oidvector|int2vector|reg.*");

  private static final ImmutableTable<String, String, Reference> REFERENCES =
      Tsv.read(CatalogRules.class, "catalog_references.tsv").stream()
          .collect(
              toImmutableTable(
                  line -> line.get("catalog"),
                  line -> line.get("column"),
                  line -> new Reference(line.get("refers_to"), line.get("of"))));

  private static final ImmutableTable<String, String, String> EXPRESSIONS =
      Tsv.read(CatalogRules.class, "catalog_columns.tsv").stream()
          .collect(
              toImmutableTable(
                  line -> line.get("catalog"),
                  line -> line.get("column"),
                  line -> line.get("expression")));

  private CatalogRules() {}

  /**
   * What a column refers to.
   *
   * @param catalog a system catalog
   * @param of for columns of a relation, the column that names the relation
   */
  private record Reference(String catalog, String of) {
    String sql(SystemCatalog.Column column) {
      String number = "t." + column.name();
      return switch (column.type()) {
        case "oidvector", "oid[]" -> each(number + "::oid[]");
        case "int2vector", "smallint[]" -> each(number + "::int2[]");
        default -> one(number);
      };
    }

    private String each(String numbers) {
      return "(SELECT string_agg(%s, ', ' ORDER BY n) FROM unnest(%s) WITH ORDINALITY u(o, n))"
          .formatted(one("u.o"), numbers);
    }

    private String one(String number) {
      return catalog.equals("pg_attribute")
          ? "coalesce((SELECT a.attname::text FROM pg_attribute a"
              + " WHERE a.attrelid = t.%s AND a.attnum = %2$s), %2$s::text)".formatted(of, number)
          : identity(catalog, number + "::oid");
    }
  }

  /** The name of an object, which for a large object is known under the catalog of its data. */
  static String identity(String catalog, String number) {
    return "CASE WHEN %2$s <> 0 THEN (pg_identify_object('%1$s'::regclass, %2$s, 0)).identity END"
        .formatted(catalog.equals("pg_largeobject_metadata") ? "pg_largeobject" : catalog, number);
  }

  /** Which rows of a catalog say something of the schema, if any do. */
  static Optional<String> rows(SystemCatalog catalog) {
    String rule = EXPRESSIONS.get(catalog.name(), ALL);
    return rule == null ? Optional.of("true") : Optional.of(rule).filter(CatalogRules::isCompared);
  }

  /** What a column says, as an expression over a row {@code t}, if that is to be compared. */
  static Optional<String> value(SystemCatalog catalog, SystemCatalog.Column column) {
    String rule = EXPRESSIONS.get(catalog.name(), column.name());
    if (rule != null) {
      return Optional.of(rule).filter(CatalogRules::isCompared).map(sql -> sorted(column, sql));
    }
    Reference reference = REFERENCES.get(catalog.name(), column.name());
    if (reference != null) {
      return Optional.of(reference.sql(column));
    }
    if (NUMBERS.matcher(column.type()).matches() || column.type().equals("pg_node_tree")) {
      throw new IllegalStateException(
          "%s.%s: no rule says how to compare a %s"
              .formatted(catalog.name(), column.name(), column.type()));
    }
    return Optional.of(sorted(column, "t." + column.name()));
  }

  private static boolean isCompared(String rule) {
    return !rule.equals(NOT_COMPARED);
  }

  /** Lists whose order says nothing. */
  private static String sorted(SystemCatalog.Column column, String sql) {
    return column.type().equals("aclitem[]") || column.name().endsWith("options")
        ? "(SELECT string_agg(o::text, ', ' ORDER BY o::text) FROM unnest(%s) o)".formatted(sql)
        : sql;
  }
}
