package dev.schemasync.cli.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemasync.model.catalog.Stage;
import dev.schemasync.testkit.server.PostgresServers;
import org.junit.jupiter.api.Test;

/** Languages, transforms and conversions, from one major version to another. */
class LanguageVersionsTest {
  private static final String OF_FIVE =
      """
      CREATE FUNCTION own(int, int, cstring, internal, int) RETURNS void STRICT LANGUAGE c
        AS '$libdir/utf8_and_iso8859_1', 'iso8859_1_to_utf8';
      CREATE CONVERSION by_own FOR 'LATIN1' TO 'UTF8' FROM own;
      """;
  private static final String OF_SIX =
      """
      CREATE FUNCTION own(int, int, cstring, internal, int, bool) RETURNS int STRICT LANGUAGE c
        AS '$libdir/utf8_and_iso8859_1', 'iso8859_1_to_utf8';
      CREATE CONVERSION by_own FOR 'LATIN1' TO 'UTF8' FROM own;
      """;

  @Test
  void whatOnlyPrintsInAnotherWayIsTheSame() throws Exception {
    try (RoundTripClusters clusters =
        RoundTripClusters.between(PostgresServers.get(15), PostgresServers.get(18))) {
      load(
          clusters,
          """
          CREATE FUNCTION handle() RETURNS language_handler LANGUAGE c
            AS '$libdir/plpgsql', 'plpgsql_call_handler';
          CREATE TRUSTED LANGUAGE plx HANDLER handle;
          CREATE TRANSFORM FOR int LANGUAGE plx (FROM SQL WITH FUNCTION prsd_lextype(internal));
          COMMENT ON TRANSFORM FOR int LANGUAGE plx IS 'x';
          CREATE DEFAULT CONVERSION by_system FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
          """);

      assertThat(Outcome.findings(clusters.runAll(RoundTripClusters.EVERYTHING))).isEmpty();

      Judge.assertSameCatalogs(clusters);
      clusters.assertNothingLeft(RoundTripClusters.EVERYTHING);
    }
  }

  @Test
  void aNewerServerTakesNoFunctionOfAnOldConversion() throws Exception {
    assertTold(
        13,
        14,
        OF_FIVE,
        "The conversion public.by_own uses a function of five arguments for a conversion, which"
            + " PostgreSQL has no more since 14");
  }

  @Test
  void anOlderServerTakesNoFunctionOfANewConversion() throws Exception {
    assertTold(
        18,
        13,
        OF_SIX,
        "The conversion public.by_own uses a function of six arguments for a conversion, which"
            + " needs PostgreSQL 14");
  }

  private static void assertTold(int from, int to, String schema, String message) throws Exception {
    try (RoundTripClusters clusters =
        RoundTripClusters.between(PostgresServers.get(from), PostgresServers.get(to))) {
      load(clusters, schema);
      Outcome stopped = clusters.run(Stage.PRE_DATA, RoundTripClusters.EVERYTHING);
      assertThat(stopped.status()).isEqualTo(1);
      assertThat(stopped.findings()).contains("unsupported-by-destination");
      assertThat(stopped.err()).contains(message);
    }
  }

  private static void load(RoundTripClusters clusters, String schema) throws Exception {
    clusters.source().execute(schema, "CREATE TABLE anything (id int PRIMARY KEY)");
    clusters.publishAll();
  }
}
