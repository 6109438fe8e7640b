package dev.schemasync.cli.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.testkit.server.PostgresServers;
import org.junit.jupiter.api.Test;

/** Types and what belongs to them, from one major version to another. */
class TypeVersionsTest {
  @Test
  void aNewerServerMakesALanguageTagOfALocale() throws Exception {
    try (RoundTripClusters clusters =
        RoundTripClusters.between(PostgresServers.get(15), PostgresServers.get(18))) {
      load(
          clusters,
          """
          CREATE COLLATION english (PROVIDER = icu, LOCALE = 'en_US');
          CREATE COLLATION phonebook (PROVIDER = icu, LOCALE = 'de@collation=phonebook');
          """);

      assertThat(Outcome.findings(clusters.runAll(RoundTripClusters.EVERYTHING))).isEmpty();

      assertAgain(clusters);
      clusters
          .shards()
          .getFirst()
          .execute(
              "DROP COLLATION english", "CREATE COLLATION english (PROVIDER = icu, LOCALE = 'en')");
      assertThat(clusters.run(Stage.PRE_DATA, RoundTripClusters.EVERYTHING).err())
          .contains(
              "The collation public.english exists with another provider.locale:"
                  + " en on the shard, en_US on the source.");
    }
  }

  @Test
  void anOlderServerIsToldWhatItCannotHave() throws Exception {
    try (RoundTripClusters clusters =
        RoundTripClusters.between(PostgresServers.get(18), PostgresServers.get(15))) {
      load(
          clusters,
          """
          CREATE COLLATION ruled (PROVIDER = icu, LOCALE = 'und', RULES = '&V << w <<< W');
          CREATE COLLATION by_server (PROVIDER = builtin, LOCALE = 'C.UTF-8');
          CREATE COLLATION fast (PROVIDER = builtin, LOCALE = 'PG_UNICODE_FAST');
          """);

      assertToldOf(
          clusters,
          "The collation public.ruled uses RULES of collations, which needs PostgreSQL 16",
          "The collation public.by_server uses collations of the provider builtin, which needs"
              + " PostgreSQL 17",
          "The collation public.fast uses the locale PG_UNICODE_FAST, which needs PostgreSQL 18");
    }
  }

  private static void load(RoundTripClusters clusters, String schema) throws Exception {
    clusters.source().execute(schema, "CREATE TABLE anything (id int PRIMARY KEY)");
    clusters.publishAll();
  }

  /** Before anything is written, and once each. */
  private static void assertToldOf(RoundTripClusters clusters, String... messages)
      throws Exception {
    Outcome stopped = clusters.run(Stage.PRE_DATA, RoundTripClusters.EVERYTHING);
    assertThat(stopped.status()).isEqualTo(1);
    assertThat(stopped.findings()).containsExactly("unsupported-by-destination");
    assertThat(ImmutableList.copyOf(messages))
        .allSatisfy(message -> assertThat(stopped.err()).contains(message));
    assertThat(RoundTripClusters.read(clusters.shards().getFirst()).catalog().objects()).hasSize(2);
  }

  /** The shards hold what they should, and need nothing more. */
  private static void assertAgain(RoundTripClusters clusters) throws Exception {
    Judge.assertSameCatalogs(clusters);
    clusters.assertNothingLeft(RoundTripClusters.EVERYTHING);
  }
}
