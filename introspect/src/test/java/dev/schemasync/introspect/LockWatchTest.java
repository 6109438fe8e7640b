package dev.schemasync.introspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemasync.model.catalog.View;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody has a lock that reading needs. */
class LockWatchTest {
  private static final String SCHEMA =
      "CREATE TABLE t (id serial); CREATE VIEW v AS SELECT * FROM t";

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void tellsWhatItWaitsForAndGoesOnWhenItIsFree(int major) throws Exception {
    try (TestDatabase database = PostgresServers.get(major).freshDatabase("locked");
        Connection holder = database.connect();
        Connection connection = database.connect()) {
      database.execute(SCHEMA);
      int process = lock(holder, "LOCK t IN ACCESS EXCLUSIVE MODE");
      List<ReadEvent> events = new ArrayList<>();
      assertThat(
              Introspector.read(connection, Inquiry.DESTINATION, freeing(database, holder, events))
                  .catalog()
                  .all(View.class))
          .hasSize(1);
      assertThat(events).hasSize(1);
      assertThat(events.getFirst().toString())
          .contains("public.t", "process " + process, "user postgres", "the-holder", " s ago");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void tellsOfALockedSequence(int major) throws Exception {
    try (TestDatabase database = PostgresServers.get(major).freshDatabase("locked");
        Connection holder = database.connect();
        Connection connection = database.connect()) {
      database.execute(SCHEMA);
      lock(holder, "ALTER SEQUENCE t_id_seq RENAME TO renamed");
      List<ReadEvent> events = new ArrayList<>();
      assertThat(
              Introspector.read(connection, Inquiry.DESTINATION, freeing(database, holder, events))
                  .sequenceValues())
          .containsOnlyKeys(Reading.inPublic("t_id_seq"));
      assertThat(events).hasSize(1);
      assertThat(events.getFirst().toString()).contains("public.t_id_seq");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void givesUpAfterAWhileAndNamesTheHolder(int major) throws Exception {
    try (TestDatabase database = PostgresServers.get(major).freshDatabase("locked");
        Connection holder = database.connect();
        Connection connection = database.connect()) {
      database.execute(SCHEMA);
      int process = lock(holder, "LOCK t IN ACCESS EXCLUSIVE MODE");
      List<ReadEvent> events = new ArrayList<>();
      try (Statement statement = connection.createStatement()) {
        // What a session brings along is its own patience.
        statement.execute("SET lock_timeout = '3s'");
      }
      assertThatThrownBy(
              () -> Introspector.read(connection, Inquiry.DESTINATION, looking(database, events)))
          .isInstanceOf(LockedException.class)
          .hasMessageContainingAll(
              "public.t", "process " + process, "pg_terminate_backend", "run again");
      assertThat(events).hasSize(1);
      assertThat(connection.getAutoCommit()).isTrue();
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET lock_timeout = '10ms'");
      }
      assertThatThrownBy(() -> Introspector.read(connection))
          .isInstanceOf(LockedException.class)
          .hasMessageContaining("pg_locks");
    }
  }

  private static int lock(Connection holder, String statement) throws SQLException {
    holder.setAutoCommit(false);
    try (Statement locking = holder.createStatement();
        var row = locking.executeQuery("SELECT pg_backend_pid()")) {
      row.next();
      int process = row.getInt(1);
      locking.execute("SET application_name = 'the-holder'");
      locking.execute(statement);
      return process;
    }
  }

  private static ReadObserver looking(TestDatabase database, List<ReadEvent> events) {
    return observer(database, events::add);
  }

  /** Lets the lock go when the reading is seen to wait for it. */
  private static ReadObserver freeing(
      TestDatabase database, Connection holder, List<ReadEvent> events) {
    return observer(
        database,
        event -> {
          events.add(event);
          holder.rollback();
        });
  }

  /** What an observer does. */
  private interface Reaction {
    void on(ReadEvent event) throws SQLException;
  }

  private static ReadObserver observer(TestDatabase database, Reaction reaction) {
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
          reaction.on(event);
        } catch (SQLException e) {
          throw new AssertionError(e);
        }
      }
    };
  }
}
