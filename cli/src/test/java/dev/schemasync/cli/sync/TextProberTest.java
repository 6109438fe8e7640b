package dev.schemasync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemasync.cli.CommandRun;
import dev.schemasync.cli.ExitStatus;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that print in another way when they are created again, wherever a schema has texts. */
class TextProberTest {
  private static final List<String[]> STAGES =
      List.of(new String[] {}, new String[] {"--data-sync-complete"}, new String[] {"--cutover"});

  private static final String[] EVERYWHERE = {
    "CREATE TABLE t (id bigint PRIMARY KEY, s varchar(10),"
        + " g boolean GENERATED ALWAYS AS (s IN ('a', 'b')) STORED,"
        + " d boolean DEFAULT (lower('A')::varchar IN ('a', 'b')))",
    "CREATE FUNCTION okrow(t) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT true'",
    "ALTER TABLE t ADD CONSTRAINT whole CHECK (okrow(t) AND s IN ('a', 'b'))",
    "ALTER TABLE t ADD CONSTRAINT named CHECK ('t'::regclass::oid > 0 AND s IN ('a', 'b'))",
    "CREATE INDEX t_where ON t (id) WHERE okrow(t.*) AND s IN ('a', 'b')",
    "CREATE INDEX t_key ON t ((okrow(t.*) AND s IN ('a', 'b')))",
    "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END'",
    "CREATE TRIGGER t_touch AFTER UPDATE ON t FOR EACH ROW"
        + " WHEN (okrow(new.*) AND old.* IS DISTINCT FROM new.* AND new.s IN ('a', 'b'))"
        + " EXECUTE FUNCTION touch()",
    "CREATE VIEW v AS SELECT id FROM t WHERE okrow(t.*) AND s IN ('a', 'b')",
    "CREATE MATERIALIZED VIEW mv AS SELECT s, id FROM t WHERE s IN ('a', 'b')",
    "CREATE INDEX mv_where ON mv (id) WHERE s IN ('a', 'b')",
    "CREATE DOMAIN word AS varchar(10) COLLATE \"C\" CHECK (VALUE IN ('a', 'b'))",
    "CREATE FUNCTION defaults(x boolean DEFAULT (lower('A')::varchar IN ('a', 'b')))"
        + " RETURNS boolean LANGUAGE sql AS 'SELECT x'",
    "CREATE FUNCTION body(s varchar, n int DEFAULT 1) RETURNS boolean LANGUAGE sql"
        + " RETURN s IN ('a', 'b')",
    "CREATE PROCEDURE doing(s varchar) LANGUAGE sql"
        + " BEGIN ATOMIC DELETE FROM t WHERE t.s IN ('a', 'b'); END",
    "CREATE TABLE parted (id bigint, s varchar(10)) PARTITION BY LIST ((s IN ('a', 'b')))",
    "CREATE TABLE parted_true PARTITION OF parted FOR VALUES IN (true)",
    "ALTER TABLE parted REPLICA IDENTITY FULL",
    "ALTER TABLE parted_true REPLICA IDENTITY FULL"
  };

  @TempDir private Path directory;
  private final PostgresServer server = PostgresServers.get(18);

  @Test
  void whatWasMadeIsNoConflict() throws Exception {
    try (Clusters clusters = Clusters.on(server, directory, 1, EVERYWHERE)) {
      for (String[] stage : STAGES) {
        clusters.sync(stage).assertStatus(ExitStatus.DONE).assertSays("verified: every shard");
        // A cutover refreshes the materialized view again.
        clusters
            .sync(stage)
            .assertStatus(ExitStatus.DONE)
            .assertSays(
                stage.length > 0 && stage[0].equals("--cutover") ? "1 done" : "nothing to do",
                "verified: every shard");
      }
      assertThat(
              Clusters.values(
                  clusters.shard(0),
                  "SELECT relname FROM pg_class WHERE relname LIKE '%probe%' UNION ALL"
                      + " SELECT nspname FROM pg_namespace WHERE nspname LIKE '%probe%'"))
          .isEmpty();
    }
  }

  @Test
  void anotherMeaningIsAConflict() throws Exception {
    try (Clusters clusters = Clusters.on(server, directory, 1, EVERYWHERE)) {
      clusters.sync().assertStatus(ExitStatus.DONE);
      clusters
          .shard(0)
          .execute(
              "ALTER TABLE t DROP CONSTRAINT whole, ALTER d SET DEFAULT (lower('A') IN ('a', 'c')),"
                  + " ADD CONSTRAINT whole CHECK (okrow(t) AND s IN ('a', 'c'))",
              "CREATE OR REPLACE FUNCTION body(s varchar, n int DEFAULT 1) RETURNS boolean"
                  + " LANGUAGE sql RETURN s IN ('a', 'c')",
              "CREATE OR REPLACE VIEW v AS SELECT id FROM t WHERE okrow(t.*)");
      CommandRun run = clusters.sync().assertStatus(ExitStatus.FAILED);
      run.assertSays(
          "error [destination-conflict] shard 0: The constraint public.t.whole exists with",
          "error [destination-conflict] shard 0: The table public.t exists with another"
              + " columns.d.value",
          "error [destination-conflict] shard 0: The function public.body(varchar, int4) exists",
          "error [destination-conflict] shard 0: The view public.v exists with another query",
          "4 errors;");
    }
  }

  @Test
  void aSchemaAdminAsksWhereItMay() throws Exception {
    String admin = "admin_" + UUID.randomUUID().toString().substring(0, 8);
    try (Clusters clusters = Clusters.on(server, directory, 1, EVERYWHERE)) {
      for (String[] stage : STAGES) {
        clusters.sync(stage).assertStatus(ExitStatus.DONE);
      }
      clusters.shard(0).execute("CREATE ROLE " + admin + " LOGIN PASSWORD 'secret'");
      clusters.write("users.toml", Clusters.users(admin, "secret"));

      clusters.sync().assertStatus(ExitStatus.DONE).assertSays("nothing to do");

      String database = clusters.shard(0).name();
      clusters.shard(0).execute("REVOKE TEMPORARY ON DATABASE " + database + " FROM PUBLIC");
      CommandRun run = clusters.sync().assertStatus(ExitStatus.FAILED);
      run.assertSays(
          "error [text-not-proved] shard 0: The constraint public.t.whole has the expression",
          "error [text-not-proved] shard 0: The view public.v has the query",
          "the user " + admin + " may neither make temporary objects",
          "GRANT TEMPORARY ON DATABASE");
      run = clusters.sync("--accept", "text-not-proved").assertStatus(ExitStatus.DONE);
      run.assertSays("accepted [text-not-proved]");
      assertThat(run.err()).doesNotContain("verified: every shard");

      clusters.shard(0).execute("CREATE SCHEMA room", "GRANT CREATE ON SCHEMA room TO " + admin);
      clusters.sync().assertStatus(ExitStatus.DONE).assertSays("nothing to do");
    } finally {
      server.execute(PostgresServer.MAINTENANCE_DATABASE, "DROP ROLE IF EXISTS " + admin);
    }
  }

  /** Who may create in a schema, but no schema, makes a table with texts and finds it again. */
  @ParameterizedTest
  @ValueSource(strings = {"CONNECT, TEMPORARY", "CONNECT"})
  void aSchemaAdminFindsWhatItMade(String privileges) throws Exception {
    String admin = "admin_" + UUID.randomUUID().toString().substring(0, 8);
    server.execute(
        PostgresServer.MAINTENANCE_DATABASE, "CREATE ROLE " + admin + " LOGIN PASSWORD 'secret'");
    String mayCreate = "GRANT ALL ON SCHEMA public TO " + admin;
    try (Clusters clusters =
        Clusters.on(
            server,
            directory,
            1,
            mayCreate,
            "SET ROLE " + admin,
            "CREATE TABLE t (id bigint PRIMARY KEY, s varchar CHECK (s IN ('a', 'b')),"
                + " d boolean DEFAULT (lower('A')::varchar IN ('a', 'b')))",
            "CREATE VIEW v AS SELECT id FROM t WHERE s IN ('a', 'b')",
            "RESET ROLE")) {
      clusters
          .source()
          .execute(
              "DROP PUBLICATION pub",
              "CREATE PUBLICATION pub FOR TABLE t",
              "ALTER PUBLICATION pub OWNER TO " + admin);
      TestDatabase shard = clusters.shard(0);
      shard.execute(
          mayCreate,
          "REVOKE ALL ON DATABASE " + shard.name() + " FROM PUBLIC",
          "GRANT %s ON DATABASE %s TO PUBLIC".formatted(privileges, shard.name()));
      clusters.write("users.toml", Clusters.users(admin, "secret"));

      clusters.sync().assertStatus(ExitStatus.DONE).assertSays("verified: every shard");
      assertThat(
              Clusters.values(shard, "SELECT relowner::regrole FROM pg_class WHERE relname = 't'"))
          .containsExactly(admin);
      clusters
          .sync()
          .assertStatus(ExitStatus.DONE)
          .assertSays("nothing to do", "verified: every shard");
      assertThat(
              Clusters.values(shard, "SELECT relname FROM pg_class WHERE relname LIKE '%probe%'"))
          .isEmpty();
    } finally {
      server.execute(PostgresServer.MAINTENANCE_DATABASE, "DROP ROLE IF EXISTS " + admin);
    }
  }

  @Test
  void aTextThatCannotBeReadIsSaidAndKeepsNothingElseBack() throws Exception {
    try (Clusters clusters = Clusters.on(server, directory, 1, EVERYWHERE)) {
      clusters.sync().assertStatus(ExitStatus.DONE);
      clusters
          .source()
          .execute(
              "CREATE FUNCTION later(varchar) RETURNS boolean IMMUTABLE LANGUAGE sql"
                  + " AS 'SELECT true'",
              "ALTER TABLE t DROP CONSTRAINT named,"
                  + " ADD CONSTRAINT named CHECK (later(s) AND s IN ('a', 'b'))");
      CommandRun run = clusters.sync().assertStatus(ExitStatus.FAILED);
      run.assertSays(
          "error [text-not-proved] shard 0: The constraint public.t.named has the expression",
          "function public.later(character varying) does not exist (SQLSTATE 42883)",
          "1 error;");
    }
  }
}
