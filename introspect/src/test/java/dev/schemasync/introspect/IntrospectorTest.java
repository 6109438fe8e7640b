package dev.schemasync.introspect;

import static dev.schemasync.introspect.Reading.catalog;
import static dev.schemasync.introspect.Reading.inPublic;
import static dev.schemasync.introspect.Reading.snapshot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.ExtensionTie;
import dev.schemasync.model.catalog.Grant;
import dev.schemasync.model.catalog.Grantee;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Privilege;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.catalog.Routine;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.server.ServerFacts;
import dev.schemasync.model.server.Snapshot;
import dev.schemasync.testkit.network.RoundTripCounter;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntrospectorTest {

  @ParameterizedTest
  @ValueSource(ints = {13, 15, 18})
  void readsTheServer(int major) throws Exception {
    PostgresServer server = PostgresServers.get(major);
    try (TestDatabase database = server.freshDatabase("facts")) {
      database.execute(
          """
          CREATE ROLE facts_group; CREATE ROLE facts_other;
          CREATE ROLE facts_user LOGIN IN ROLE facts_group;
          CREATE SCHEMA open; GRANT CREATE ON SCHEMA open TO facts_user;
          CREATE SCHEMA closed;
          """);
      try (Connection connection = server.connect(database.name(), "facts_user", "")) {
        ServerFacts facts = Introspector.read(connection).server();
        assertThat(facts.version().major()).isEqualTo(major);
        assertThat(facts.database().value()).isEqualTo(database.name());
        assertThat(facts.encoding()).isEqualTo("UTF8");
        assertThat(facts.collate()).isEqualTo(facts.ctype()).startsWith("C");
        assertThat(names(facts.roles())).contains("facts_user", "facts_group", "postgres");
        assertThat(facts.installable().usual(Identifier.of("hstore"))).isPresent();
        assertThat(facts.installable().versions(Identifier.of("hstore")))
            .containsKey("1.4")
            .hasSizeGreaterThan(1);
        assertThat(names(facts.languages())).contains("plpgsql", "sql", "c", "internal");
        assertThat(names(facts.accessMethods())).contains("heap", "btree", "gin");
        assertThat(names(facts.tablespaces())).contains("pg_default");
        assertThat(facts.collations()).contains(QualifiedName.of("pg_catalog", "C"));
        assertThat(facts.user().name().value()).isEqualTo("facts_user");
        assertThat(facts.user().superuser()).isFalse();
        assertThat(facts.user().mayCreate()).isFalse();
        assertThat(names(facts.user().mayBecome())).containsExactly("facts_group", "facts_user");
        assertThat(names(facts.user().mayCreateIn()))
            .contains("open")
            .doesNotContain("closed", "pg_catalog");
        assertThat(facts.limits().preparedTransactions()).isEqualTo(64);
        assertThat(facts.limits().lockTable()).isEqualTo(512 * (200 + 64));
        assertThat(facts.limits().inRecovery()).isFalse();
        assertThat(snapshot(database).server().user().superuser()).isTrue();
      } finally {
        database.execute(
            """
            DROP OWNED BY facts_user;
            DROP ROLE facts_user, facts_group, facts_other;
            """);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 15, 18})
  void equalSchemasGiveEqualCatalogs(int major) throws Exception {
    Catalog one =
        catalog(
            major,
            """
            CREATE TABLE a (id int, dropped text, name text DEFAULT 'x');
            ALTER TABLE a DROP COLUMN dropped;
            ALTER TABLE a ADD CONSTRAINT a_key PRIMARY KEY (id);
            CREATE INDEX a_name ON a (name);
            CREATE SEQUENCE s;
            CREATE TABLE b (id int REFERENCES a, n bigint DEFAULT nextval('s'));
            COMMENT ON TABLE a IS 'first'; COMMENT ON COLUMN b.id IS 'second';
            """);
    Catalog other =
        catalog(
            major,
            """
            CREATE SEQUENCE s;
            CREATE TABLE b (id int, n bigint DEFAULT nextval('s'));
            COMMENT ON COLUMN b.id IS 'second';
            CREATE TABLE unused (x int); DROP TABLE unused;
            CREATE TABLE a (id int CONSTRAINT a_key PRIMARY KEY, name text DEFAULT 'x');
            ALTER TABLE b ADD CONSTRAINT b_id_fkey FOREIGN KEY (id) REFERENCES a;
            COMMENT ON TABLE a IS 'first';
            GRANT SELECT ON a TO PUBLIC; REVOKE SELECT ON a FROM PUBLIC;
            CREATE INDEX a_name ON a (name);
            """);
    assertThat(other).isEqualTo(one);
    assertThat(other.objects().keySet()).containsExactlyElementsOf(one.objects().keySet());
    assertThat(one.references(defaultOf("b", "n")))
        .containsExactly(ObjectId.sequence(inPublic("s")), ObjectId.table(inPublic("b")));
    assertThat(one.references(ObjectId.table(inPublic("b"))))
        .doesNotContain(ObjectId.sequence(inPublic("s")));
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void passesDependenciesThroughPartsOfObjects(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            """
            CREATE TABLE a (id serial, twice int GENERATED ALWAYS AS (1) STORED);
            CREATE TABLE b (rows a[]);
            CREATE TABLE parent (id int) PARTITION BY LIST (id);
            CREATE TABLE child PARTITION OF parent DEFAULT;
            """);
    ObjectId a = ObjectId.table(inPublic("a"));
    ObjectId sequence = ObjectId.sequence(inPublic("a_id_seq"));
    assertThat(catalog.references(ObjectId.table(inPublic("b")))).contains(a);
    assertThat(catalog.references(ObjectId.table(inPublic("child"))))
        .contains(ObjectId.table(inPublic("parent")));
    assertThat(catalog.references(sequence)).as("ownership").doesNotContain(a);
    assertThat(catalog.references(defaultOf("a", "id"))).containsExactly(sequence, a);
    assertThat(catalog.dependencies().containsKey(defaultOf("a", "twice"))).isFalse();
    assertThat(catalog.dependencies().entries()).noneMatch(e -> e.getKey().equals(e.getValue()));
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void readsPrivilegesAsDifferencesFromTheDefault(int major) throws Exception {
    PostgresServer server = PostgresServers.get(major);
    try (TestDatabase database = server.freshDatabase("privileges")) {
      try {
        database.execute(
            """
            CREATE ROLE acl_reader; CREATE ROLE acl_delegate;
            CREATE TABLE t (a int, b int);
            CREATE TABLE spelled_out (a int);
            GRANT SELECT ON spelled_out TO acl_reader; REVOKE ALL ON spelled_out FROM acl_reader;
            GRANT SELECT ON t TO PUBLIC;
            GRANT INSERT ON t TO acl_delegate WITH GRANT OPTION;
            REVOKE TRUNCATE ON t FROM postgres;
            GRANT UPDATE (b) ON t TO acl_reader;
            SET ROLE acl_delegate; GRANT INSERT ON t TO acl_reader;
            """);
        Catalog catalog = snapshot(database).catalog();
        Table table = Reading.table(catalog, "t");
        assertThat(table.privileges())
            .isEqualTo(
                new Privileges(
                    ImmutableSortedSet.of(
                        new Grant(
                            new Grantee.Everybody(), Privilege.SELECT, false, Optional.empty()),
                        grant("acl_delegate", Privilege.INSERT, true),
                        new Grant(
                            new Grantee.Role(Identifier.of("acl_reader")),
                            Privilege.INSERT,
                            false,
                            Optional.of(Identifier.of("acl_delegate")))),
                    ImmutableSortedSet.of(grant("postgres", Privilege.TRUNCATE, false))));
        assertThat(table.column(Identifier.of("b")).orElseThrow().privileges())
            .isEqualTo(
                new Privileges(
                    ImmutableSortedSet.of(grant("acl_reader", Privilege.UPDATE, false)),
                    ImmutableSortedSet.of()));
        assertThat(table.column(Identifier.of("a")).orElseThrow().privileges())
            .isEqualTo(Privileges.DEFAULT);
        assertThat(Reading.table(catalog, "spelled_out").privileges())
            .isEqualTo(Privileges.DEFAULT);
      } finally {
        database.execute(
            """
            DROP OWNED BY acl_reader, acl_delegate CASCADE;
            DROP ROLE acl_reader, acl_delegate;
            """);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void leavesToExtensionsWhatTheyMake(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            """
            CREATE EXTENSION citext;
            CREATE TABLE config (id serial PRIMARY KEY, name text CHECK (name <> ''));
            CREATE INDEX ON config (name);
            ALTER EXTENSION citext ADD TABLE config;
            ALTER EXTENSION citext ADD SEQUENCE config_id_seq;
            CREATE TABLE own (name citext, names citext[], config int REFERENCES config);
            """);
    assertThat(catalog.all(Routine.class)).as("what the script made").isEmpty();
    assertThat(catalog.all(Table.class).map(Table::name))
        .containsExactly(inPublic("config"), inPublic("own"));
    assertThat(catalog.all(ExtensionTie.class).map(ExtensionTie::object))
        .as("what was added by hand")
        .containsExactlyInAnyOrder(
            ObjectId.table(inPublic("config")), ObjectId.sequence(inPublic("config_id_seq")));
    assertThat(catalog.references(ObjectId.table(inPublic("own"))))
        .contains(ObjectId.extension(Identifier.of("citext")));
  }

  @Test
  void estimatesTheSizesOfTables() throws Exception {
    Snapshot snapshot =
        snapshot(
            18,
            "CREATE TABLE empty (a int); CREATE TABLE t AS SELECT generate_series(1, 5000) AS a",
            "ANALYZE t");
    assertThat(snapshot.relationSizes().get(ObjectId.table(inPublic("t")))).isGreaterThan(100_000);
    assertThat(snapshot.relationSizes()).containsEntry(ObjectId.table(inPublic("empty")), 0L);
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void sendsTheSameNumberOfStatementsForAnyNumberOfObjects(int major) throws Exception {
    assertThat(roundTrips(major, 10)).isEqualTo(roundTrips(major, 300)).isPositive();
  }

  @Test
  void readsOneSnapshotWhileOthersChangeTheSchema() throws Exception {
    PostgresServer server = PostgresServers.get(18);
    try (TestDatabase database = server.freshDatabase("moving");
        RoundTripCounter slow = RoundTripCounter.to(server, Duration.ofMillis(20));
        Connection connection =
            DriverManager.getConnection(
                slow.jdbcUrl(server, database.name()),
                server.superuser(),
                server.superuserPassword())) {
      database.execute("CREATE TABLE t0 (id serial PRIMARY KEY, a int); CREATE INDEX ON t0 (a)");
      AtomicBoolean done = new AtomicBoolean();
      CompletableFuture<Integer> others =
          CompletableFuture.supplyAsync(() -> createTablesUntil(done, database));
      Catalog catalog = Introspector.read(connection).catalog();
      done.set(true);
      long tables = catalog.all(Table.class).count();
      assertThat(others.get()).as("tables made meanwhile").isGreaterThan(10);
      assertThat(catalog.all(Table.class)).allMatch(table -> table.columns().size() == 2);
      assertThat(catalog.all(Index.class)).hasSize((int) tables);
      assertThat(catalog.all(Constraint.PrimaryKey.class)).hasSize((int) tables);
      assertThat(catalog.all(Sequence.class)).hasSize((int) tables);
    }
  }

  @Test
  void writesNothing() throws Exception {
    try (TestDatabase database = PostgresServers.get(18).freshDatabase("read_only");
        Connection connection = database.connect()) {
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      assertThat(setting(connection, "transaction_read_only")).isEqualTo("on");
      assertThat(Introspector.readWithin(connection).catalog())
          .isEqualTo(snapshot(database).catalog());
    }
  }

  @Test
  void leavesTheConnectionAsItWas() throws Exception {
    try (TestDatabase database = PostgresServers.get(18).freshDatabase("session");
        Connection connection = database.connect()) {
      execute(connection, "SET search_path = pg_temp; SET timezone = 'Asia/Tokyo'");
      Introspector.read(connection);
      assertThat(connection.getAutoCommit()).isTrue();
      assertThat(setting(connection, "search_path")).isEqualTo("pg_temp");
      assertThat(setting(connection, "timezone")).isEqualTo("Asia/Tokyo");
      assertThat(setting(connection, "transaction_read_only")).isEqualTo("off");
    }
  }

  @Test
  void readsWithinATransactionWithoutEndingIt() throws Exception {
    try (TestDatabase database = PostgresServers.get(18).freshDatabase("within");
        Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      execute(connection, "CREATE TABLE public.t (a int); SET LOCAL search_path = nowhere");
      Catalog within = Introspector.readWithin(connection).catalog();
      assertThat(within.contains(ObjectId.table(inPublic("t")))).isTrue();
      assertThat(setting(connection, "search_path")).isEqualTo("nowhere");
      connection.rollback();
      assertThat(snapshot(database).catalog().all(Table.class)).isEmpty();
    }
  }

  @Test
  void anUnprivilegedUserReadsTheSameCatalog() throws Exception {
    PostgresServer server = PostgresServers.get(18);
    try (TestDatabase database = server.freshDatabase("nobody")) {
      database.execute(
          """
          CREATE ROLE nobody_in_particular LOGIN;
          CREATE SCHEMA secret; REVOKE ALL ON SCHEMA secret FROM PUBLIC;
          CREATE TABLE secret.t (id serial PRIMARY KEY, a text DEFAULT lower('A') CHECK (a <> ''));
          CREATE INDEX ON secret.t (upper(a));
          ALTER TABLE secret.t ENABLE ROW LEVEL SECURITY;
          """);
      try (Connection connection = server.connect(database.name(), "nobody_in_particular", "")) {
        assertThat(Introspector.read(connection).catalog()).isEqualTo(snapshot(database).catalog());
      } finally {
        database.execute("DROP ROLE nobody_in_particular");
      }
    }
  }

  @Test
  void refusesAnOldServer() {
    assertThatThrownBy(() -> Introspector.checkMajor(12, "12.22"))
        .isInstanceOf(UnsupportedServerException.class)
        .hasMessageContaining("12.22")
        .hasMessageContaining("13");
  }

  private static int createTablesUntil(AtomicBoolean done, TestDatabase database) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      int created = 0;
      while (!done.get()) {
        created++;
        statement.execute(
            "CREATE TABLE t%1$d (id serial PRIMARY KEY, a int); CREATE INDEX ON t%1$d (a)"
                .formatted(created));
      }
      return created;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long roundTrips(int major, int tables) throws Exception {
    PostgresServer server = PostgresServers.get(major);
    try (TestDatabase database = server.freshDatabase("many");
        RoundTripCounter counter = RoundTripCounter.to(server)) {
      database.execute(
          """
          DO $$BEGIN FOR i IN 1..%d LOOP
            EXECUTE format('CREATE TABLE t%%s (id serial PRIMARY KEY, a text CHECK (a <> ''''))', i);
            EXECUTE format('CREATE INDEX ON t%%s (lower(a))', i);
          END LOOP; END$$
          """
              .formatted(tables));
      try (Connection connection =
          DriverManager.getConnection(
              counter.jdbcUrl(server, database.name()),
              server.superuser(),
              server.superuserPassword())) {
        long before = counter.roundTrips();
        Snapshot snapshot = Introspector.read(connection);
        assertThat(snapshot.catalog().all(Table.class)).hasSize(tables);
        return counter.roundTrips() - before;
      }
    }
  }

  private static ObjectId defaultOf(String table, String column) {
    return ObjectId.columnDefault(ObjectId.table(inPublic(table)), Identifier.of(column));
  }

  private static Grant grant(String role, Privilege privilege, boolean grantable) {
    return new Grant(new Grantee.Role(Identifier.of(role)), privilege, grantable, Optional.empty());
  }

  private static Iterable<String> names(ImmutableSortedSet<Identifier> identifiers) {
    return identifiers.stream().map(Identifier::value).toList();
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String setting(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW " + name)) {
      row.next();
      return row.getString(1);
    }
  }

  /** TRUNCATE and a load in one transaction may take hours; nobody need wait to know that much. */
  @Test
  void aTableThatSomebodyKeepsForHimselfIsNotWaitedForNorTakenForEmpty() throws Exception {
    try (TestDatabase database = PostgresServers.get(18).freshDatabase("kept");
        Connection keeper = database.connect();
        Statement statement = keeper.createStatement();
        Connection connection = database.connect()) {
      database.execute("CREATE TABLE kept (id int)", "CREATE TABLE empty (id int)");
      keeper.setAutoCommit(false);
      statement.execute("LOCK TABLE kept IN ACCESS EXCLUSIVE MODE");
      try (Statement impatient = connection.createStatement()) {
        impatient.execute("SET lock_timeout = 100");
      }
      assertThat(Introspector.read(connection).relationSizes())
          .containsEntry(ObjectId.table(inPublic("kept")), 1L)
          .containsEntry(ObjectId.table(inPublic("empty")), 0L);
    }
  }
}
