package dev.schemasync.introspect.query;

import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Ordering;
import dev.schemasync.introspect.Introspector;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The resources themselves: complete statements, and variants that agree. */
class QueriesTest {
  private static final String SUFFIX = ".sql";

  @ParameterizedTest
  @ValueSource(ints = {13, 14, 15, 16, 17, 18})
  void everyQueryRunsAsItStands(int major) throws Exception {
    try (TestDatabase database = PostgresServers.get(major).freshDatabase("standalone");
        Connection connection = database.connect()) {
      for (Query query : Query.values()) {
        assertThat(columns(connection, Queries.text(query, major)))
            .as("columns of %s on PostgreSQL %d", query, major)
            .isEqualTo(columnsOnTheOldest(query));
      }
    }
  }

  @Test
  void everyResourceIsAVariantOfAQuery() throws Exception {
    ImmutableSortedSet<String> known =
        Arrays.stream(Query.values())
            .map(Query::resource)
            .collect(toImmutableSortedSet(Ordering.natural()));
    Path folder = Path.of(Introspector.class.getResource("table.sql").toURI()).getParent();
    try (Stream<Path> files = Files.list(folder)) {
      ImmutableSortedSet<String> found =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(SUFFIX))
              .map(name -> name.replaceFirst("(@pg\\d+)?\\.sql$", ""))
              .collect(toImmutableSortedSet(Ordering.natural()));
      assertThat(found).isEqualTo(known);
    }
  }

  @Test
  void everyQueryIsOrdered() {
    for (Query query : Query.values()) {
      assertThat(Queries.text(query, 18)).as("%s", query).contains("\nORDER BY ");
    }
  }

  @Test
  void picksTheNewestVariantThatTheServerUnderstands() {
    assertThat(Queries.text(Query.COLUMN, 13)).isNotEqualTo(Queries.text(Query.COLUMN, 14));
    assertThat(Queries.text(Query.COLUMN, 18)).isEqualTo(Queries.text(Query.COLUMN, 14));
    assertThat(Queries.text(Query.SEQUENCE_VALUE, 99))
        .isEqualTo(Queries.text(Query.SEQUENCE_VALUE, 18));
  }

  private static List<String> columnsOnTheOldest(Query query) throws SQLException {
    try (Connection connection = PostgresServers.get(13).connect("postgres")) {
      return columns(connection, Queries.text(query, 13));
    }
  }

  private static List<String> columns(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      ResultSetMetaData metadata = result.getMetaData();
      List<String> columns = new ArrayList<>();
      for (int i = 1; i <= metadata.getColumnCount(); i++) {
        columns.add(metadata.getColumnLabel(i));
      }
      return columns;
    }
  }
}
