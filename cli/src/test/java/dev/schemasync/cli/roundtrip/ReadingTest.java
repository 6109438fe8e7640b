package dev.schemasync.cli.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A judge who can find somebody guilty. */
class ReadingTest {
  private static final String[] SCHEMA = {
    "CREATE SEQUENCE numbers",
    "CREATE SEQUENCE used",
    "SELECT setval('used', 7)",
    "CREATE TYPE mood AS ENUM ('sad', 'ok')",
    """
    CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a int DEFAULT 1 NOT NULL,
      b varchar(10) CONSTRAINT b_known CHECK (b IN ('x', 'y')), m mood)
    """,
    "CREATE INDEX t_b ON t (b) WITH (fillfactor = 70)",
    "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END'",
    "CREATE TRIGGER t_touch BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION touch()",
    "CREATE POLICY own ON t FOR SELECT USING (a = 1)",
    "CREATE RULE r AS ON INSERT TO t WHERE new.b IN ('x', 'y') DO INSTEAD NOTHING",
    "CREATE STATISTICS st ON a, b FROM t",
    "CREATE VIEW v AS SELECT id, b FROM t WHERE b IN ('x', 'y')",
    "COMMENT ON TABLE t IS 'rows'",
    "CREATE PUBLICATION pub FOR TABLE t",
    "CREATE TEXT SEARCH TEMPLATE bare (LEXIZE = dsimple_lexize)",
    "CREATE TEXT SEARCH DICTIONARY words (TEMPLATE = simple, STOPWORDS = english)",
    "CREATE TEXT SEARCH CONFIGURATION found (COPY = english)",
    "CREATE CAST (text AS mood) WITH INOUT",
    "CREATE OPERATOR === (FUNCTION = int4eq, LEFTARG = int, RIGHTARG = int, COMMUTATOR = ====)",
    "CREATE FOREIGN DATA WRAPPER w OPTIONS (a 'b')",
    "CREATE SERVER far FOREIGN DATA WRAPPER w OPTIONS (a 'b')",
    "CREATE USER MAPPING FOR PUBLIC SERVER far OPTIONS (password 'x')",
    "CREATE OPERATOR FAMILY f USING btree",
    "CREATE OPERATOR CLASS c DEFAULT FOR TYPE point USING btree FAMILY f AS OPERATOR 1 <<",
    "ALTER OPERATOR FAMILY f USING btree ADD OPERATOR 1 < (int4, int8)"
  };

  /**
   * What somebody changes, and how it is undone.
   *
   * @param object kind and name of what is then different
   */
  private record Change(String deed, String undo, String object) {}

  private static final ImmutableList<Change> CHANGES =
      ImmutableList.of(
          new Change(
              "ALTER TABLE t ALTER a SET DEFAULT 2",
              "ALTER TABLE t ALTER a SET DEFAULT 1",
              "column public.t.a"),
          new Change(
              "ALTER TABLE t ALTER b SET NOT NULL",
              "ALTER TABLE t ALTER b DROP NOT NULL",
              "column public.t.b"),
          new Change(
              "ALTER TABLE t DROP CONSTRAINT b_known,"
                  + " ADD CONSTRAINT b_known CHECK (b IN ('x', 'z'))",
              "ALTER TABLE t DROP CONSTRAINT b_known,"
                  + " ADD CONSTRAINT b_known CHECK (b IN ('x', 'y'))",
              "constraint public.t: b_known"),
          new Change(
              "ALTER INDEX t_b SET (fillfactor = 80)",
              "ALTER INDEX t_b SET (fillfactor = 70)",
              "index public.t_b"),
          new Change(
              "ALTER TABLE t DISABLE TRIGGER t_touch",
              "ALTER TABLE t ENABLE TRIGGER t_touch",
              "trigger public.t: t_touch"),
          new Change(
              "CREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql"
                  + " AS 'BEGIN RETURN old; END'",
              "CREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql"
                  + " AS 'BEGIN RETURN new; END'",
              "routine public.touch()"),
          new Change(
              "ALTER TABLE t ENABLE ROW LEVEL SECURITY",
              "ALTER TABLE t DISABLE ROW LEVEL SECURITY",
              "table public.t"),
          new Change(
              "ALTER TABLE t DISABLE RULE r", "ALTER TABLE t ENABLE RULE r", "rule public.t: r"),
          new Change(
              "CREATE OR REPLACE RULE r AS ON INSERT TO t WHERE new.b IN ('x') DO INSTEAD NOTHING",
              "CREATE OR REPLACE RULE r AS ON INSERT TO t WHERE new.b IN ('x', 'y')"
                  + " DO INSTEAD NOTHING",
              "rule public.t: r"),
          new Change(
              "ALTER STATISTICS st SET STATISTICS 7",
              "ALTER STATISTICS st SET STATISTICS -1",
              "statistics public.st"),
          new Change(
              "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC",
              "ALTER DEFAULT PRIVILEGES REVOKE SELECT ON TABLES FROM PUBLIC",
              "default privileges postgres r"),
          new Change(
              "ALTER POLICY own ON t USING (a = 2)",
              "ALTER POLICY own ON t USING (a = 1)",
              "policy public.t: own"),
          new Change(
              "ALTER POLICY own ON t TO CURRENT_USER",
              "ALTER POLICY own ON t TO PUBLIC",
              "policy public.t: own"),
          new Change(
              "CREATE OR REPLACE VIEW v AS SELECT id, b FROM t WHERE b IN ('x', 'z')",
              "CREATE OR REPLACE VIEW v AS SELECT id, b FROM t WHERE b IN ('x', 'y')",
              "view public.v"),
          new Change(
              "COMMENT ON TABLE t IS 'lines'",
              "COMMENT ON TABLE t IS 'rows'",
              "comment table public.t"),
          new Change(
              "GRANT SELECT ON t TO PUBLIC",
              "REVOKE SELECT ON t FROM PUBLIC",
              "privilege SELECT on relation public.t to PUBLIC"),
          new Change(
              "DROP CAST (text AS mood); CREATE CAST (text AS mood) WITH INOUT AS IMPLICIT",
              "DROP CAST (text AS mood); CREATE CAST (text AS mood) WITH INOUT",
              "cast (pg_catalog.text AS public.mood)"),
          new Change(
              "ALTER OPERATOR === (int, int) SET (RESTRICT = eqsel)",
              "ALTER OPERATOR === (int, int) SET (RESTRICT = NONE)",
              "operator public.===(integer,integer)"),
          new Change(
              "ALTER OPERATOR ==== (int, int) OWNER TO pg_monitor",
              "ALTER OPERATOR ==== (int, int) OWNER TO CURRENT_USER",
              "operator public.====(integer,integer)"),
          new Change(
              "ALTER OPERATOR FAMILY f USING btree OWNER TO pg_monitor",
              "ALTER OPERATOR FAMILY f USING btree OWNER TO CURRENT_USER",
              "operator family public.f USING btree"),
          new Change(
              "DROP OPERATOR CLASS c USING btree;"
                  + " CREATE OPERATOR CLASS c FOR TYPE point USING btree FAMILY f AS OPERATOR 1 <<",
              "DROP OPERATOR CLASS c USING btree; CREATE OPERATOR CLASS c DEFAULT FOR TYPE point"
                  + " USING btree FAMILY f AS OPERATOR 1 <<",
              "operator class public.c USING btree"),
          new Change(
              "ALTER OPERATOR FAMILY f USING btree DROP OPERATOR 1 (int4, int8);"
                  + " ALTER OPERATOR FAMILY f USING btree ADD OPERATOR 1 <= (int4, int8)",
              "ALTER OPERATOR FAMILY f USING btree DROP OPERATOR 1 (int4, int8);"
                  + " ALTER OPERATOR FAMILY f USING btree ADD OPERATOR 1 < (int4, int8)",
              "member of an operator family operator 1 (integer, bigint) of public.f USING btree"),
          new Change(
              "ALTER TABLE t REPLICA IDENTITY FULL",
              "ALTER TABLE t REPLICA IDENTITY DEFAULT",
              "table public.t"),
          new Change(
              "ALTER PUBLICATION pub SET (publish = 'insert')",
              "ALTER PUBLICATION pub SET (publish = 'insert, update, delete, truncate')",
              "publication pub"),
          new Change(
              "ALTER TEXT SEARCH DICTIONARY words (STOPWORDS = german)",
              "ALTER TEXT SEARCH DICTIONARY words (STOPWORDS = english)",
              "text search dictionary public.words"),
          new Change(
              "ALTER TEXT SEARCH CONFIGURATION found ALTER MAPPING FOR word WITH simple,"
                  + " english_stem",
              "ALTER TEXT SEARCH CONFIGURATION found ALTER MAPPING FOR word WITH english_stem",
              "text search configuration public.found"),
          new Change(
              "DROP TEXT SEARCH TEMPLATE bare; CREATE TEXT SEARCH TEMPLATE bare (INIT ="
                  + " dsimple_init, LEXIZE = dsimple_lexize)",
              "DROP TEXT SEARCH TEMPLATE bare; CREATE TEXT SEARCH TEMPLATE bare (LEXIZE ="
                  + " dsimple_lexize)",
              "text search template public.bare"),
          new Change(
              "ALTER FOREIGN DATA WRAPPER w OPTIONS (SET a 'c')",
              "ALTER FOREIGN DATA WRAPPER w OPTIONS (SET a 'b')",
              "foreign-data wrapper w"),
          new Change(
              "ALTER SERVER far VERSION '2'",
              "DROP SERVER far CASCADE; CREATE SERVER far FOREIGN DATA WRAPPER w OPTIONS (a 'b');"
                  + " CREATE USER MAPPING FOR PUBLIC SERVER far OPTIONS (password 'x')",
              "foreign server far"),
          new Change(
              "ALTER USER MAPPING FOR PUBLIC SERVER far OPTIONS (SET password 'y')",
              "ALTER USER MAPPING FOR PUBLIC SERVER far OPTIONS (SET password 'x')",
              "user mapping public on far"),
          new Change(
              "GRANT USAGE ON FOREIGN SERVER far TO PUBLIC",
              "REVOKE USAGE ON FOREIGN SERVER far FROM PUBLIC",
              "privilege USAGE on server far to PUBLIC"),
          new Change(
              "SELECT setval('numbers', 5, false)",
              "SELECT setval('numbers', 1, false)",
              "sequence public.numbers"),
          new Change(
              "SELECT setval('used', 7, false)",
              "SELECT setval('used', 7)",
              "sequence public.used"));

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void findsWhatIsOtherwise(int major) throws Exception {
    PostgresServer server = PostgresServers.get(major);
    try (TestDatabase original = server.freshDatabase("original");
        TestDatabase copy = server.freshDatabase("copy")) {
      original.execute(SCHEMA);
      copy.execute(SCHEMA);
      assertThat(Reading.differences(original, copy)).isEmpty();
      for (Change change : CHANGES) {
        copy.execute(change.deed());
        assertThat(Reading.differences(original, copy))
            .as(change.deed())
            .anyMatch(line -> line.startsWith(change.object() + " is\n"));
        copy.execute(change.undo());
      }
      assertThat(Reading.differences(original, copy)).isEmpty();
    }
  }
}
