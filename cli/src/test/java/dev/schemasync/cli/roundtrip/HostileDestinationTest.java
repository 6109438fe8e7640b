package dev.schemasync.cli.roundtrip;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A destination that adds something of its own to all that is made there, and a source that wants
 * the opposite: every stage is done after its first run.
 */
class HostileDestinationTest {
  private static final ImmutableList<String> SOURCE =
      ImmutableList.of(
          // The server's own again, under an OID that initdb did not give.
          "DROP EXTENSION plpgsql",
          "CREATE EXTENSION plpgsql",
          "CREATE EXTENSION citext",
          "COMMENT ON EXTENSION citext IS NULL",
          "CREATE EXTENSION hstore",
          "COMMENT ON EXTENSION hstore IS 'bags'",
          "CREATE EXTENSION pg_trgm",
          "CREATE SCHEMA app AUTHORIZATION app_owner",
          "GRANT USAGE ON SCHEMA app TO app_user",
          "CREATE SCHEMA plain",
          "CREATE TYPE app.mood AS ENUM ('calm')",
          "CREATE DOMAIN plain.positive AS int CHECK (VALUE > 0)",
          "REVOKE USAGE ON TYPE plain.positive FROM PUBLIC",
          "CREATE TYPE plain.pair AS (a int, b int)",
          "ALTER TYPE plain.pair OWNER TO app_owner",
          "CREATE FUNCTION app.f(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1'",
          "CREATE FUNCTION plain.g() RETURNS int LANGUAGE sql AS 'SELECT 1'",
          "REVOKE EXECUTE ON FUNCTION plain.g() FROM PUBLIC",
          "CREATE PROCEDURE plain.p() LANGUAGE sql AS ''",
          "ALTER PROCEDURE plain.p() OWNER TO app_reader",
          "CREATE AGGREGATE plain.sum_up(int) (SFUNC = int4pl, STYPE = int)",
          "CREATE SEQUENCE plain.loose",
          "GRANT USAGE ON SEQUENCE plain.loose TO app_user WITH GRANT OPTION",
          "CREATE TABLE app.t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, s serial,"
              + " mood app.mood, name text COLLATE \"C\" DEFAULT 'a\\b' CHECK (name <> 'x'),"
              + " made date DEFAULT '2020-02-01', span interval DEFAULT '1 day')",
          "CREATE TABLE app.owned (id int PRIMARY KEY, n plain.positive)",
          "ALTER TABLE app.owned OWNER TO app_owner",
          "GRANT SELECT ON app.owned TO app_user",
          "REVOKE TRUNCATE ON app.owned FROM app_owner",
          "CREATE TABLE plain.read (id int PRIMARY KEY, v text)",
          "ALTER TABLE plain.read OWNER TO app_reader",
          "GRANT SELECT ON plain.read TO app_user WITH GRANT OPTION",
          "GRANT UPDATE (v) ON plain.read TO app_user",
          "CREATE TABLE plain.parts (id int, at timestamptz, PRIMARY KEY (id, at))"
              + " PARTITION BY RANGE (at)",
          "CREATE TABLE plain.part PARTITION OF plain.parts"
              + " FOR VALUES FROM ('2020-01-02') TO ('2021-03-04')",
          "CREATE INDEX ON plain.parts (at)",
          "CREATE VIEW plain.v AS SELECT id FROM app.t",
          "ALTER VIEW plain.v OWNER TO app_user",
          "CREATE MATERIALIZED VIEW plain.m AS SELECT id FROM app.t",
          "GRANT SELECT ON plain.m TO PUBLIC",
          "COMMENT ON SCHEMA public IS NULL",
          "REVOKE ALL ON SCHEMA public FROM PUBLIC");

  private static final ImmutableList<String> SHARD =
      ImmutableList.of(
          "ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT ON TABLES TO app_reader",
          "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO app_user",
          "ALTER DEFAULT PRIVILEGES REVOKE DELETE ON TABLES FROM CURRENT_USER",
          "ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON ROUTINES FROM PUBLIC",
          "ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON ROUTINES TO app_reader",
          "ALTER DEFAULT PRIVILEGES REVOKE USAGE ON TYPES FROM PUBLIC",
          "ALTER DEFAULT PRIVILEGES GRANT USAGE ON TYPES TO app_user WITH GRANT OPTION",
          "ALTER DEFAULT PRIVILEGES GRANT ALL ON SEQUENCES TO PUBLIC",
          "ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO app_reader WITH GRANT OPTION",
          "ALTER DEFAULT PRIVILEGES REVOKE CREATE ON SCHEMAS FROM CURRENT_USER",
          "CREATE SCHEMA app",
          "GRANT CREATE ON SCHEMA app TO app_reader",
          "COMMENT ON SCHEMA app IS 'made before'",
          "ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT DELETE ON TABLES TO CURRENT_USER",
          "ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT ALL ON TABLES TO app_owner",
          "ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT SELECT ON TABLES TO app_user"
              + " WITH GRANT OPTION",
          "ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT EXECUTE ON FUNCTIONS TO PUBLIC",
          // What other roles make is no matter of ours.
          "ALTER DEFAULT PRIVILEGES FOR ROLE app_owner GRANT ALL ON TABLES TO PUBLIC",
          "CREATE EXTENSION hstore");

  private static final ImmutableList<String> ONE_SHARD = ImmutableList.of("DROP EXTENSION plpgsql");

  private static final ImmutableList<String> OTHER_SHARD =
      ImmutableList.of(
          "CREATE FUNCTION public.watch() RETURNS event_trigger LANGUAGE plpgsql"
              + " AS 'BEGIN PERFORM * FROM pg_catalog.pg_event_trigger_ddl_commands(); END'",
          "CREATE EVENT TRIGGER watch ON ddl_command_end EXECUTE FUNCTION public.watch()");

  /** Everybody's privileges on everything, the owners, and all comments. */
  private static final String HELD =
      """
      WITH space AS (
        SELECT * FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
      ),
      member AS (
        SELECT classid, objid FROM pg_depend WHERE deptype = 'e'
      ),
      held (classid, oid, sub, owner, acl) AS (
        SELECT 'pg_namespace'::regclass, oid, 0, nspowner,
          coalesce(nspacl, acldefault('n', nspowner))
        FROM space
        UNION ALL
        SELECT 'pg_class'::regclass, c.oid, 0, c.relowner, coalesce(c.relacl,
          acldefault(CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", c.relowner))
        FROM pg_class c JOIN space ON space.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S')
        UNION ALL
        SELECT 'pg_class'::regclass, c.oid, a.attnum, c.relowner, a.attacl
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
          JOIN space ON space.oid = c.relnamespace
        WHERE a.attacl IS NOT NULL
        UNION ALL
        SELECT 'pg_proc'::regclass, p.oid, 0, p.proowner,
          coalesce(p.proacl, acldefault('f', p.proowner))
        FROM pg_proc p JOIN space ON space.oid = p.pronamespace
        UNION ALL
        SELECT 'pg_type'::regclass, t.oid, 0, t.typowner,
          coalesce(t.typacl, acldefault('T', t.typowner))
        FROM pg_type t JOIN space ON space.oid = t.typnamespace
      )
      SELECT i.identity || ' of ' || pg_get_userbyid(h.owner) || ': '
        || CASE e.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(e.grantee) END
        || ' ' || e.privilege_type || CASE WHEN e.is_grantable THEN ' grantable' ELSE '' END
        || ' from ' || pg_get_userbyid(e.grantor) AS line
      FROM held h
        CROSS JOIN LATERAL pg_identify_object(h.classid, h.oid, h.sub) i
        CROSS JOIN LATERAL aclexplode(h.acl) e
      WHERE (h.classid, h.oid) NOT IN (SELECT * FROM member)
      UNION ALL
      SELECT 'comment on ' || i.type || ' ' || i.identity || ': ' || d.description
      FROM pg_description d
        CROSS JOIN LATERAL pg_identify_object(d.classoid, d.objoid, d.objsubid) i
      WHERE (d.objoid >= 16384 OR i.type IN ('extension', 'schema'))
        AND (d.classoid, d.objoid) NOT IN (SELECT * FROM member)
      ORDER BY line
      """;

  @ParameterizedTest
  @ValueSource(ints = {13, 15, 18})
  void everyStageIsDoneAfterItsFirstRun(int major) throws Exception {
    try (RoundTripClusters clusters = RoundTripClusters.on(PostgresServers.get(major))) {
      execute(clusters.source(), SOURCE);
      clusters.publishAll();
      for (TestDatabase shard : clusters.shards()) {
        execute(shard, SHARD);
        execute(shard, settings(shard, major));
      }

      execute(clusters.shards().getFirst(), ONE_SHARD);
      execute(clusters.shards().getLast(), OTHER_SHARD);

      clusters.runAll(RoundTripClusters.EVERYTHING);
      clusters.assertNothingLeft(RoundTripClusters.EVERYTHING);

      ImmutableList<String> wanted = held(clusters.source());
      assertThat(wanted).hasSizeGreaterThan(100);
      for (TestDatabase shard : clusters.shards()) {
        assertThat(held(shard))
            .as(shard.name())
            .filteredOn(line -> !line.startsWith("public.watch()"))
            .containsExactlyElementsOf(wanted);
      }
    }
  }

  /** Values of settings that change what a statement means or makes. */
  private static ImmutableList<String> settings(TestDatabase shard, int major) {
    return Stream.concat(
            Stream.of(
                "search_path = app, public",
                "\"DateStyle\" = 'SQL, DMY'",
                "\"IntervalStyle\" = sql_standard",
                "\"TimeZone\" = 'Asia/Kathmandu'",
                "standard_conforming_strings = off",
                "check_function_bodies = on",
                "quote_all_identifiers = on",
                "transform_null_equals = on",
                "default_tablespace = pg_default",
                "default_transaction_isolation = serializable",
                "default_transaction_deferrable = on",
                "default_statistics_target = 7",
                "client_min_messages = debug1"),
            major >= 14 ? Stream.of("default_toast_compression = pglz") : Stream.empty())
        .map(setting -> "ALTER DATABASE \"%s\" SET %s".formatted(shard.name(), setting))
        .collect(toImmutableList());
  }

  private static void execute(TestDatabase database, ImmutableList<String> statements)
      throws SQLException {
    database.execute(statements.toArray(String[]::new));
  }

  /** What objects of the shard have is not kept, but told. */
  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void whatIsThereBecomesLikeTheSource(int major) throws Exception {
    try (RoundTripClusters clusters = RoundTripClusters.on(PostgresServers.get(major))) {
      execute(
          clusters.source(),
          ImmutableList.of(
              "CREATE TABLE t (id int PRIMARY KEY, v text)",
              "ALTER TABLE t OWNER TO app_owner",
              "GRANT SELECT (id), UPDATE (v) ON t TO app_user",
              "GRANT INSERT ON t TO app_reader WITH GRANT OPTION",
              "CREATE TABLE u (id int PRIMARY KEY)",
              "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
              "ALTER FUNCTION f() OWNER TO app_reader",
              "COMMENT ON FUNCTION f() IS 'new'"));
      clusters.publishAll();
      for (TestDatabase shard : clusters.shards()) {
        execute(
            shard,
            ImmutableList.of(
                "CREATE TABLE t (id int PRIMARY KEY, v text)",
                "GRANT SELECT, DELETE ON t TO app_user",
                "GRANT SELECT (id, v) ON t TO app_user",
                "GRANT INSERT, DELETE ON t TO app_reader",
                // The owner to be: what it was granted is the owner's own once it is the owner.
                "GRANT SELECT, TRUNCATE ON t TO app_owner",
                "REVOKE TRUNCATE, TRIGGER ON t FROM CURRENT_USER",
                "COMMENT ON COLUMN t.v IS 'old'",
                "CREATE TABLE u (id int PRIMARY KEY)",
                "GRANT SELECT ON u TO app_user",
                "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "REVOKE EXECUTE ON FUNCTION f() FROM PUBLIC",
                "GRANT EXECUTE ON FUNCTION f() TO app_reader WITH GRANT OPTION",
                "COMMENT ON FUNCTION f() IS 'old'"));
      }

      Outcome first = clusters.runAll(RoundTripClusters.EVERYTHING).getFirst();

      assertThat(first.err())
          .contains(
              "warning [owner-changes] shards 0, 1: The owner of the table public.t is "
                  + clusters.source().server().superuser()
                  + " on the shard and becomes app_owner.",
              "warning [privileges-revoked] shards 0, 1: app_user loses SELECT, DELETE on the table"
                  + " public.t, as on the source.",
              "app_user loses SELECT on the table public.u, as on the source.",
              "app_reader loses DELETE on the table public.t, as on the source.",
              "app_reader loses the grant option of EXECUTE on the function public.f()",
              "warning [privileges-granted] shards 0, 1: PUBLIC gets EXECUTE on the function"
                  + " public.f()",
              "app_reader gets the grant option of INSERT on the table public.t",
              "warning [comment-changes] shards 0, 1: The comment on the function public.f() is"
                  + " \"old\" on the shard and becomes \"new\"; 1 more changes too.");
      for (TestDatabase shard : clusters.shards()) {
        assertThat(held(shard)).as(shard.name()).isEqualTo(held(clusters.source()));
      }
      clusters.assertNothingLeft(RoundTripClusters.EVERYTHING);
    }
  }

  @ParameterizedTest(name = "PostgreSQL {0}")
  @ValueSource(ints = {13, 18})
  void aPlaceUnderAPartitionedIndexThatIsTakenIsKnownBefore(int major) throws Exception {
    try (RoundTripClusters clusters = RoundTripClusters.on(PostgresServers.get(major))) {
      clusters
          .source()
          .execute(
              "CREATE TABLE p (id int, c int, u int, PRIMARY KEY (id)) PARTITION BY RANGE (id)",
              "CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (10)",
              "CREATE INDEX pc_old ON p1 (c)",
              "CREATE INDEX pc ON p (c)");
      clusters.publishAll();
      clusters.mustSucceed(Stage.PRE_DATA, RoundTripClusters.EVERYTHING);
      TestDatabase shard = clusters.shards().get(1);
      shard.execute("CREATE INDEX pc ON p (c)");

      Outcome stopped = clusters.run(Stage.POST_DATA, RoundTripClusters.EVERYTHING);

      assertThat(stopped.status()).isEqualTo(1);
      assertThat(stopped.err())
          .contains(
              "error [destination-conflict] shard 1: The index public.pc_old cannot be attached to"
                  + " the index public.pc: the index public.p1_c_idx is, and a partition can have"
                  + " one only.",
              "nothing was changed");

      shard.execute("ALTER INDEX p1_c_idx RENAME TO pc_old");
      clusters.mustSucceed(Stage.POST_DATA, RoundTripClusters.EVERYTHING);
      clusters.assertNothingLeft(RoundTripClusters.EVERYTHING);
    }
  }

  @ParameterizedTest(name = "PostgreSQL {0}")
  @ValueSource(ints = {13, 18})
  void whatAPartitionOfTheShardOnlyRefusesIsWarnedOf(int major) throws Exception {
    try (RoundTripClusters clusters = RoundTripClusters.on(PostgresServers.get(major))) {
      clusters
          .source()
          .execute(
              "CREATE TABLE p (id int, c int CHECK (c > 0), PRIMARY KEY (id))"
                  + " PARTITION BY RANGE (id)",
              "CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (10)");
      clusters.publishAll();
      clusters.mustSucceed(Stage.PRE_DATA, RoundTripClusters.EVERYTHING);
      clusters
          .shards()
          .getFirst()
          .execute(
              "CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (10) TO (20)",
              "ALTER TABLE p2 ADD CONSTRAINT narrow CHECK (c < 5), ADD CONSTRAINT once UNIQUE (c)",
              "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
              "CREATE TRIGGER swallow BEFORE INSERT ON p2 FOR EACH ROW EXECUTE FUNCTION f()",
              "CREATE TABLE apart (c int CHECK (c < 5))");

      Outcome run = clusters.mustSucceed(Stage.POST_DATA, RoundTripClusters.EVERYTHING);

      assertThat(run.err().lines().filter(line -> line.contains("[destination-interference]")))
          .containsExactly(
              "warning [destination-interference] shard 0: The table public.p2 is on the shard only"
                  + " and can take rows of the table public.p.",
              "warning [destination-interference] shard 0: The constraint public.p2.narrow is on"
                  + " the shard only and can refuse rows of the table public.p2.",
              "warning [destination-interference] shard 0: The constraint public.p2.once is on the"
                  + " shard only and can refuse rows of the table public.p2.",
              "warning [destination-interference] shard 0: The trigger public.p2.swallow is on the"
                  + " shard only and can refuse or change rows of the table public.p2.");
    }
  }

  private static ImmutableList<String> held(TestDatabase database) throws SQLException {
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET quote_all_identifiers = off");
      try (ResultSet rows = statement.executeQuery(HELD)) {
        while (rows.next()) {
          lines.add(rows.getString("line"));
        }
      }
    }
    return lines.build();
  }
}
