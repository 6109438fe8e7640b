package dev.schemasync.introspect.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many rows the queries return. */
class RowCountTest {
  private static final int OBJECTS = 20;

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void twiceTheObjectsAreAtMostTwiceTheRows(int major) throws Exception {
    ImmutableMap<Query, Integer> once = counts(major, OBJECTS);
    ImmutableMap<Query, Integer> twice = counts(major, 2 * OBJECTS);
    assertThat(once.get(Query.DEPENDENCY)).as("rows for %d objects", OBJECTS).isGreaterThan(200);
    twice.forEach(
        (query, rows) ->
            assertThat(rows).as("rows of %s", query).isLessThanOrEqualTo(2 * once.get(query)));
  }

  /** A foreign key has four triggers of the server's own, each with a dependency on it. */
  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void dependenciesAreToldOnceAndNotOfTheServersOwnTriggers(int major) throws Exception {
    try (TestDatabase database = PostgresServers.get(major).freshDatabase("rows");
        Connection connection = database.connect()) {
      database.execute(
          """
          CREATE TABLE t (id int PRIMARY KEY, a int, b int, parent int REFERENCES t);
          CREATE INDEX ON t (a, b);
          CREATE FUNCTION act() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
          CREATE CONSTRAINT TRIGGER own AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION act();
          """);
      ImmutableList<String> triggers = ownTriggers(connection);
      ImmutableList.Builder<ImmutableList<String>> edges = ImmutableList.builder();
      for (Row row : new Queries(connection, major).rows(Query.DEPENDENCY)) {
        edges.add(
            ImmutableList.of(
                row.text("catalog"),
                Long.toString(row.oid("oid")),
                row.text("referenced_catalog"),
                Long.toString(row.oid("referenced_oid")),
                Integer.toString(row.integer("referenced_number"))));
      }
      assertThat(edges.build()).doesNotHaveDuplicates();
      assertThat(edges.build())
          .filteredOn(edge -> edge.getFirst().equals("pg_trigger"))
          .isNotEmpty()
          .allMatch(edge -> triggers.contains(edge.get(1)));
    }
  }

  private static ImmutableList<String> ownTriggers(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT oid FROM pg_trigger WHERE NOT tgisinternal")) {
      ImmutableList.Builder<String> triggers = ImmutableList.builder();
      while (rows.next()) {
        triggers.add(rows.getString(1));
      }
      return triggers.build();
    }
  }

  private static ImmutableMap<Query, Integer> counts(int major, int objects) throws Exception {
    try (TestDatabase database = PostgresServers.get(major).freshDatabase("rows");
        Connection connection = database.connect()) {
      database.execute(
          """
          CREATE FUNCTION act() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
          CREATE TABLE p (id int, k int) PARTITION BY LIST (k);
          CREATE INDEX ON p (id);
          DO $$BEGIN FOR i IN 1..%d LOOP
            EXECUTE format('CREATE TABLE t%%1$s (id serial PRIMARY KEY, a text CHECK (a <> ''''),
              parent int REFERENCES t%%1$s, n int GENERATED ALWAYS AS IDENTITY)', i);
            EXECUTE format('CREATE INDEX ON t%%1$s (lower(a), parent)', i);
            EXECUTE format('CREATE VIEW v%%1$s AS SELECT id, a FROM t%%1$s', i);
            EXECUTE format('CREATE TABLE p%%1$s PARTITION OF p FOR VALUES IN (%%1$s)', i);
            EXECUTE format('CREATE TRIGGER tr BEFORE UPDATE ON t%%1$s
              FOR EACH ROW EXECUTE FUNCTION act()', i);
            EXECUTE format('COMMENT ON TABLE t%%1$s IS ''x''', i);
            EXECUTE format('GRANT SELECT ON t%%1$s TO PUBLIC', i);
          END LOOP; END$$
          """
              .formatted(objects));
      Queries queries = new Queries(connection, major);
      ImmutableMap.Builder<Query, Integer> counts = ImmutableMap.builder();
      for (Query query : Query.values()) {
        counts.put(query, queries.rows(query).size());
      }
      return counts.buildOrThrow();
    }
  }
}
