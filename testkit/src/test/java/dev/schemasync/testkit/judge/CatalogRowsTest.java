package dev.schemasync.testkit.judge;

import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;
import static java.util.Comparator.naturalOrder;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.server.ServerVersion;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A judge who can find somebody guilty, whatever the deed. */
class CatalogRowsTest {
  private static final String[] SCHEMA = {
    "CREATE TYPE mood AS ENUM ('sad', 'ok', 'glad')",
    "CREATE TABLE parent (a int, gone int, d text DEFAULT 'x', m mood)",
    "ALTER TABLE parent DROP gone",
    "CREATE TABLE child (a int PRIMARY KEY, b int UNIQUE DEFERRABLE, d text DEFAULT 'x', m mood)",
    "CREATE TABLE pointing (a int REFERENCES child (a) DEFERRABLE)",
    "CREATE INDEX child_d ON child (lower(d)) WHERE a > 0",
    "CREATE SEQUENCE numbers",
    "CREATE FUNCTION f(int DEFAULT 1) RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END'",
    "CREATE FUNCTION ef() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'",
    "CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int, INITCOND = '0')",
    "CREATE TRIGGER t BEFORE INSERT ON child FOR EACH ROW EXECUTE FUNCTION tf()",
    "CREATE POLICY p ON child USING (a > 0)",
    "CREATE VIEW v AS SELECT a FROM child",
    "CREATE STATISTICS s ON a, d FROM child",
    "CREATE OPERATOR FAMILY family USING btree",
    "CREATE FOREIGN DATA WRAPPER w",
    "CREATE SERVER s FOREIGN DATA WRAPPER w OPTIONS (a '1', b '2')",
    "CREATE TEXT SEARCH CONFIGURATION c (COPY = english)",
    "CREATE TEXT SEARCH DICTIONARY dictionary (TEMPLATE = simple)",
    "CREATE PUBLICATION few FOR TABLE child"
  };

  /**
   * What somebody does to a copy.
   *
   * @param since the first major version that knows it
   * @param catalog where it shows
   */
  private record Deed(int since, String catalog, String sql) {}

  private static final ImmutableList<Deed> DEEDS =
      ImmutableList.of(
          new Deed(
              13,
              "pg_aggregate",
              "CREATE OR REPLACE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int, INITCOND ="
                  + " '1')"),
          new Deed(13, "pg_am", "CREATE ACCESS METHOD b TYPE INDEX HANDLER bthandler"),
          new Deed(
              13,
              "pg_amop",
              "ALTER OPERATOR FAMILY family USING btree ADD OPERATOR 1 <(int4, int8)"),
          new Deed(
              13,
              "pg_amproc",
              "ALTER OPERATOR FAMILY family USING btree ADD FUNCTION 1 btint48cmp(int4, int8)"),
          new Deed(13, "pg_attrdef", "ALTER TABLE child ALTER d SET DEFAULT 'y'"),
          new Deed(13, "pg_attribute", "ALTER TABLE child ALTER d SET STATISTICS 7"),
          new Deed(13, "pg_attribute", "GRANT SELECT (d) ON child TO PUBLIC"),
          new Deed(13, "pg_attribute", "GRANT SELECT (rolname) ON pg_authid TO PUBLIC"),
          new Deed(13, "pg_cast", "CREATE CAST (text AS mood) WITH INOUT"),
          new Deed(13, "pg_class", "ALTER TABLE child REPLICA IDENTITY FULL"),
          new Deed(13, "pg_class", "ALTER TABLE child SET (toast.autovacuum_enabled = off)"),
          new Deed(13, "pg_class", "GRANT SELECT ON pg_authid TO PUBLIC"),
          new Deed(13, "pg_collation", "CREATE COLLATION plain FROM \"C\""),
          new Deed(
              13,
              "pg_constraint",
              "ALTER TABLE pointing ALTER CONSTRAINT pointing_a_fkey INITIALLY DEFERRED"),
          new Deed(
              13,
              "pg_conversion",
              "CREATE CONVERSION c FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8"),
          new Deed(
              13, "pg_default_acl", "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC"),
          new Deed(13, "pg_depend", "ALTER FUNCTION f(int) DEPENDS ON EXTENSION plpgsql"),
          new Deed(13, "pg_description", "COMMENT ON COLUMN child.d IS 'x'"),
          new Deed(13, "pg_description", "COMMENT ON SCHEMA public IS NULL"),
          new Deed(13, "pg_enum", "ALTER TYPE mood RENAME VALUE 'ok' TO 'fine'"),
          new Deed(
              13, "pg_event_trigger", "CREATE EVENT TRIGGER e ON sql_drop EXECUTE FUNCTION ef()"),
          new Deed(13, "pg_extension", "UPDATE pg_extension SET extversion = '0'"),
          new Deed(13, "pg_foreign_data_wrapper", "ALTER FOREIGN DATA WRAPPER w OPTIONS (a '1')"),
          new Deed(13, "pg_foreign_server", "ALTER SERVER s OPTIONS (SET b '3')"),
          new Deed(13, "pg_foreign_table", "CREATE FOREIGN TABLE ft (a int) SERVER s"),
          new Deed(13, "pg_index", "ALTER TABLE child CLUSTER ON child_pkey"),
          new Deed(13, "pg_inherits", "ALTER TABLE child INHERIT parent"),
          new Deed(13, "pg_init_privs", "UPDATE pg_init_privs SET privtype = 'e'"),
          new Deed(13, "pg_language", "ALTER LANGUAGE plpgsql RENAME TO other"),
          new Deed(13, "pg_largeobject_metadata", "SELECT lo_create(7)"),
          new Deed(
              13,
              "pg_namespace",
              "GRANT CREATE ON SCHEMA public TO PUBLIC; DROP SCHEMA public CASCADE"),
          new Deed(
              13, "pg_opclass", "CREATE OPERATOR CLASS o FOR TYPE int USING hash AS STORAGE int"),
          new Deed(
              13,
              "pg_operator",
              "CREATE OPERATOR === (FUNCTION = int4eq, LEFTARG = int, RIGHTARG = int)"),
          new Deed(13, "pg_opfamily", "ALTER OPERATOR FAMILY family USING btree RENAME TO other"),
          new Deed(
              13, "pg_partitioned_table", "CREATE TABLE list (a int) PARTITION BY LIST ((a + 1))"),
          new Deed(13, "pg_policy", "ALTER POLICY p ON child USING (a > 1)"),
          new Deed(13, "pg_proc", "ALTER FUNCTION f(int) STABLE"),
          new Deed(13, "pg_proc", "REVOKE EXECUTE ON FUNCTION pg_sleep FROM PUBLIC"),
          new Deed(13, "pg_publication", "ALTER PUBLICATION few SET (publish = 'insert')"),
          new Deed(
              15, "pg_publication_namespace", "ALTER PUBLICATION few ADD TABLES IN SCHEMA public"),
          new Deed(13, "pg_publication_rel", "ALTER PUBLICATION few ADD TABLE parent"),
          new Deed(13, "pg_range", "CREATE TYPE span AS RANGE (SUBTYPE = float8)"),
          new Deed(13, "pg_rewrite", "CREATE OR REPLACE VIEW v AS SELECT a FROM child WHERE a > 0"),
          new Deed(
              13,
              "pg_seclabel",
              "INSERT INTO pg_seclabel VALUES ('child'::regclass, 'pg_class'::regclass, 1, 'p',"
                  + " 'l')"),
          new Deed(13, "pg_sequence", "ALTER SEQUENCE numbers CACHE 2"),
          new Deed(13, "pg_statistic_ext", "ALTER STATISTICS s SET STATISTICS 7"),
          new Deed(
              13,
              "pg_transform",
              "CREATE TRANSFORM FOR int LANGUAGE sql (FROM SQL WITH FUNCTION"
                  + " prsd_lextype(internal))"),
          new Deed(13, "pg_trigger", "ALTER TABLE child DISABLE TRIGGER t"),
          new Deed(13, "pg_trigger", "ALTER TABLE pointing DISABLE TRIGGER ALL"),
          new Deed(13, "pg_ts_config", "ALTER TEXT SEARCH CONFIGURATION c RENAME TO other"),
          new Deed(
              13,
              "pg_ts_config_map",
              "ALTER TEXT SEARCH CONFIGURATION c ALTER MAPPING FOR word WITH simple"),
          new Deed(13, "pg_ts_dict", "ALTER TEXT SEARCH DICTIONARY dictionary (ACCEPT = false)"),
          new Deed(
              13,
              "pg_ts_parser",
              "CREATE TEXT SEARCH PARSER p (START = prsd_start, GETTOKEN = prsd_nexttoken,"
                  + " END = prsd_end, LEXTYPES = prsd_lextype)"),
          new Deed(13, "pg_ts_template", "CREATE TEXT SEARCH TEMPLATE t (LEXIZE = dsimple_lexize)"),
          new Deed(
              13, "pg_type", "GRANT USAGE ON TYPE mood TO PUBLIC; ALTER TYPE mood RENAME TO m"),
          new Deed(13, "pg_user_mapping", "CREATE USER MAPPING FOR PUBLIC SERVER s"));

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void findsWhatIsOtherwise(int major) throws Exception {
    PostgresServer server = PostgresServers.get(major);
    try (TestDatabase original = server.freshDatabase("original");
        TestDatabase copy = server.freshDatabase("copy");
        Connection connection = copy.connect()) {
      original.execute(SCHEMA);
      // Numbers of objects and of key triggers must not be the same in both.
      copy.execute("CREATE TABLE before (a serial PRIMARY KEY); DROP TABLE before");
      copy.execute(SCHEMA);
      CatalogRows rows = CatalogRows.of(original);
      assertThat(rows.differences(CatalogRows.of(copy))).isEmpty();
      connection.setAutoCommit(false);
      for (Deed deed : DEEDS) {
        if (deed.since() <= major) {
          assertThat(rows.differences(after(deed, connection)))
              .as(deed.sql())
              .anyMatch(
                  line ->
                      line.startsWith(deed.catalog() + " ")
                          || line.startsWith(deed.catalog() + ","));
        }
      }
    }
  }

  private static CatalogRows after(Deed deed, Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(deed.sql());
      return CatalogRows.of(connection);
    } finally {
      connection.rollback();
    }
  }

  /** What a later server has more needs a deed here, and perhaps a rule. */
  @Test
  void noCatalogIsOverlooked() throws Exception {
    Set<String> compared = new TreeSet<>();
    PostgresServer server = PostgresServers.get(ServerVersion.NEWEST_MAJOR);
    try (Connection connection = server.connect(PostgresServer.MAINTENANCE_DATABASE)) {
      SystemCatalog.all(connection).stream()
          .filter(catalog -> CatalogRules.rows(catalog).isPresent())
          .forEach(catalog -> compared.add(catalog.name()));
    }
    assertThat(DEEDS.stream().map(Deed::catalog).collect(toImmutableSortedSet(naturalOrder())))
        .isEqualTo(compared);
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 14, 15, 16, 17, 18})
  void everyColumnOfEveryVersionHasARule(int major) throws Exception {
    try (Connection connection =
        PostgresServers.get(major).connect(PostgresServer.MAINTENANCE_DATABASE)) {
      CatalogRows rows = CatalogRows.of(connection);
      assertThat(rows.differences(CatalogRows.of(connection))).isEmpty();
    }
  }
}
