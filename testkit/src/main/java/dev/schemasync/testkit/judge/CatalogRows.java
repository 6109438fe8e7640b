package dev.schemasync.testkit.judge;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Sets;
import dev.schemasync.testkit.server.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Everything that the system catalogs of a database say since it was made: all rows, with all their
 * columns but those that {@code catalog_columns.tsv} leaves out, and with names in the place of
 * numbers. Of two databases of one server, whatever is different in them differs here.
 */
public final class CatalogRows {
  private static final String NULL = "null";

  /** Of sessions, not of the database. */
  private static final Pattern TEMPORARY = Pattern.compile("\\bpg_(toast_)?temp_\\d+");

  private static final Pattern TOAST = Pattern.compile("\\bpg_toast_(\\d+)");
  private static final Pattern KEY_TRIGGER =
      Pattern.compile("\\b((RI|PK|Unique)_ConstraintTrigger(_[ac])?)_\\d+");

  /** By catalog and name; where the name does not tell them apart, several in a fixed order. */
  private final ImmutableListMultimap<String, Row> rows;

  private CatalogRows(ImmutableListMultimap<String, Row> rows) {
    this.rows = rows;
  }

  /** What one row says, by column. */
  private record Row(ImmutableSortedMap<String, String> values) {
    String differences(Row other) {
      return values.keySet().stream()
          .filter(column -> !Objects.equals(values.get(column), other.values.get(column)))
          .map(
              column ->
                  "%s is %s instead of %s"
                      .formatted(column, other.values.get(column), values.get(column)))
          .collect(Collectors.joining("; "));
    }
  }

  /** What there is in a database. */
  public static CatalogRows of(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      return of(connection);
    }
  }

  /** The same, as the transaction sees it that may be open on a connection. */
  public static CatalogRows of(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute("SET search_path = ''");
      UnaryOperator<String> names = names(statement);
      ImmutableListMultimap.Builder<String, Row> rows =
          ImmutableListMultimap.<String, Row>builder()
              .orderKeysBy(naturalOrder())
              .orderValuesBy(comparing(row -> row.values().toString()));
      for (SystemCatalog catalog : SystemCatalog.all(connection)) {
        if (CatalogRules.rows(catalog).isPresent()) {
          read(statement, CatalogQuery.of(catalog), names, rows);
        }
      }
      return new CatalogRows(rows.build());
    }
  }

  private static void read(
      Statement statement,
      CatalogQuery query,
      UnaryOperator<String> names,
      ImmutableListMultimap.Builder<String, Row> rows)
      throws SQLException {
    try (ResultSet found = statement.executeQuery(query.changed())) {
      while (found.next()) {
        String name = query.catalog() + " " + names.apply(found.getString(CatalogQuery.NAME));
        ImmutableSortedMap.Builder<String, String> values = ImmutableSortedMap.naturalOrder();
        for (String column : query.columns()) {
          String value = found.getString(column);
          values.put(column, value == null ? NULL : names.apply(value));
        }
        if (!TEMPORARY.matcher(name).find()) {
          rows.put(name, new Row(values.buildOrThrow()));
        }
      }
    }
    try (ResultSet found = statement.executeQuery(query.unchanged())) {
      found.next();
      rows.put(
          query.catalog() + ", as the server made it",
          new Row(ImmutableSortedMap.of("number of rows", found.getString(1))));
    }
  }

  /** Replaces the names that a server makes of numbers. */
  private static UnaryOperator<String> names(Statement statement) throws SQLException {
    ImmutableMap.Builder<String, String> relations = ImmutableMap.builder();
    try (ResultSet found =
        statement.executeQuery(
            "SELECT oid, oid::regclass AS name FROM pg_class WHERE reltoastrelid <> 0")) {
      while (found.next()) {
        relations.put(found.getString("oid"), found.getString("name"));
      }
    }
    ImmutableMap<String, String> known = relations.buildOrThrow();
    return text ->
        KEY_TRIGGER
            .matcher(
                TOAST
                    .matcher(text)
                    .replaceAll(
                        found ->
                            Matcher.quoteReplacement(
                                "pg_toast of "
                                    + known.getOrDefault(found.group(1), found.group()))))
            .replaceAll("$1");
  }

  /** What is different in a copy, one line each. */
  public ImmutableList<String> differences(CatalogRows copy) {
    ImmutableList.Builder<String> differences = ImmutableList.builder();
    for (String name : new TreeSet<>(Sets.union(rows.keySet(), copy.rows.keySet()))) {
      List<Row> here = rows.get(name);
      List<Row> there = copy.rows.get(name);
      if (here.size() != there.size()) {
        differences.add(
            here.isEmpty()
                ? name + " is there, unasked"
                : there.isEmpty()
                    ? name + " is missing"
                    : "%s is there %d times instead of %d"
                        .formatted(name, there.size(), here.size()));
      } else {
        for (int i = 0; i < here.size(); i++) {
          if (!here.get(i).equals(there.get(i))) {
            differences.add(name + ": " + here.get(i).differences(there.get(i)));
          }
        }
      }
    }
    return differences.build();
  }
}
