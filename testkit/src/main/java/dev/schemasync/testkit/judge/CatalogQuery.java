package dev.schemasync.testkit.judge;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.schemasync.testkit.judge.SystemCatalog.Column;
import java.util.stream.Collectors;

/**
 * What a server is asked about one of its catalogs.
 *
 * @param columns what is asked of each row, besides its {@link #NAME}
 * @param changed asks for the rows that were written since the database was made
 * @param unchanged asks for the number of the others
 */
record CatalogQuery(
    String catalog, ImmutableList<String> columns, String changed, String unchanged) {
  /** The name of a row in the answer. */
  static final String NAME = "name of the row";

  /**
   * What came with the template was frozen before the database was made, and nothing since. The row
   * of the database itself does not tell: a login event trigger has it written again.
   */
  private static final String NEW =
      "age(t.xmin) <= (SELECT age(d.datfrozenxid) FROM pg_database d"
          + " WHERE d.datname = current_database())";

  static CatalogQuery of(SystemCatalog catalog) {
    ImmutableList<Column> columns =
        catalog.properties().stream()
            .filter(column -> CatalogRules.value(catalog, column).isPresent())
            .collect(toImmutableList());
    String values =
        columns.stream()
            .map(column -> "(%s)::text AS %s".formatted(value(catalog, column), column.name()))
            .collect(Collectors.joining(", "));
    String rows = CatalogRules.rows(catalog).orElseThrow();
    return new CatalogQuery(
        catalog.name(),
        columns.stream().map(Column::name).collect(toImmutableList()),
        "SELECT %s AS \"%s\", %s FROM %s t WHERE %s AND %s"
            .formatted(name(catalog), NAME, values, catalog.name(), NEW, rows),
        "SELECT count(*) FROM %s t WHERE NOT %s".formatted(catalog.name(), NEW));
  }

  private static String name(SystemCatalog catalog) {
    return catalog.isOfObjects()
        ? CatalogRules.identity(catalog.name(), "t.oid")
        : catalog.key().stream()
            .map(column -> value(catalog, column))
            .collect(Collectors.joining(", ", "concat_ws(' ', ", ")"));
  }

  private static String value(SystemCatalog catalog, Column column) {
    return CatalogRules.value(catalog, column).orElse("NULL");
  }
}
