package dev.schemasync.cli.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemasync.model.catalog.Stage;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Casts and operators where a shard has some of them, or a server makes other things of them. */
class OperatorStatesTest {
  private static final String EVERYTHING = RoundTripClusters.EVERYTHING;

  private static final String OPERATORS =
      """
      CREATE OPERATOR === (FUNCTION = int4eq, LEFTARG = int, RIGHTARG = int, COMMUTATOR = ===,
        NEGATOR = !==, RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES);
      CREATE OPERATOR !== (FUNCTION = int4ne, LEFTARG = int, RIGHTARG = int, COMMUTATOR = !==,
        NEGATOR = ===);
      CREATE OPERATOR <<< (FUNCTION = int4lt, LEFTARG = int, RIGHTARG = int, COMMUTATOR = >>>);
      CREATE OPERATOR >>> (FUNCTION = int4gt, LEFTARG = int, RIGHTARG = int, COMMUTATOR = <<<);
      CREATE OPERATOR ~<~ (FUNCTION = int4lt, LEFTARG = int, RIGHTARG = int, COMMUTATOR = ~>~);
      """;

  /** All of the source, which has a table, as there must be one. */
  private static void publish(RoundTripClusters clusters) throws SQLException {
    clusters.source().execute("CREATE TABLE t (id int PRIMARY KEY)");
    clusters.publishAll();
  }

  /** The operators of the first shard lack what a server gives them unasked. */
  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void whatAShardLacksIsAdded(int major) throws Exception {
    try (RoundTripClusters clusters = RoundTripClusters.on(PostgresServers.get(major))) {
      clusters.source().execute(OPERATORS);
      clusters
          .shards()
          .getFirst()
          .execute(
              """
              CREATE OPERATOR !== (FUNCTION = int4ne, LEFTARG = int, RIGHTARG = int,
                COMMUTATOR = !==, RESTRICT = neqsel, JOIN = neqjoinsel);
              CREATE OPERATOR <<< (FUNCTION = int4lt, LEFTARG = int, RIGHTARG = int);
              CREATE OPERATOR ~=~ (FUNCTION = int4eq, LEFTARG = int, RIGHTARG = int,
                COMMUTATOR = >>>, NEGATOR = ===);
              DROP OPERATOR ~=~ (int, int);
              """);
      publish(clusters);

      clusters.runAll(EVERYTHING);

      Judge.assertSameCatalogs(clusters);
      clusters.assertNothingLeft(EVERYTHING);
      Judge.assertSameReadings(clusters);
    }
  }

  private static final String PLAIN =
      """
      CREATE OPERATOR === (FUNCTION = int4eq, LEFTARG = int, RIGHTARG = int);
      CREATE OPERATOR !== (FUNCTION = int4ne, LEFTARG = int, RIGHTARG = int);
      CREATE OPERATOR <<< (FUNCTION = int4lt, LEFTARG = int, RIGHTARG = int);
      CREATE OPERATOR >>> (FUNCTION = int4gt, LEFTARG = int, RIGHTARG = int);
      """;

  @Test
  void whatCanBeSetOnceIsSetSince17() throws Exception {
    try (RoundTripClusters clusters = RoundTripClusters.on(PostgresServers.get(17))) {
      clusters.source().execute(OPERATORS);
      clusters.shards().getFirst().execute(PLAIN);
      publish(clusters);

      clusters.runAll(EVERYTHING);

      Judge.assertSameCatalogs(clusters);
      clusters.assertNothingLeft(EVERYTHING);
      Judge.assertSameReadings(clusters);
    }
  }

  @Test
  void whatNoStatementCanSetIsTold() throws Exception {
    try (RoundTripClusters clusters = RoundTripClusters.on(PostgresServers.get(16))) {
      clusters.source().execute(OPERATORS);
      clusters.shards().getFirst().execute(PLAIN);
      publish(clusters);

      Outcome stopped = clusters.run(Stage.PRE_DATA, EVERYTHING);

      assertThat(stopped.findings()).containsExactly("destination-conflict");
      assertThat(stopped.err())
          .contains("operator public.===(int4, int4) exists with another definition.commutator")
          .contains("operator public.===(int4, int4) exists with another definition.negator")
          .contains("operator public.===(int4, int4) exists with another definition.hashes")
          .contains("operator public.===(int4, int4) exists with another definition.merges")
          .contains("operator public.<<<(int4, int4) exists with another definition.commutator")
          .doesNotContain("definition.restrict");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void whatIsAnotherOnTheShardIsTold(int major) throws Exception {
    try (RoundTripClusters clusters = RoundTripClusters.on(PostgresServers.get(major))) {
      clusters
          .source()
          .execute(
              OPERATORS,
              "CREATE TYPE mood AS ENUM ('sad')",
              "CREATE CAST (text AS mood) WITH INOUT AS IMPLICIT");
      for (TestDatabase shard : clusters.shards()) {
        shard.execute(
            OPERATORS,
            """
            CREATE TYPE mood AS ENUM ('sad');
            CREATE CAST (text AS mood) WITH INOUT AS ASSIGNMENT;
            DROP OPERATOR === (int, int);
            CREATE OPERATOR === (FUNCTION = int4ne, LEFTARG = int, RIGHTARG = int, COMMUTATOR = ====,
              NEGATOR = !==, HASHES, MERGES);
            CREATE OPERATOR ~>~ (FUNCTION = int4gt, LEFTARG = int, RIGHTARG = int, COMMUTATOR = ~<~);
            """);
      }
      publish(clusters);

      Outcome stopped = clusters.run(Stage.PRE_DATA, EVERYTHING);

      assertThat(stopped.status()).isEqualTo(1);
      assertThat(stopped.err())
          .contains("cast (text AS public.mood) exists with another context")
          .contains("operator public.===(int4, int4) exists with another definition.function")
          .contains("operator public.===(int4, int4) exists with another definition.commutator")
          .contains("operator public.~>~(int4, int4) exists with another definition:")
          .doesNotContain("!==");
    }
  }

  @Test
  void aLinkThatWouldNotStayAsItIsIsTold() throws Exception {
    try (RoundTripClusters clusters = RoundTripClusters.on(PostgresServers.get(16))) {
      String there = "CREATE OPERATOR >>> (FUNCTION = int4gt, LEFTARG = int, RIGHTARG = int)";
      clusters
          .source()
          .execute(
              """
              CREATE OPERATOR <<< (FUNCTION = int4lt, LEFTARG = int, RIGHTARG = int, COMMUTATOR = >>>);
              """,
              there);
      clusters.shards().getFirst().execute(there);
      publish(clusters);

      Outcome stopped = clusters.run(Stage.PRE_DATA, EVERYTHING);

      assertThat(stopped.findings()).containsExactly("destination-conflict");
      assertThat(stopped.err())
          .contains("operator public.<<<(int4, int4) names the operator public.>>>(int4, int4)");
    }
  }

  /** The server of the shards refuses all of these. */
  @Test
  void whatANewerServerRefusesIsTold() throws Exception {
    try (RoundTripClusters clusters =
        RoundTripClusters.between(PostgresServers.get(13), PostgresServers.get(18))) {
      clusters
          .source()
          .execute(
              """
              CREATE FUNCTION f(int) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT true';
              CREATE OPERATOR !!!! (FUNCTION = f, LEFTARG = int);
              CREATE OPERATOR ||| (FUNCTION = array_append, LEFTARG = anyarray, RIGHTARG = anyelement);
              CREATE OPERATOR <<< (FUNCTION = int4lt, LEFTARG = int, RIGHTARG = int, COMMUTATOR = >);
              """);
      publish(clusters);

      Outcome stopped = clusters.run(Stage.PRE_DATA, EVERYTHING);

      assertThat(stopped.findings()).contains("destination-conflict", "unsupported-by-destination");
      assertThat(stopped.err())
          .contains("public.!!!!(int4, NONE) uses postfix operators, which PostgreSQL has no more")
          .contains("public.|||(anyarray, anyelement) uses functions of arrays over anyelement")
          .contains("operator public.<<<(int4, int4) names the operator pg_catalog.>(int4, int4)");
    }
  }

  @Test
  void aShellThatNothingNamesIsTold() throws Exception {
    try (RoundTripClusters clusters = RoundTripClusters.on(PostgresServers.get(18))) {
      clusters
          .source()
          .execute(
              """
              CREATE OPERATOR === (FUNCTION = int4eq, LEFTARG = int, RIGHTARG = int, NEGATOR = !==);
              DROP OPERATOR === (int, int);
              """);
      publish(clusters);

      Outcome stopped = clusters.run(Stage.PRE_DATA, EVERYTHING);

      assertThat(stopped.findings()).containsExactly("unsupported-object");
      clusters.mustSucceed(
          Stage.PRE_DATA, EVERYTHING, "--accept", "unsupported-object:public.!==(int4, int4)");
    }
  }
}
