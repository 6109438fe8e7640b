package dev.schemasync.testkit.judge;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A system catalog of one database, as its server describes it: what a later version adds is seen
 * without a word here.
 *
 * @param columns in their order
 */
record SystemCatalog(String name, ImmutableList<Column> columns) {
  private static final String OID = "oid";

  /**
   * A column.
   *
   * @param type as {@code format_type} prints it
   * @param inKey whether it is a part of what tells rows apart, other than by number
   */
  record Column(String name, String type, boolean inKey) {
    private boolean isOid() {
      return name.equals(OID);
    }
  }

  /** All that are not common to the databases of a server. */
  static ImmutableList<SystemCatalog> all(Connection connection) throws SQLException {
    ImmutableListMultimap.Builder<String, Column> columns = ImmutableListMultimap.builder();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT c.relname, a.attname, format_type(a.atttypid, NULL) AS type,
                  coalesce(a.attnum = ANY (k.indkey::int2[]), false) AS in_key
                FROM pg_catalog.pg_class c
                  JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
                  LEFT JOIN LATERAL (
                    SELECT i.indkey
                    FROM pg_catalog.pg_index i
                      JOIN pg_catalog.pg_attribute o
                        ON o.attrelid = i.indrelid AND o.attnum = ANY (i.indkey::int2[])
                    WHERE i.indrelid = c.oid AND i.indisunique
                    GROUP BY i.indexrelid, i.indkey
                    HAVING NOT bool_or(o.attname = 'oid')
                    ORDER BY bool_or(o.atttypid = 'name'::regtype) DESC, i.indexrelid
                    LIMIT 1) k ON true
                WHERE c.relnamespace = 'pg_catalog'::regnamespace AND c.relkind = 'r'
                  AND NOT c.relisshared
                ORDER BY c.relname, a.attnum
                """)) {
      while (rows.next()) {
        columns.put(
            rows.getString("relname"),
            new Column(
                rows.getString("attname"), rows.getString("type"), rows.getBoolean("in_key")));
      }
    }
    return columns.build().asMap().entrySet().stream()
        .map(e -> new SystemCatalog(e.getKey(), ImmutableList.copyOf(e.getValue())))
        .collect(toImmutableList());
  }

  /** Whether the server has a name for each row: labels of enumerated types are no objects. */
  boolean isOfObjects() {
    return columns.stream().anyMatch(Column::isOid) && !name.equals("pg_enum");
  }

  /** What a row says: its number is no property. */
  ImmutableList<Column> properties() {
    return columns.stream().filter(column -> !column.isOid()).collect(toImmutableList());
  }

  /** What tells rows apart, other than by number; all of it where nothing less does. */
  ImmutableList<Column> key() {
    ImmutableList<Column> key = columns.stream().filter(Column::inKey).collect(toImmutableList());
    return key.isEmpty() ? properties() : key;
  }
}
