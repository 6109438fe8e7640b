package dev.schemasync.introspect.relation;

import static dev.schemasync.introspect.Reading.inPublic;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.schemasync.introspect.Introspector;
import dev.schemasync.introspect.Reading;
import dev.schemasync.introspect.query.Queries;
import dev.schemasync.introspect.query.Queries.Pace;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Persistence;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.catalog.Sequence.DataType;
import dev.schemasync.model.catalog.Sequence.Ownership;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.server.Snapshot;
import dev.schemasync.model.server.Snapshot.SequenceValue;
import dev.schemasync.testkit.network.RoundTripCounter;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceReaderTest {

  @ParameterizedTest
  @ValueSource(ints = {13, 15, 18})
  void readsOptionsOwnershipAndValues(int major) throws Exception {
    Snapshot snapshot =
        Reading.snapshot(
            major,
            """
            CREATE TABLE t (s smallserial, i bigint GENERATED ALWAYS AS IDENTITY);
            CREATE SEQUENCE "odd ""name" AS int START 5 INCREMENT -2 MINVALUE -100 MAXVALUE 100
              CACHE 7 CYCLE;
            COMMENT ON SEQUENCE "odd ""name" IS 'downwards';
            CREATE SEQUENCE set_back;
            SELECT nextval('"odd ""name"'), setval('set_back', 77, false), nextval('t_s_seq');
            """);
    assertThat(sequence(snapshot, "odd \"name"))
        .isEqualTo(
            new Sequence(
                inPublic("odd \"name"),
                new Sequence.Options(DataType.INTEGER, 5, -2, -100, 100, 7, true),
                Persistence.PERMANENT,
                new Ownership.None(),
                Identifier.of("postgres"),
                Privileges.DEFAULT,
                Optional.of("downwards")));
    assertThat(sequence(snapshot, "t_s_seq").options())
        .isEqualTo(new Sequence.Options(DataType.SMALLINT, 1, 1, 1, Short.MAX_VALUE, 1, false));
    assertThat(sequence(snapshot, "t_s_seq").ownership())
        .isEqualTo(new Ownership.OwnedBy(inPublic("t"), Identifier.of("s")));
    assertThat(sequence(snapshot, "t_i_seq").ownership())
        .isEqualTo(new Ownership.IdentityOf(inPublic("t"), Identifier.of("i")));
    assertThat(snapshot.sequenceValues())
        .containsOnly(
            // Five and six more that are cached.
            Map.entry(inPublic("odd \"name"), new SequenceValue(-7, true)),
            Map.entry(inPublic("set_back"), new SequenceValue(77, false)),
            Map.entry(inPublic("t_s_seq"), new SequenceValue(1, true)),
            Map.entry(inPublic("t_i_seq"), new SequenceValue(1, false)));
  }

  @Test
  void readsUnloggedSequences() throws Exception {
    Snapshot snapshot = Reading.snapshot(18, "CREATE UNLOGGED SEQUENCE s");
    assertThat(sequence(snapshot, "s").persistence()).isEqualTo(Persistence.UNLOGGED);
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void leavesOutValuesThatTheUserMayNotRead(int major) throws Exception {
    PostgresServer server = PostgresServers.get(major);
    try (TestDatabase database = server.freshDatabase("sequences")) {
      database.execute(
          """
          CREATE ROLE sequence_reader LOGIN;
          CREATE SEQUENCE open; GRANT SELECT ON SEQUENCE open TO sequence_reader;
          CREATE SEQUENCE closed;
          CREATE SCHEMA hidden; CREATE SEQUENCE hidden.unreachable;
          GRANT SELECT ON SEQUENCE hidden.unreachable TO sequence_reader;
          """);
      try (Connection connection = server.connect(database.name(), "sequence_reader", "")) {
        Snapshot snapshot = Introspector.read(connection);
        assertThat(snapshot.catalog().all(Sequence.class)).hasSize(3);
        assertThat(snapshot.sequenceValues().keySet()).containsExactly(inPublic("open"));
      } finally {
        database.execute("DROP OWNED BY sequence_reader; DROP ROLE sequence_reader");
      }
    }
  }

  /** The owner of a schema puts a view in a sequence's place when the schema has been read. */
  @ParameterizedTest
  @ValueSource(ints = {13, 17, 18})
  void neverRunsAFunctionThatTookASequencesPlace(int major) throws Exception {
    PostgresServer server = PostgresServers.get(major);
    try (TestDatabase database = server.freshDatabase("trap")) {
      database.execute("CREATE SEQUENCE first; CREATE SEQUENCE trap; SELECT nextval('first')");
      for (long trip = Reading.roundTrips(database, Pace.ONE_BY_ONE); trip > 0; trip -= 4) {
        long springs = trip;
        AtomicLong start = new AtomicLong(Long.MAX_VALUE);
        try (RoundTripCounter proxy =
                RoundTripCounter.to(
                    server,
                    number -> {
                      if (number - start.get() == springs) {
                        replace(database);
                      }
                    });
            Connection connection = Reading.connect(proxy, database)) {
          start.set(proxy.roundTrips());
          Reading.snapshot(connection, Pace.ONE_BY_ONE);
          assertThat(Reading.hasAdvisoryLock(connection)).as("the function ran").isFalse();
        }
        database.execute(
            "DO 'BEGIN DROP VIEW IF EXISTS trap; EXCEPTION WHEN wrong_object_type THEN END'",
            "CREATE SEQUENCE IF NOT EXISTS trap");
      }
    }
  }

  /** Where the reading has a lock, it fails and changes nothing. */
  private static void replace(TestDatabase database) {
    try {
      database.execute(
          """
          SET lock_timeout = '50ms';
          DROP SEQUENCE trap;
          CREATE VIEW trap AS
            SELECT pg_advisory_lock(1)::text::bigint AS last_value, true AS is_called
          """);
    } catch (SQLException e) {
      assertThat(e.getSQLState()).isEqualTo("55P03");
    }
  }

  /** Without the server's promise, nothing is read by name. */
  @ParameterizedTest
  @ValueSource(ints = {13, 17})
  void leavesOutWhatCannotBeReadSafely(int major) throws Exception {
    try (TestDatabase database = PostgresServers.get(major).freshDatabase("unsafe");
        Connection connection = database.connect()) {
      database.execute("CREATE SEQUENCE called; CREATE SEQUENCE fresh; SELECT nextval('called')");
      ImmutableList<Row> rows = new Queries(connection, major).rows(Query.SEQUENCE_VALUE);
      assertThat(rows).hasSize(2);
      assertThat(rows.getFirst().optionalBigint("last_value")).contains(1L);
      assertThat(rows.getLast().optionalBigint("last_value")).isEmpty();
    }
  }

  private static Sequence sequence(Snapshot snapshot, String name) {
    return snapshot.catalog().find(ObjectId.sequence(inPublic(name)), Sequence.class).orElseThrow();
  }
}
