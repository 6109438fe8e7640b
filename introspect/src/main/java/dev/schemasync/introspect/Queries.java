package dev.schemasync.introspect;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Runs queries on one server, each in the variant for its version.
 *
 * <p>{@code table@pg17.sql} would be the variant of {@code table.sql} for servers from 17 on; a
 * variant returns the same columns as the others.
 */
final class Queries {
  private static final String PARAMETER = "SELECT pg_catalog.set_config(?, ?, true);\n";

  private final Connection connection;
  private final int major;

  Queries(Connection connection, int major) {
    this.connection = connection;
    this.major = major;
  }

  /** All rows of a query, in its order. */
  ImmutableList<Row> rows(Query query) throws SQLException {
    return rows(query, ImmutableMap.of());
  }

  /**
   * All rows of a query with parameters: settings of the names {@code introspect.*}, which are not
   * set when the query runs as it stands. One round trip.
   */
  ImmutableList<Row> rows(Query query, ImmutableMap<String, String> parameters)
      throws SQLException {
    return run(query, parameters, PARAMETER.repeat(parameters.size()) + text(query, major));
  }

  /** The same, and the locks that the query takes last no longer than it does. */
  ImmutableList<Row> rowsWithoutLocks(Query query, ImmutableMap<String, String> parameters)
      throws SQLException {
    return run(
        query,
        parameters,
        "SAVEPOINT introspect;\n"
            + PARAMETER.repeat(parameters.size())
            + text(query, major)
            + ";\nROLLBACK TO SAVEPOINT introspect;\nRELEASE SAVEPOINT introspect");
  }

  /** Runs several statements; the rows are those of the first after one for each parameter. */
  private ImmutableList<Row> run(
      Query query, ImmutableMap<String, String> parameters, String statements) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(statements)) {
      int position = 0;
      for (Map.Entry<String, String> parameter : parameters.entrySet()) {
        statement.setString(++position, parameter.getKey());
        statement.setString(++position, parameter.getValue());
      }
      int before = parameters.size();
      for (boolean rows = statement.execute(); ; rows = statement.getMoreResults()) {
        if (rows && before-- == 0) {
          try (ResultSet result = statement.getResultSet()) {
            return rows(query, result);
          }
        }
      }
    }
  }

  private static ImmutableList<Row> rows(Query query, ResultSet result) throws SQLException {
    ImmutableList.Builder<Row> rows = ImmutableList.builder();
    ImmutableMap<String, Integer> columns = columns(result.getMetaData());
    while (result.next()) {
      rows.add(new Row(query, columns, values(result, columns.size())));
    }
    return rows.build();
  }

  /** The text of the variant for a major version: the newest that is not newer than the server. */
  static String text(Query query, int major) {
    URL resource =
        IntStream.iterate(major, version -> version > 0, version -> version - 1)
            .mapToObj(version -> find(query.resource() + "@pg" + version))
            .flatMap(Optional::stream)
            .findFirst()
            .or(() -> find(query.resource()))
            .orElseThrow(() -> new IllegalStateException("no resource for the query " + query));
    try {
      return Resources.toString(resource, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<URL> find(String name) {
    return Optional.ofNullable(Queries.class.getResource(name + ".sql"));
  }

  private static ImmutableMap<String, Integer> columns(ResultSetMetaData metadata)
      throws SQLException {
    ImmutableMap.Builder<String, Integer> columns = ImmutableMap.builder();
    for (int i = 1; i <= metadata.getColumnCount(); i++) {
      columns.put(metadata.getColumnLabel(i), i - 1);
    }
    return columns.buildOrThrow();
  }

  private static @Nullable Object[] values(ResultSet result, int count) throws SQLException {
    @Nullable Object[] values = new Object[count];
    for (int i = 0; i < count; i++) {
      Object value = result.getObject(i + 1);
      values[i] = value instanceof Array array ? array.getArray() : value;
    }
    return values;
  }
}
