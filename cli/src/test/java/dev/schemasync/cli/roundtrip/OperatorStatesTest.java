package dev.schemasync.cli.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemasync.model.catalog.Stage;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Casts, operators, their families and classes, where a shard has some of them, or a server makes
 * other things of them.
 */
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

  private static final String CLASSES =
      """
      CREATE OPERATOR CLASS of_btree FOR TYPE int4 USING btree AS OPERATOR 1 <, OPERATOR 2 <=,
        OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, OPERATOR 1 < (int4, int8), OPERATOR 1 < (int2, int2),
        FUNCTION 1 btint4cmp(int4, int4), FUNCTION 1 (int4, int8) btint48cmp(int4, int8),
        FUNCTION 4 (int4, int4) btequalimage(oid);
      CREATE OPERATOR CLASS of_hash FOR TYPE int4 USING hash AS OPERATOR 1 =, OPERATOR 1 = (int4, int8),
        FUNCTION 1 hashint4(int4), FUNCTION 2 hashint4extended(int4, int8);
      CREATE OPERATOR CLASS of_gist FOR TYPE point USING gist AS OPERATOR 1 <<,
        OPERATOR 15 <-> (point, point) FOR ORDER BY float_ops,
        FUNCTION 1 gist_point_consistent(internal, point, int2, oid, internal),
        FUNCTION 2 gist_box_union(internal, internal), FUNCTION 3 gist_point_compress(internal),
        FUNCTION 5 gist_box_penalty(internal, internal, internal),
        FUNCTION 6 gist_box_picksplit(internal, internal),
        FUNCTION 7 gist_box_same(box, box, internal), FUNCTION 9 gist_point_fetch(internal),
        STORAGE box;
      CREATE OPERATOR CLASS of_gin FOR TYPE anyarray USING gin AS OPERATOR 1 &&,
        FUNCTION 2 ginarrayextract(anyarray, internal, internal),
        FUNCTION 3 ginqueryarrayextract(anyarray, internal, int2, internal, internal, internal, internal),
        FUNCTION 4 ginarrayconsistent(internal, int2, anyarray, int4, internal, internal, internal, internal),
        STORAGE anyelement;
      CREATE OPERATOR CLASS of_spgist FOR TYPE text USING spgist AS OPERATOR 1 ~<~,
        FUNCTION 1 spg_text_config(internal, internal), FUNCTION 2 spg_text_choose(internal, internal),
        FUNCTION 3 spg_text_picksplit(internal, internal),
        FUNCTION 4 spg_text_inner_consistent(internal, internal),
        FUNCTION 5 spg_text_leaf_consistent(internal, internal);
      CREATE OPERATOR CLASS of_brin FOR TYPE int4 USING brin AS OPERATOR 1 <, OPERATOR 1 < (int4, int8),
        FUNCTION 1 brin_minmax_opcinfo(internal),
        FUNCTION 2 brin_minmax_add_value(internal, internal, internal, internal),
        FUNCTION 3 brin_minmax_consistent(internal, internal, internal),
        FUNCTION 4 brin_minmax_union(internal, internal, internal);
      """;

  /** A newer server gives the families what an older one gives the classes. */
  @ParameterizedTest
  @CsvSource({"13,14", "13,18", "18,13"})
  void classesOfAServerOfAnotherVersion(int from, int to) throws Exception {
    try (RoundTripClusters clusters =
        RoundTripClusters.between(PostgresServers.get(from), PostgresServers.get(to))) {
      clusters.source().execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public", CLASSES);
      publish(clusters);

      clusters.runAll(EVERYTHING);

      Judge.assertSameCatalogs(clusters);
      clusters.assertNothingLeft(EVERYTHING);
    }
  }

  @Test
  void supportFunctionsThatAnOlderServerHasNotAreTold() throws Exception {
    try (RoundTripClusters clusters =
        RoundTripClusters.between(PostgresServers.get(18), PostgresServers.get(13))) {
      clusters
          .source()
          .execute(
              """
              CREATE OPERATOR FAMILY f USING gist;
              CREATE OPERATOR FAMILY f USING btree;
              ALTER OPERATOR FAMILY f USING gist ADD FUNCTION 11 (int4, int4) btint4sortsupport(internal),
                FUNCTION 12 ("any", "any") gist_translate_cmptype_common(int);
              ALTER OPERATOR FAMILY f USING btree ADD FUNCTION 6 (int4, int4) btint4skipsupport(internal);
              """);
      publish(clusters);

      Outcome stopped = clusters.run(Stage.PRE_DATA, EVERYTHING);

      assertThat(stopped.findings()).contains("unsupported-by-destination");
      assertThat(stopped.err())
          .contains(
              "public.f USING gist: function 11 (int4, int4) uses support function 11 of GiST")
          .contains("public.f USING gist: function 12 (any, any) uses support function 12 of GiST")
          .contains("public.f USING btree: function 6 (int4, int4) uses support function 6 of");
    }
  }

  private static final String OF_POINTS =
      """
      CREATE OPERATOR FAMILY f USING btree;
      ALTER OPERATOR FAMILY f USING btree ADD OPERATOR 1 < (int4, int8);
      CREATE OPERATOR CLASS c DEFAULT FOR TYPE point USING btree FAMILY f AS OPERATOR 1 <<;
      """;

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void whatIsAnotherInAFamilyIsTold(int major) throws Exception {
    try (RoundTripClusters clusters = RoundTripClusters.on(PostgresServers.get(major))) {
      clusters.source().execute(OF_POINTS, "CREATE SCHEMA s");
      clusters
          .shards()
          .get(0)
          .execute(
              """
              CREATE OPERATOR FAMILY f USING btree;
              ALTER OPERATOR FAMILY f USING btree ADD OPERATOR 1 <= (int4, int8);
              CREATE OPERATOR CLASS c FOR TYPE point USING btree FAMILY f AS OPERATOR 1 >>,
                OPERATOR 5 << (point, point);
              """);
      clusters
          .shards()
          .get(1)
          .execute(
              """
              CREATE OPERATOR CLASS d DEFAULT FOR TYPE point USING btree AS OPERATOR 1 >>;
              CREATE OPERATOR FAMILY f USING btree;
              ALTER OPERATOR FAMILY f USING btree ADD OPERATOR 1 >> (point, point);
              """);
      publish(clusters);

      Outcome stopped = clusters.run(Stage.PRE_DATA, EVERYTHING);

      assertThat(stopped.status()).isEqualTo(1);
      assertThat(stopped.err())
          .contains("operator 1 (int4, int8) exists with another item.operator: pg_catalog.<=")
          .contains("operator class public.c USING btree exists with another byDefault: false")
          .contains("operator class public.c USING btree exists with another items:")
          .contains(
              "operator class public.c USING btree cannot be made: the operator class public.d"
                  + " USING btree is on the shard and is the default for its type")
          .contains(
              "operator class public.c USING btree cannot be made: the member of an operator family"
                  + " public.f USING btree: operator 1 (point, point) is on the shard and has the"
                  + " place of a part of it");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void whatAFamilyLacksIsAdded(int major) throws Exception {
    try (RoundTripClusters clusters = RoundTripClusters.on(PostgresServers.get(major))) {
      clusters.source().execute(OF_POINTS);
      clusters
          .shards()
          .getFirst()
          .execute(
              """
              CREATE OPERATOR FAMILY f USING btree;
              CREATE OPERATOR CLASS c DEFAULT FOR TYPE point USING btree FAMILY f AS OPERATOR 1 <<;
              """);
      publish(clusters);

      clusters.runAll(EVERYTHING);

      Judge.assertSameCatalogs(clusters);
      clusters.assertNothingLeft(EVERYTHING);
      Judge.assertSameReadings(clusters);
    }
  }
}
