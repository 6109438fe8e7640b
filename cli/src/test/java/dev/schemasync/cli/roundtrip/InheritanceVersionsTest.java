package dev.schemasync.cli.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.testkit.server.PostgresServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Children and their parents, from one major version to another. */
class InheritanceVersionsTest {
  private static final String FAMILY =
      """
      DROP SCHEMA public;
      CREATE SCHEMA app;
      SET search_path = app;
      CREATE TABLE parent (id int NOT NULL DEFAULT 1, a int CHECK (a > 0), g int GENERATED ALWAYS AS (id * 2) STORED,
        PRIMARY KEY (id));
      CREATE TABLE other (id int NOT NULL, b text NOT NULL DEFAULT 'x', PRIMARY KEY (id));
      CREATE TABLE child (PRIMARY KEY (id)) INHERITS (parent);
      CREATE TABLE of_both (id int NOT NULL DEFAULT 2, c int NOT NULL, PRIMARY KEY (id)) INHERITS (parent, other);
      CREATE TABLE grandchild (d int, PRIMARY KEY (id)) INHERITS (of_both);
      CREATE TABLE turned (b text NOT NULL, id int NOT NULL, PRIMARY KEY (id));
      ALTER TABLE turned INHERIT other;
      ALTER TABLE other ADD late int NOT NULL DEFAULT 3 CONSTRAINT late_known CHECK (late > 0);
      ALTER TABLE of_both ALTER b DROP DEFAULT;
      CREATE TABLE required_by_child (PRIMARY KEY (id)) INHERITS (parent);
      ALTER TABLE required_by_child ALTER a SET NOT NULL;
      """;

  @ParameterizedTest(name = "from {0} to {1}")
  @CsvSource({"13, 18", "15, 18", "18, 15", "15, 13"})
  void childrenArriveOnAnotherVersion(int from, int to) throws Exception {
    try (RoundTripClusters clusters =
        RoundTripClusters.between(PostgresServers.get(from), PostgresServers.get(to))) {
      clusters.source().execute(FAMILY);
      clusters.publishAll();

      assertThat(Outcome.findings(clusters.runAll(RoundTripClusters.EVERYTHING))).isEmpty();

      assertAgain(clusters);
    }
  }

  @Test
  void aNewerServerIsToldWhatItNoLongerHas() throws Exception {
    try (RoundTripClusters clusters =
        RoundTripClusters.between(PostgresServers.get(15), PostgresServers.get(18))) {
      clusters
          .source()
          .execute(
              """
              CREATE TABLE parent (id int PRIMARY KEY, a int NOT NULL, b int);
              CREATE TABLE child (PRIMARY KEY (id)) INHERITS (parent);
              ALTER TABLE child ALTER a DROP NOT NULL;
              CREATE TABLE below (PRIMARY KEY (id)) INHERITS (child);
              """);
      clusters.publishAll();

      assertThat(clusters.run(Stage.PRE_DATA, RoundTripClusters.EVERYTHING).err())
          .contains(
              "The table public.child uses a column that can be null where its parent's cannot,"
                  + " which PostgreSQL has no more since 18; the shard runs 18")
          .doesNotContain("public.below");

      ImmutableList<Outcome> runs =
          clusters.runAll(RoundTripClusters.EVERYTHING, "--accept", "unsupported-by-destination");
      assertThat(Outcome.findings(runs)).containsOnly("unsupported-by-destination");
      Judge.assertSameCatalogs(clusters);
    }
  }

  @Test
  void generatedColumnsAreToldOf() throws Exception {
    assertToldOf(
        15,
        18,
        """
        CREATE TABLE parent (id int PRIMARY KEY, a int);
        CREATE TABLE child (a int GENERATED ALWAYS AS (id * 2) STORED, PRIMARY KEY (id)) INHERITS (parent);
        """,
        "The table public.child uses a column that is generated where its parent's is not, which"
            + " PostgreSQL has no more since 16");
    assertToldOf(
        18,
        15,
        """
        CREATE TABLE parent (id int PRIMARY KEY, a int GENERATED ALWAYS AS (id * 2) STORED);
        CREATE TABLE child (a int GENERATED ALWAYS AS (id * 3) STORED, PRIMARY KEY (id)) INHERITS (parent);
        """,
        "The table public.child uses an expression of its own for what is generated in its parent,"
            + " which needs PostgreSQL 16");
  }

  /** Before anything is written. */
  private static void assertToldOf(int from, int to, String schema, String message)
      throws Exception {
    try (RoundTripClusters clusters =
        RoundTripClusters.between(PostgresServers.get(from), PostgresServers.get(to))) {
      clusters.source().execute(schema);
      clusters.publishAll();

      Outcome stopped = clusters.run(Stage.PRE_DATA, RoundTripClusters.EVERYTHING);

      assertThat(stopped.status()).isEqualTo(1);
      assertThat(stopped.findings()).containsExactly("unsupported-by-destination");
      assertThat(stopped.err()).contains(message);
    }
  }

  /** The shards hold what they should, and need nothing more. */
  private static void assertAgain(RoundTripClusters clusters) throws Exception {
    Judge.assertSameCatalogs(clusters);
    clusters.assertNothingLeft(RoundTripClusters.EVERYTHING);
  }
}
