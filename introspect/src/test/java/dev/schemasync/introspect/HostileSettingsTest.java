package dev.schemasync.introspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemasync.introspect.query.Queries.Pace;
import dev.schemasync.introspect.query.ReadTransaction;
import dev.schemasync.introspect.query.ReadTransaction.Isolation;
import dev.schemasync.model.server.Snapshot;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings that a server, a database or a role forces upon the session that reads. */
class HostileSettingsTest {
  private static final String SCHEMA =
      """
      CREATE TABLE "T x" (
        id serial PRIMARY KEY,
        at timestamptz DEFAULT '2020-02-03 04:05:06+00',
        day date DEFAULT '2020-02-03',
        span interval DEFAULT '1 year 2 days -03:04',
        real float8 DEFAULT 0.1::float8 + 1e-30,
        bytes bytea DEFAULT '\\x00ff5c'::bytea,
        word text DEFAULT E'back\\\\slash' CHECK (word <> 'a\\b'),
        list int[] DEFAULT '{1,NULL}');
      CREATE VIEW v AS SELECT t.word, t.at > '2020-02-03 04:05:06+00' AS late FROM "T x" t;
      CREATE FUNCTION act() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
      CREATE TRIGGER tr BEFORE UPDATE ON "T x"
        FOR EACH ROW WHEN (old.word <> 'it''s \\') EXECUTE FUNCTION act('a\\b');
      CREATE SEQUENCE s;
      """;

  private static final List<String> SETTINGS =
      List.of(
          "statement_timeout = '300ms'",
          "lock_timeout = '200ms'",
          "idle_in_transaction_session_timeout = '1ms'",
          "default_transaction_isolation = 'serializable'",
          "default_transaction_read_only = on",
          "default_transaction_deferrable = on",
          "quote_all_identifiers = on",
          "\"DateStyle\" = 'SQL, DMY'",
          "\"IntervalStyle\" = 'sql_standard'",
          "\"TimeZone\" = 'Asia/Kathmandu'",
          "bytea_output = 'escape'",
          "extra_float_digits = -15",
          "standard_conforming_strings = off",
          "backslash_quote = off",
          "array_nulls = off",
          "xmloption = document",
          "xmlbinary = hex",
          "transform_null_equals = on",
          "row_security = off",
          "jit_above_cost = 0",
          "search_path = evil, pg_catalog");

  /** Everything here raises an error when it is called. */
  private static final String EVIL =
      """
      CREATE SCHEMA evil;
      CREATE FUNCTION evil.boom() RETURNS text LANGUAGE plpgsql AS
        'BEGIN RAISE EXCEPTION ''ran with our rights''; END';
      CREATE FUNCTION evil.set_config(text, text, boolean) RETURNS text LANGUAGE sql AS
        'SELECT evil.boom()';
      CREATE FUNCTION evil.current_setting(text) RETURNS text LANGUAGE sql AS
        'SELECT evil.boom()';
      CREATE FUNCTION evil.eq(text, text) RETURNS boolean LANGUAGE sql AS
        'SELECT evil.boom() IS NULL';
      CREATE OPERATOR evil.= (LEFTARG = text, RIGHTARG = text, FUNCTION = evil.eq);
      CREATE VIEW evil.pg_settings AS SELECT evil.boom() AS name;
      CREATE VIEW evil.pg_class AS SELECT evil.boom() AS oid;
      """;

  @ParameterizedTest
  @ValueSource(ints = {13, 14, 17, 18})
  void changeNothingAndEndNothing(int major) throws Exception {
    PostgresServer server = PostgresServers.get(major);
    try (TestDatabase database = server.freshDatabase("hostile");
        Connection holder = database.connect()) {
      database.execute(SCHEMA, EVIL);
      Snapshot kind = Reading.snapshot(database);
      try {
        database.execute("CREATE ROLE hostile_reader LOGIN SUPERUSER");
        for (String setting : SETTINGS) {
          database.execute("ALTER ROLE hostile_reader SET " + setting);
        }
        if (major >= 14) {
          database.execute("ALTER ROLE hostile_reader SET idle_session_timeout = '500ms'");
        }
        if (major >= 17) {
          database.execute("ALTER ROLE hostile_reader SET transaction_timeout = '300ms'");
        }
        holder.setAutoCommit(false);
        try (Connection connection = server.connect(database.name(), "hostile_reader", "");
            Statement locking = holder.createStatement()) {
          // Longer than each of the limits: until it is seen.
          locking.execute("LOCK \"T x\" IN ACCESS EXCLUSIVE MODE");
          Snapshot read =
              Introspector.read(connection, Inquiry.DESTINATION, freeing(database, holder));
          assertThat(read.catalog()).isEqualTo(kind.catalog());
          assertThat(read.sequenceValues()).isEqualTo(kind.sequenceValues());
        }
      } finally {
        holder.rollback();
        database.execute("DROP ROLE hostile_reader");
      }
    }
  }

  /** What the operator asks of our own connections stays. */
  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void limitsOfTheConnectionItselfHold(int major) throws Exception {
    try (TestDatabase database = PostgresServers.get(major).freshDatabase("limits");
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET statement_timeout = '5s'");
      statement.execute("SET lock_timeout = '4s'");
      try (ReadTransaction transaction =
          ReadTransaction.begin(connection, major, Isolation.REPEATABLE_READ, Pace.TOGETHER)) {
        assertThat(transaction.process()).isPositive();
        assertThat(setting(statement, "statement_timeout")).isEqualTo("5s");
        assertThat(setting(statement, "lock_timeout")).isEqualTo("4s");
        assertThat(setting(statement, "transaction_isolation")).isEqualTo("repeatable read");
      }
      statement.execute("RESET ALL");
      try (ReadTransaction transaction =
          ReadTransaction.begin(connection, major, Isolation.READ_COMMITTED, Pace.TOGETHER)) {
        assertThat(transaction.process()).isPositive();
        assertThat(setting(statement, "lock_timeout")).isEqualTo("2min");
      }
    }
  }

  /** A relation that was put in the place of another is not followed into a user's function. */
  @ParameterizedTest
  @ValueSource(ints = {13, 14, 15, 16, 17, 18})
  void noViewCanRunAFunctionWithOurRights(int major) throws Exception {
    try (TestDatabase database = PostgresServers.get(major).freshDatabase("views");
        Connection connection = database.connect()) {
      database.execute(EVIL, "CREATE VIEW v AS SELECT evil.boom() AS last_value");
      ReadTransaction transaction =
          ReadTransaction.begin(connection, major, Isolation.READ_COMMITTED, Pace.TOGETHER);
      try (transaction;
          Statement statement = connection.createStatement()) {
        assertThatThrownBy(() -> statement.execute("SELECT last_value FROM public.v"))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("non-system view");
      }
    }
  }

  private static String setting(Statement statement, String name) throws SQLException {
    try (var row = statement.executeQuery("SHOW " + name)) {
      row.next();
      return row.getString(1);
    }
  }

  private static ReadObserver freeing(TestDatabase database, Connection holder) {
    return new ReadObserver() {
      @Override
      public Optional<Connection> look() {
        try {
          return Optional.of(database.connect());
        } catch (SQLException e) {
          throw new AssertionError(e);
        }
      }

      @Override
      public void on(ReadEvent event) {
        try {
          holder.rollback();
        } catch (SQLException e) {
          throw new AssertionError(e);
        }
      }
    };
  }
}
