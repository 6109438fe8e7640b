package dev.schemasync.introspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.schemasync.introspect.query.Queries.Pace;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.testkit.network.RoundTripCounter;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody changes the schema at a moment that is forced by a proxy before the server. */
class ConsistentReadTest {
  private static final String SCHEMA =
      """
      CREATE TYPE mood AS ENUM ('sad', 'ok');
      CREATE FUNCTION f(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1';
      CREATE TABLE t (
        id int PRIMARY KEY, a int DEFAULT f(1), b text CHECK (b <> ''), m mood DEFAULT 'sad');
      CREATE INDEX ON t (f(a), lower(b)) WHERE b IS NOT NULL;
      CREATE TABLE u (id int REFERENCES t, n int);
      CREATE TABLE gone (id int DEFAULT f(7), n int CHECK (n > 0));
      CREATE VIEW v AS SELECT t.id, t.b, u.n FROM t JOIN u USING (id);
      CREATE VIEW w AS SELECT v.b, m.c FROM v, (SELECT f(a) AS c FROM t) m;
      CREATE MATERIALIZED VIEW big AS SELECT count(*) AS c FROM u;
      CREATE FUNCTION act() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
      CREATE TRIGGER tr BEFORE UPDATE ON t FOR EACH ROW WHEN (old.b <> new.b) EXECUTE FUNCTION act();
      CREATE TABLE p (id int, k text) PARTITION BY LIST (lower(k));
      CREATE TABLE p1 PARTITION OF p FOR VALUES IN ('x');
      CREATE SEQUENCE s;
      """;

  /** Changes there and back. */
  private static final ImmutableList<ImmutableList<String>> CHANGES =
      ImmutableList.of(
          change("ALTER TABLE t RENAME b TO bb", "ALTER TABLE t RENAME bb TO b"),
          change("ALTER TABLE t RENAME TO tt", "ALTER TABLE tt RENAME TO t"),
          change("ALTER FUNCTION f(int) RENAME TO ff", "ALTER FUNCTION ff(int) RENAME TO f"),
          change(
              "ALTER TYPE mood RENAME VALUE 'sad' TO 'SAD'",
              "ALTER TYPE mood RENAME VALUE 'SAD' TO 'sad'"),
          change("ALTER SCHEMA public RENAME TO other", "ALTER SCHEMA other RENAME TO public"),
          change("DROP TABLE gone", "CREATE TABLE gone (id int DEFAULT f(7), n int CHECK (n > 0))"),
          change("ALTER TABLE u ADD b int", "ALTER TABLE u DROP b"),
          change("ALTER SEQUENCE s RENAME TO ss", "ALTER SEQUENCE ss RENAME TO s"),
          change(
              "CREATE OR REPLACE VIEW w AS SELECT v.b || '!' AS b, 1 AS c FROM v",
              "CREATE OR REPLACE VIEW w AS SELECT v.b, m.c FROM v, (SELECT f(a) AS c FROM t) m"));

  /** Of so many moments one is tried for each change, another one for each. */
  private static final int STRIDE = 17;

  /** So many round trips are made while it is otherwise. */
  private static final int WIDTH = 10;

  private static final String SWAP =
      """
      ALTER TABLE t RENAME gross TO other;
      ALTER TABLE t RENAME net TO gross;
      ALTER TABLE t RENAME other TO net
      """;

  private static ImmutableList<String> change(String there, String back) {
    return ImmutableList.of(there, back);
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void neverMixesBeforeAndAfter(int major) throws Exception {
    try (TestDatabase database = PostgresServers.get(major).freshDatabase("moving")) {
      database.execute(SCHEMA);
      for (int i = 0; i < CHANGES.size(); i++) {
        assertUnmixed(database, CHANGES.get(i), i);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void takesFewRoundTripsHoweverMuchThereIs(int major) throws Exception {
    try (TestDatabase database = PostgresServers.get(major).freshDatabase("far")) {
      database.execute(SCHEMA);
      assertThat(Reading.roundTrips(database, Pace.TOGETHER)).isLessThanOrEqualTo(10);
      database.execute(
          """
          DO $$BEGIN FOR i IN 1..200 LOOP
            EXECUTE format('CREATE TABLE many%1$s (id serial PRIMARY KEY, a text CHECK (a <> ''x''))', i);
            EXECUTE format('CREATE VIEW of_many%1$s AS SELECT id FROM many%1$s', i);
          END LOOP; END$$
          """);
      assertThat(Reading.roundTrips(database, Pace.TOGETHER)).isLessThanOrEqualTo(10);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void doesNotMixTheNamesOfARole(int major) throws Exception {
    try (TestDatabase database = PostgresServers.get(major).freshDatabase("role")) {
      database.execute(
          "CREATE ROLE consistent_owner",
          "CREATE TABLE t (id int); ALTER TABLE t OWNER TO consistent_owner",
          "CREATE VIEW v AS SELECT 1 AS a; ALTER VIEW v OWNER TO consistent_owner");
      try {
        assertUnmixed(
            database,
            change(
                "ALTER ROLE consistent_owner RENAME TO consistent_heir",
                "ALTER ROLE consistent_heir RENAME TO consistent_owner"),
            2);
      } finally {
        // Whichever name it has.
        database.execute(
            "DROP TABLE t; DROP VIEW v; DROP ROLE IF EXISTS consistent_owner, consistent_heir");
      }
    }
  }

  /** Renamed and renamed back: nothing but what the server printed in between tells of it. */
  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void doesNotTakeANameThatIsThereForAMoment(int major) throws Exception {
    try (TestDatabase database = PostgresServers.get(major).freshDatabase("moment")) {
      database.execute(
          "CREATE TABLE t (gross int, net int)", "CREATE VIEW v AS SELECT gross AS g FROM t");
      Catalog before = Reading.snapshot(database).catalog();
      long moments = Reading.roundTrips(database, Pace.ONE_BY_ONE);
      for (long moment = 0; moment < moments; moment += WIDTH) {
        AtomicLong start = new AtomicLong(Long.MAX_VALUE);
        long there = moment;
        try (RoundTripCounter proxy =
                RoundTripCounter.to(
                    database.server(),
                    trip -> {
                      if (trip - start.get() == there || trip - start.get() == there + WIDTH) {
                        change(database, () -> database.execute(SWAP));
                      }
                    });
            Connection connection = Reading.connect(proxy, database)) {
          start.set(proxy.roundTrips() + 1);
          assertThat(
                  Introspector.read(
                          connection, Inquiry.DESTINATION, ReadObserver.NOBODY, Pace.ONE_BY_ONE)
                      .catalog())
              .as("swapped at round trip %d and back", moment)
              .isEqualTo(before);
        }
        if (!Reading.snapshot(database).catalog().equals(before)) {
          // The reading was over before the time had come to swap back.
          database.execute(SWAP);
        }
      }
    }
  }

  /** What is read is as before the change, or as after it, at whichever moment it comes. */
  private static void assertUnmixed(TestDatabase database, ImmutableList<String> change, int first)
      throws Exception {
    Catalog one = Reading.snapshot(database).catalog();
    database.execute(change.getFirst());
    Catalog other = Reading.snapshot(database).catalog();
    assertThat(other).as("the change is one").isNotEqualTo(one);
    ImmutableList<String> back = change.reverse();
    long moments = Reading.roundTrips(database, Pace.ONE_BY_ONE);
    assertThat(moments).as("round trips of a reading").isGreaterThan(30);
    for (int moment = first; moment < moments; moment += STRIDE) {
      String deed = back.getFirst();
      Moment proxy = new Moment(moment, () -> database.execute(deed));
      List<ReadEvent> events = new ArrayList<>();
      assertThat(proxy.read(database, observer(events)))
          .as("%s at round trip %d", deed, moment)
          .isIn(one, other);
      assertThat(events).hasSizeLessThan(2).allMatch(ReadEvent.Changed.class::isInstance);
      back = back.reverse();
    }
    if (back.getFirst().equals(change.getLast())) {
      database.execute(change.getLast());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void doesNotMindTrafficOrWhatIsRolledBack(int major) throws Exception {
    try (TestDatabase database = PostgresServers.get(major).freshDatabase("traffic");
        Connection temporary = database.connect()) {
      database.execute(SCHEMA);
      try (var statement = temporary.createStatement()) {
        statement.execute("CREATE TEMP TABLE mine (id int PRIMARY KEY, x text DEFAULT 'x')");
      }
      Catalog before = Reading.snapshot(database).catalog();
      List<ReadEvent> events = new ArrayList<>();
      Moment proxy =
          new Moment(
              30,
              () -> {
                database.execute(
                    "INSERT INTO t VALUES (1, 2, 'x'); UPDATE t SET a = 3; SELECT nextval('s')",
                    "TRUNCATE t CASCADE",
                    "REFRESH MATERIALIZED VIEW big",
                    "ANALYZE",
                    "VACUUM t",
                    "VACUUM FULL t",
                    "GRANT SELECT ON t TO PUBLIC; REVOKE SELECT ON t FROM PUBLIC",
                    "CREATE TABLE another (id serial PRIMARY KEY)",
                    "BEGIN; ALTER TABLE u ADD x int; DROP VIEW v CASCADE; ROLLBACK",
                    "CREATE TEMP TABLE passing (id int); DROP TABLE passing");
                try (var statement = temporary.createStatement()) {
                  statement.execute("DROP TABLE mine");
                }
              });
      Catalog read = proxy.read(database, observer(events));
      assertThat(read).isIn(before, Reading.snapshot(database).catalog());
      assertThat(events).allMatch(e -> e.toString().contains("view public.v"), "of the rollback");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void givesUpWhenTheSchemaNeverRests(int major) throws Exception {
    try (TestDatabase database = PostgresServers.get(major).freshDatabase("restless")) {
      database.execute(SCHEMA);
      List<ReadEvent> events = new ArrayList<>();
      AtomicLong names = new AtomicLong();
      try (RoundTripCounter proxy =
              RoundTripCounter.to(
                  database.server(),
                  number -> {
                    if (number % 20 == 0) {
                      change(
                          database,
                          () ->
                              database.execute(
                                  "ALTER TABLE u RENAME n%s TO n%d"
                                      .formatted(
                                          names.get() == 0 ? "" : names.get(),
                                          names.incrementAndGet())));
                    }
                  });
          Connection connection = Reading.connect(proxy, database)) {
        assertThatThrownBy(
                () ->
                    Introspector.read(
                        connection, Inquiry.DESTINATION, observer(events), Pace.ONE_BY_ONE))
            .isInstanceOf(SchemaChangedException.class)
            .hasMessageContainingAll("5 times", "table public.u", "run again");
      }
      assertThat(events).hasSize(4).allMatch(ReadEvent.Changed.class::isInstance);
    }
  }

  private static ReadObserver observer(List<ReadEvent> events) {
    return new ReadObserver() {
      @Override
      public Optional<Connection> look() {
        return Optional.empty();
      }

      @Override
      public void on(ReadEvent event) {
        events.add(event);
      }
    };
  }

  /** What somebody else does. */
  private interface Deed {
    void run() throws SQLException;
  }

  private static void change(TestDatabase database, Deed deed) {
    try {
      deed.run();
    } catch (SQLException e) {
      throw new AssertionError("in " + database.name(), e);
    }
  }

  /** One round trip of a reading, before which somebody does something. */
  private static final class Moment {
    private final int number;
    private final Deed deed;
    private volatile long start = Long.MAX_VALUE;
    private volatile boolean done;

    Moment(int number, Deed deed) {
      this.number = number;
      this.deed = deed;
    }

    Catalog read(TestDatabase database, ReadObserver observer) throws SQLException {
      LongConsumer before =
          trip -> {
            if (trip - start == number) {
              change(database, deed);
              done = true;
            }
          };
      try (RoundTripCounter proxy = RoundTripCounter.to(database.server(), before);
          Connection connection = Reading.connect(proxy, database)) {
        start = proxy.roundTrips() + 1;
        Catalog catalog =
            Introspector.read(connection, Inquiry.DESTINATION, observer, Pace.ONE_BY_ONE).catalog();
        assertThat(done).as("round trip %d came", number).isTrue();
        return catalog;
      }
    }
  }
}
