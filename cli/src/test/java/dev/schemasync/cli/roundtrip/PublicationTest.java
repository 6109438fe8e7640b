package dev.schemasync.cli.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.planner.Desired;
import dev.schemasync.planner.Scope;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.TestDatabase;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes along with the tables of a publication, and what does not. */
class PublicationTest {
  private static final String SCHEMA =
      """
      CREATE SCHEMA needed;
      CREATE SCHEMA unneeded;
      CREATE EXTENSION citext SCHEMA needed;
      CREATE TYPE needed.mood AS ENUM ('sad', 'ok');
      CREATE TYPE unneeded.mood AS ENUM ('none');
      CREATE DOMAIN needed.score AS int CHECK (VALUE >= 0);
      CREATE TYPE needed.pair AS (a needed.score, b text);
      CREATE FUNCTION needed.next_code() RETURNS text LANGUAGE sql AS $$ SELECT 'x' $$;
      CREATE FUNCTION needed.is_fine(t text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT true $$;
      CREATE FUNCTION needed.shorten(t text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT t $$;
      CREATE FUNCTION needed.watch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
      CREATE FUNCTION unneeded.idle() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
      CREATE SEQUENCE needed.numbers START 40;
      CREATE SEQUENCE unneeded.numbers;
      CREATE TABLE public.countries (id int PRIMARY KEY, name text);
      CREATE TABLE public.customers (
        id bigserial PRIMARY KEY,
        number bigint DEFAULT nextval('needed.numbers'),
        code text DEFAULT needed.next_code() CHECK (needed.is_fine(code)),
        name needed.citext,
        mood needed.mood,
        pairs needed.pair[],
        country int CONSTRAINT to_country REFERENCES public.countries
      );
      CREATE INDEX customers_short ON public.customers (needed.shorten(code));
      CREATE TRIGGER watch BEFORE INSERT ON public.customers
        FOR EACH ROW EXECUTE FUNCTION needed.watch();
      CREATE TABLE public.orders (
        id int PRIMARY KEY, customer bigint CONSTRAINT to_customer REFERENCES public.customers);
      CREATE TABLE unneeded.log (id serial PRIMARY KEY, mood unneeded.mood);
      CREATE VIEW public.customer_orders AS
        SELECT c.id, count(o.id) FROM public.customers c JOIN public.orders o ON o.customer = c.id GROUP BY c.id;
      CREATE VIEW public.customer_countries AS
        SELECT c.id, l.name FROM public.customers c JOIN public.countries l ON l.id = c.country;
      INSERT INTO public.customers (name) VALUES ('a'), ('b');
      """;

  static Stream<Integer> majors() {
    return Majors.selected().stream();
  }

  @ParameterizedTest(name = "PostgreSQL {0}")
  @MethodSource("majors")
  void someTablesBringWhatTheyNeedAndNothingElse(int major) throws Exception {
    try (RoundTripClusters clusters = RoundTripClusters.on(PostgresServers.get(major))) {
      clusters
          .source()
          .execute(SCHEMA, "CREATE PUBLICATION shop FOR TABLE public.customers, public.orders");

      Outcome first = clusters.runAll("shop").getFirst();

      assertThat(first.findings()).containsExactly("out-of-scope");
      Catalog catalog = assertShardsHoldTheScope(clusters, "shop");
      assertThat(ids(catalog))
          .contains(
              "schema needed",
              "extension citext",
              "enum type needed.mood",
              "domain needed.score",
              "composite type needed.pair",
              "function needed.next_code()",
              "function needed.watch()",
              "sequence needed.numbers",
              "sequence public.customers_id_seq",
              "table public.customers",
              "table public.orders",
              "view public.customer_orders",
              "publication shop")
          .doesNotContain(
              "schema unneeded",
              "enum type unneeded.mood",
              "function unneeded.idle()",
              "sequence unneeded.numbers",
              "table unneeded.log",
              "table public.countries",
              "view public.customer_countries");
      assertThat(constraints(catalog)).contains("to_customer").doesNotContain("to_country");
      clusters.assertNothingLeft("shop");
    }
  }

  @ParameterizedTest(name = "PostgreSQL {0}")
  @MethodSource("majors")
  void tablesOfASchemaAreThoseInIt(int major) throws Exception {
    assumeServerHasIt(major);
    try (RoundTripClusters clusters = RoundTripClusters.on(PostgresServers.get(major))) {
      clusters.source().execute(SCHEMA, "CREATE PUBLICATION log FOR TABLES IN SCHEMA unneeded");

      clusters.runAll("log");

      assertThat(ids(assertShardsHoldTheScope(clusters, "log")))
          .contains("table unneeded.log", "enum type unneeded.mood")
          .doesNotContain("table public.customers", "schema needed", "function unneeded.idle()");
      clusters.assertNothingLeft("log");
    }
  }

  @ParameterizedTest(name = "PostgreSQL {0}")
  @MethodSource("majors")
  void columnListsAndRowFiltersAreWarnedOf(int major) throws Exception {
    assumeServerHasIt(major);
    try (RoundTripClusters clusters = RoundTripClusters.on(PostgresServers.get(major))) {
      clusters
          .source()
          .execute(
              SCHEMA, "CREATE PUBLICATION part FOR TABLE public.countries (id) WHERE (id > 5)");

      Outcome first = clusters.runAll("part").getFirst();

      assertThat(first.findings())
          .containsExactlyInAnyOrder("column-list", "row-filter", "out-of-scope");
      assertShardsHoldTheScope(clusters, "part");
    }
  }

  @ParameterizedTest(name = "PostgreSQL {0}")
  @MethodSource("majors")
  void aPublishedRootBringsItsPartitions(int major) throws Exception {
    try (RoundTripClusters clusters = RoundTripClusters.on(PostgresServers.get(major))) {
      clusters
          .source()
          .execute(
              """
              CREATE TABLE events (id int, at date, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
              CREATE TABLE events_old PARTITION OF events FOR VALUES FROM (MINVALUE) TO ('2020-01-01');
              CREATE TABLE events_new PARTITION OF events DEFAULT PARTITION BY HASH (id);
              CREATE TABLE events_new_0 PARTITION OF events_new FOR VALUES WITH (MODULUS 1, REMAINDER 0);
              CREATE INDEX events_at ON events (at);
              CREATE TABLE elsewhere (id int PRIMARY KEY);
              CREATE PUBLICATION tree FOR TABLE events WITH (publish_via_partition_root = true);
              """);

      clusters.runAll("tree");

      assertThat(ids(assertShardsHoldTheScope(clusters, "tree")))
          .contains(
              "table public.events",
              "table public.events_old",
              "table public.events_new",
              "table public.events_new_0",
              "index public.events_at")
          .doesNotContain("table public.elsewhere");
      clusters.assertNothingLeft("tree");
    }
  }

  @ParameterizedTest(name = "PostgreSQL {0}")
  @MethodSource("majors")
  void aSequenceComesWithoutTheUnpublishedTableThatOwnsIt(int major) throws Exception {
    try (RoundTripClusters clusters = RoundTripClusters.on(PostgresServers.get(major))) {
      clusters
          .source()
          .execute(
              """
              CREATE TABLE unpublished (id serial PRIMARY KEY, n int GENERATED ALWAYS AS IDENTITY);
              CREATE TABLE mine (
                id int PRIMARY KEY DEFAULT nextval('unpublished_id_seq'),
                n int DEFAULT nextval('unpublished_n_seq'),
                own serial);
              ALTER TABLE unpublished OWNER TO app_owner;
              SELECT setval('unpublished_id_seq', 30), setval('unpublished_n_seq', 40);
              CREATE PUBLICATION few FOR TABLE mine;
              """);

      Outcome first = clusters.runAll("few").getFirst();

      assertThat(first.findings()).containsExactlyInAnyOrder("out-of-scope", "ownership-dropped");
      assertThat(first.err())
          .contains(
              "The sequence public.unpublished_id_seq belongs to public.unpublished.id",
              "The sequence public.unpublished_n_seq belongs to public.unpublished.n");
      Catalog catalog = assertShardsHoldTheScope(clusters, "few");
      assertThat(ids(catalog))
          .contains(
              "sequence public.unpublished_id_seq",
              "sequence public.unpublished_n_seq",
              "sequence public.mine_own_seq")
          .doesNotContain("table public.unpublished");
      clusters.assertNothingLeft("few");
      clusters.shards().getFirst().execute("INSERT INTO mine DEFAULT VALUES");
    }
  }

  @ParameterizedTest(name = "PostgreSQL {0}")
  @MethodSource("majors")
  void aSchemaThatThePublicationNamesComesEmptyToo(int major) throws Exception {
    assumeServerHasIt(major);
    try (RoundTripClusters clusters = RoundTripClusters.on(PostgresServers.get(major))) {
      clusters
          .source()
          .execute(
              """
              CREATE SCHEMA bare;
              CREATE UNLOGGED TABLE bare.scratch (id int PRIMARY KEY);
              CREATE TABLE t (id int PRIMARY KEY);
              CREATE PUBLICATION few FOR TABLE t, TABLES IN SCHEMA bare;
              """);

      clusters.runAll("few");

      assertThat(ids(assertShardsHoldTheScope(clusters, "few")))
          .contains("schema bare", "publication few")
          .doesNotContain("table bare.scratch");
      clusters.assertNothingLeft("few");
    }
  }

  @ParameterizedTest(name = "PostgreSQL {0}")
  @MethodSource("majors")
  void whatNamesAnInvalidIndexIsToldBefore(int major) throws Exception {
    try (RoundTripClusters clusters = RoundTripClusters.on(PostgresServers.get(major))) {
      clusters
          .source()
          .execute(
              """
              CREATE TABLE t (id int PRIMARY KEY, n int NOT NULL);
              CREATE UNIQUE INDEX t_n ON t (n);
              ALTER TABLE t REPLICA IDENTITY USING INDEX t_n;
              CLUSTER t USING t_n;
              UPDATE pg_index SET indisvalid = false WHERE indexrelid = 't_n'::regclass;
              """);
      clusters.publishAll();

      Outcome stopped = clusters.run(Stage.PRE_DATA, RoundTripClusters.EVERYTHING);
      assertThat(stopped.status()).isEqualTo(1);
      assertThat(stopped.findings())
          .containsExactlyInAnyOrder("invalid-index", "no-replica-identity");
      assertThat(stopped.err()).contains("table public.t has the replica identity index t_n");

      clusters.runAll(RoundTripClusters.EVERYTHING, "--accept", "no-replica-identity");
      clusters.assertNothingLeft(RoundTripClusters.EVERYTHING, "--accept", "no-replica-identity");
    }
  }

  @ParameterizedTest(name = "PostgreSQL {0}")
  @MethodSource("majors")
  void aMissingOrEmptyPublicationIsAnError(int major) throws Exception {
    try (RoundTripClusters clusters = RoundTripClusters.on(PostgresServers.get(major))) {
      clusters
          .source()
          .execute(
              "CREATE TABLE t (id int PRIMARY KEY)",
              "CREATE PUBLICATION good FOR ALL TABLES",
              "CREATE PUBLICATION hollow");

      Outcome missing = clusters.run(Stage.PRE_DATA, "god");
      assertThat(missing.status()).isEqualTo(1);
      assertThat(missing.findings()).containsExactly("publication-missing");
      assertThat(missing.err()).contains("god").contains("good, hollow");

      Outcome empty = clusters.run(Stage.PRE_DATA, "hollow");
      assertThat(empty.status()).isEqualTo(1);
      assertThat(empty.findings()).contains("publication-empty");

      for (TestDatabase shard : clusters.shards()) {
        assertThat(ids(RoundTripClusters.read(shard).catalog())).doesNotContain("table public.t");
      }
    }
  }

  private static void assumeServerHasIt(int major) {
    assumeTrue(major >= 15, "PostgreSQL %d knows no such publication".formatted(major));
  }

  /** The shards hold exactly what the scope of the publication is, which is returned. */
  private static Catalog assertShardsHoldTheScope(RoundTripClusters clusters, String publication)
      throws Exception {
    Desired desired =
        Scope.of(RoundTripClusters.read(clusters.source()), Identifier.of(publication));
    for (TestDatabase shard : clusters.shards()) {
      Judge.assertHolds(desired, shard);
    }
    return RoundTripClusters.read(clusters.shards().getFirst()).catalog();
  }

  private static ImmutableSortedSet<String> ids(Catalog catalog) {
    return catalog.objects().keySet().stream()
        .map(ObjectId::toString)
        .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
  }

  private static Stream<String> constraints(Catalog catalog) {
    return catalog.all(Constraint.class).map(constraint -> constraint.name().value());
  }
}
