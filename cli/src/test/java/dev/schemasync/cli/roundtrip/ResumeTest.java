package dev.schemasync.cli.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.catalog.View;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.TestDatabase;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A stage that failed half-way is finished by running it again. */
class ResumeTest {

  private static final Pattern STARTED =
      Pattern.compile("(?m)^shard 1 .*: post-data: ([\\d,]+) statements$");
  private static final Pattern ENDED =
      Pattern.compile(
          "(?m)^shard 1 .*: post-data: ([\\d,]+) done, ([\\d,]+) failed, ([\\d,]+) not reached");

  private static final String SCHEMA =
      """
      CREATE TABLE items (id int PRIMARY KEY, code text, n int);
      CREATE INDEX items_a ON items (n);
      CREATE INDEX items_b ON items (lower(code));
      CREATE UNIQUE INDEX items_code ON items (code);
      CREATE INDEX items_z ON items (n DESC);
      CREATE TABLE uses (id int PRIMARY KEY, code text CONSTRAINT to_code REFERENCES items (code));
      CREATE FUNCTION watch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
      CREATE TRIGGER watch BEFORE INSERT ON items FOR EACH ROW EXECUTE FUNCTION watch();
      """;

  static Stream<Integer> majors() {
    return Majors.selected().stream();
  }

  /**
   * An index of a database.
   *
   * @param oid which changes when it is built again
   * @param valid whether its build was finished
   */
  private record Built(long oid, boolean valid) {}

  @ParameterizedTest(name = "PostgreSQL {0}")
  @MethodSource("majors")
  void theNextRunDoesWhatIsLeftAndKeepsWhatIsDone(int major) throws Exception {
    try (RoundTripClusters clusters = RoundTripClusters.on(PostgresServers.get(major))) {
      clusters.source().execute(SCHEMA);
      clusters.publishAll();
      clusters.mustSucceed(Stage.PRE_DATA, RoundTripClusters.EVERYTHING);
      TestDatabase shard = clusters.shards().get(1);
      shard.execute("INSERT INTO items VALUES (1, 'same', 1), (2, 'same', 2)");

      Outcome failed = clusters.run(Stage.POST_DATA, RoundTripClusters.EVERYTHING, "--jobs", "1");

      assertThat(failed.status()).isEqualTo(1);
      assertThat(failed.err())
          .contains("items_code", "23505")
          .doesNotContain("verification-difference");
      assertThat(
              Files.readString(clusters.file("pgdog-schema-sync-failures-post-data-shard-1.sql")))
          .contains("CREATE UNIQUE INDEX CONCURRENTLY items_code")
          .contains("shard 1")
          .doesNotContain("shard 0");
      assertEveryStatementIsAccountedFor(failed);
      ImmutableSortedMap<String, Built> before = indexes(shard);
      assertThat(before.get("items_code")).extracting(Built::valid).isEqualTo(false);

      shard.execute("DELETE FROM items WHERE id = 2");
      clusters.mustSucceed(Stage.POST_DATA, RoundTripClusters.EVERYTHING);

      ImmutableSortedMap<String, Built> after = indexes(shard);
      assertThat(after.values()).allMatch(Built::valid);
      assertThat(after).containsAllEntriesOf(Maps.filterValues(before, Built::valid));
      assertThat(after.get("items_code")).isNotEqualTo(before.get("items_code"));
      clusters.mustSucceed(Stage.CUTOVER, RoundTripClusters.EVERYTHING);
      Judge.assertSameCatalogs(clusters);
      clusters.assertNothingLeft(RoundTripClusters.EVERYTHING);
    }
  }

  /** On the first shard the whole view is there, on the second what a run left that was killed. */
  @ParameterizedTest(name = "PostgreSQL {0}")
  @MethodSource("majors")
  void theNextRunPutsAViewInThePlaceThatIsHeldForIt(int major) throws Exception {
    String places =
        "CREATE VIEW totals AS SELECT CAST(NULL AS int) AS id, CAST(NULL AS text) AS code";
    String schema =
        """
        CREATE TABLE items (id int PRIMARY KEY, code text);
        CREATE VIEW totals AS SELECT id, code FROM items;
        CREATE FUNCTION good(totals) RETURNS boolean LANGUAGE sql AS 'SELECT true';
        CREATE OR REPLACE VIEW totals WITH (security_barrier = true)
          AS SELECT id, code FROM items WHERE good(NULL::totals) WITH LOCAL CHECK OPTION;
        """;
    try (RoundTripClusters clusters = RoundTripClusters.on(PostgresServers.get(major))) {
      clusters.source().execute(schema);
      clusters
          .source()
          .execute("COMMENT ON VIEW totals IS 'all'; GRANT SELECT ON totals TO PUBLIC");
      clusters.publishAll();
      clusters.shards().get(0).execute(schema);
      clusters
          .shards()
          .get(1)
          .execute(places + " WHERE '" + View.PLACE + "' IS NULL; COMMENT ON VIEW totals IS 'all'");

      ImmutableList<Outcome> runs = clusters.runAll(RoundTripClusters.EVERYTHING);

      assertThat(runs.getFirst().err()).contains("has no query yet");
      Judge.assertSameCatalogs(clusters);
      clusters.assertNothingLeft(RoundTripClusters.EVERYTHING);
    }
  }

  @ParameterizedTest(name = "PostgreSQL {0}")
  @MethodSource("majors")
  void ignoringErrorsDoesAllThatDoesNotDependOnTheFailure(int major) throws Exception {
    try (RoundTripClusters clusters = RoundTripClusters.on(PostgresServers.get(major))) {
      clusters.source().execute(SCHEMA);
      clusters.publishAll();
      clusters.mustSucceed(Stage.PRE_DATA, RoundTripClusters.EVERYTHING);
      TestDatabase shard = clusters.shards().get(1);
      shard.execute("INSERT INTO items VALUES (1, 'same', 1), (2, 'same', 2)");

      Outcome failed =
          clusters.run(Stage.POST_DATA, RoundTripClusters.EVERYTHING, "--ignore-errors");

      assertThat(failed.status()).isEqualTo(1);
      assertEveryStatementIsAccountedFor(failed);
      assertThat(Maps.filterValues(indexes(shard), Built::valid).keySet())
          .containsExactlyInAnyOrder("items_pkey", "items_a", "items_b", "items_z", "uses_pkey");
    }
  }

  private static void assertEveryStatementIsAccountedFor(Outcome outcome) {
    int started = numbers(STARTED, outcome.err()).sum();
    int[] ended = numbers(ENDED, outcome.err()).toArray();
    assertThat(ended).as(outcome.err()).hasSize(3);
    assertThat(IntStream.of(ended).sum()).as(outcome.err()).isEqualTo(started);
    assertThat(ended[1]).as("failed: %s", outcome.err()).isEqualTo(1);
    assertThat(ended[2]).as("not reached: %s", outcome.err()).isPositive();
  }

  /** The numbers in the first match of a pattern. */
  private static IntStream numbers(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
    MatchResult match = matcher.toMatchResult();
    return IntStream.rangeClosed(1, match.groupCount())
        .map(group -> Integer.parseInt(match.group(group).replace(",", "")));
  }

  private static ImmutableSortedMap<String, Built> indexes(TestDatabase database)
      throws SQLException {
    ImmutableSortedMap.Builder<String, Built> indexes = ImmutableSortedMap.naturalOrder();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT c.relname, c.oid::bigint, i.indisvalid
                FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
                WHERE c.relnamespace = 'public'::regnamespace
                """)) {
      while (rows.next()) {
        indexes.put(rows.getString(1), new Built(rows.getLong(2), rows.getBoolean(3)));
      }
    }
    return indexes.buildOrThrow();
  }
}
