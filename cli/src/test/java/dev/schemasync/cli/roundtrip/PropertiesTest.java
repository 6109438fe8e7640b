package dev.schemasync.cli.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.schemasync.introspect.Introspector;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.diff.TextEquivalence;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.server.Snapshot;
import dev.schemasync.planner.Desired;
import dev.schemasync.planner.PlanOptions;
import dev.schemasync.planner.Planner;
import dev.schemasync.planner.Scope;
import dev.schemasync.planner.ShardPlan;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever somebody makes otherwise on a shard, the next run sees: it changes it or tells it. */
class PropertiesTest {
  private static final PlanOptions OPTIONS = new PlanOptions(Stage.CUTOVER, false, true);

  /**
   * Something that is otherwise on a shard.
   *
   * @param since the first major version that has it
   * @param deed what makes it so
   * @param seen the code of a finding, or what a step does, and the object
   */
  private record Change(int since, String deed, String seen) {
    static Change of(String deed, String seen) {
      return new Change(13, deed, seen);
    }
  }

  private static final String COLLATIONS =
      """
      CREATE COLLATION by_library (LC_COLLATE = 'C', LC_CTYPE = 'POSIX');
      CREATE COLLATION by_icu (PROVIDER = icu, LOCALE = 'de-u-co-phonebk');
      COMMENT ON COLLATION by_icu IS 'phone books';
      """;

  private static final ImmutableList<Change> OF_COLLATIONS =
      ImmutableList.of(
          anotherCollation("by_library", "LC_COLLATE = 'POSIX', LC_CTYPE = 'POSIX'"),
          anotherCollation("by_library", "LC_COLLATE = 'C', LC_CTYPE = 'C'"),
          anotherCollation("by_library", "PROVIDER = icu, LOCALE = 'C'"),
          anotherCollation("by_icu", "PROVIDER = icu, LOCALE = 'de'"),
          anotherCollation(
              "by_icu", "PROVIDER = icu, LOCALE = 'de-u-co-phonebk', DETERMINISTIC = false"),
          new Change(
              16,
              "DROP COLLATION by_icu; CREATE COLLATION by_icu"
                  + " (PROVIDER = icu, LOCALE = 'de-u-co-phonebk', RULES = '& a < b')",
              "destination-conflict collation public.by_icu"),
          Change.of(
              "ALTER COLLATION by_icu OWNER TO pg_monitor", "set owner collation public.by_icu"),
          Change.of(
              "COMMENT ON COLLATION by_icu IS 'books'", "set comment collation public.by_icu"));

  private static Change anotherCollation(String name, String definition) {
    return Change.of(
        "DROP COLLATION %1$s; CREATE COLLATION %1$s (%2$s)".formatted(name, definition),
        "destination-conflict collation public." + name);
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void ofCollations(int major) throws Exception {
    assertSeen(major, COLLATIONS, OF_COLLATIONS);
  }

  private static void assertSeen(int major, String schema, ImmutableList<Change> changes)
      throws SQLException {
    PostgresServer server = PostgresServers.get(major);
    try (TestDatabase source = server.freshDatabase("source");
        TestDatabase shard = server.freshDatabase("shard");
        Connection connection = shard.connect()) {
      source.execute(schema, "CREATE PUBLICATION everything FOR ALL TABLES");
      shard.execute(schema, "CREATE PUBLICATION everything FOR ALL TABLES");
      Desired desired =
          Scope.of(RoundTripClusters.read(source), Identifier.of(RoundTripClusters.EVERYTHING));
      connection.setAutoCommit(false);
      assertThat(seen(desired, connection)).as("what is the same").isEmpty();
      for (Change change : changes) {
        if (change.since() <= major) {
          try (Statement statement = connection.createStatement()) {
            statement.execute(change.deed());
          }
          assertThat(seen(desired, connection)).as(change.deed()).contains(change.seen());
          connection.rollback();
        }
      }
    }
  }

  private static ImmutableList<String> seen(Desired desired, Connection connection)
      throws SQLException {
    Snapshot actual = Introspector.readWithin(connection);
    ShardPlan plan = Planner.plan(desired, actual, TextEquivalence.NONE, OPTIONS);
    return Stream.concat(
            plan.findings().stream()
                .map(f -> f.code().code() + f.object().map(object -> " " + object).orElse("")),
            plan.plan().steps().stream()
                .map(planned -> planned.step().words() + " " + planned.step().object()))
        .collect(ImmutableList.toImmutableList());
  }
}
