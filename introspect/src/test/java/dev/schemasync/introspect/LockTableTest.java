package dev.schemasync.introspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemasync.model.catalog.Function;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.MaterializedView;
import dev.schemasync.model.catalog.Policy;
import dev.schemasync.model.catalog.Rule;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.catalog.View;
import dev.schemasync.model.server.Snapshot;
import dev.schemasync.model.server.Snapshot.SequenceValue;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.ServerOptions;
import dev.schemasync.testkit.server.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases with more objects than the server can lock at the same time. */
class LockTableTest {
  private static final int OBJECTS = 2000;

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void readsMoreObjectsThanTheLockTableHolds(int major) throws Exception {
    ServerOptions small =
        ServerOptions.of(major)
            .withSetting("max_locks_per_transaction", "10")
            .withSetting("max_connections", "12")
            .withSetting("max_prepared_transactions", "0")
            .withSetting("max_wal_senders", "0")
            .withSetting("wal_level", "minimal")
            .withSetting("max_worker_processes", "0");
    try (PostgresServer server = PostgresServers.start(small);
        TestDatabase database = server.freshDatabase("crowded")) {
      database.execute(
          """
          DO $$BEGIN FOR i IN 1..%d LOOP
            EXECUTE format('CREATE TABLE t%%1$s (id serial, a int CHECK (a > 0))', i);
            EXECUTE format('CREATE INDEX ON t%%1$s ((a + 1)) WHERE a < 9', i);
            EXECUTE format('CREATE VIEW v%%1$s AS SELECT id FROM t%%1$s', i);
            EXECUTE format(
              'CREATE MATERIALIZED VIEW m%%1$s AS SELECT a FROM t%%1$s WITH NO DATA', i);
            EXECUTE format(
              'CREATE RULE r%%1$s AS ON INSERT TO v%%1$s DO INSTEAD DELETE FROM t%%1$s', i);
            EXECUTE format(
              'CREATE POLICY p%%1$s ON t%%1$s USING (a IN (SELECT a FROM m%%1$s))', i);
            IF current_setting('server_version_num')::int > 140000 THEN
              EXECUTE format(
                'CREATE FUNCTION f%%1$s() RETURNS bigint BEGIN ATOMIC SELECT count(*) FROM t%%1$s; END',
                i);
            END IF;
            IF i %% 2 = 0 THEN PERFORM setval('t' || i || '_id_seq', i); END IF;
            IF i %% 20 = 0 THEN COMMIT; END IF;
          END LOOP; END$$
          """
              .formatted(OBJECTS));
      try (Connection connection = database.connect()) {
        assertLocksAreFew(database, connection);
        Snapshot snapshot = Introspector.read(connection);
        assertThat(snapshot.catalog().all(Table.class)).hasSize(OBJECTS);
        assertThat(snapshot.catalog().all(Index.class)).hasSize(OBJECTS);
        assertThat(snapshot.catalog().all(Policy.class)).hasSize(OBJECTS);
        assertThat(snapshot.catalog().all(Rule.class)).hasSize(OBJECTS);
        assertThat(snapshot.catalog().all(View.class)).hasSize(OBJECTS);
        assertThat(snapshot.catalog().all(MaterializedView.class)).hasSize(OBJECTS);
        assertThat(snapshot.catalog().all(Function.class)).hasSize(major > 13 ? OBJECTS : 0);
        assertThat(snapshot.sequenceValues())
            .hasSize(OBJECTS)
            .containsEntry(Reading.inPublic("t1999_id_seq"), new SequenceValue(1, false))
            .containsEntry(Reading.inPublic("t2000_id_seq"), new SequenceValue(2000, true));
      }
    }
  }

  /** Within a transaction of somebody else's, reading leaves no lock behind. */
  private static void assertLocksAreFew(TestDatabase database, Connection connection)
      throws SQLException {
    connection.setAutoCommit(false);
    Introspector.readWithin(connection);
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                """
                SELECT count(*) FROM pg_locks
                WHERE relation >= 16384 AND pid = pg_backend_pid()
                """)) {
      row.next();
      assertThat(row.getInt(1)).as("locks kept in %s", database.name()).isZero();
    }
    connection.rollback();
    connection.setAutoCommit(true);
  }
}
