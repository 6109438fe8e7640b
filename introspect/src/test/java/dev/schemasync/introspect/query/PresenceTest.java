package dev.schemasync.introspect.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.TestDatabase;
import java.sql.Connection;
import java.util.EnumSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresenceTest {
  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void tellsWhatSomebodyMade(int major) throws Exception {
    try (TestDatabase database = PostgresServers.get(major).freshDatabase("presence");
        Connection connection = database.connect()) {
      Queries queries = new Queries(connection, major);
      assertThat(present(queries)).isEmpty();

      database.execute("CREATE TYPE mood AS ENUM ()");
      assertThat(present(queries)).containsExactly(Presence.ENUM);

      database.execute(
          """
          CREATE SEQUENCE s;
          CREATE TABLE t (id int PRIMARY KEY CHECK (id > 0), of int REFERENCES t, EXCLUDE (of WITH =));
          CREATE VIEW v AS SELECT FROM t;
          CREATE MATERIALIZED VIEW m AS SELECT FROM t;
          CREATE TYPE pair AS (a int, b int);
          CREATE DOMAIN natural_number AS int;
          CREATE TYPE span AS RANGE (SUBTYPE = float8);
          CREATE TYPE declared;
          CREATE TYPE number;
          CREATE FUNCTION number_in(cstring) RETURNS number LANGUAGE internal AS 'int4in';
          CREATE FUNCTION number_out(number) RETURNS cstring LANGUAGE internal AS 'int4out';
          CREATE TYPE number (INPUT = number_in, OUTPUT = number_out, LIKE = int4);
          CREATE COLLATION c (LOCALE = 'C');
          CREATE TEXT SEARCH CONFIGURATION found (COPY = english);
          CREATE CAST (pair AS text) WITH INOUT;
          CREATE OPERATOR === (FUNCTION = int4eq, LEFTARG = int, RIGHTARG = int);
          CREATE OPERATOR FAMILY f USING btree;
          CREATE FOREIGN DATA WRAPPER w;
          CREATE FUNCTION act() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
          CREATE AGGREGATE total (int) (SFUNC = int4pl, STYPE = int);
          SELECT lo_create(0);
          CREATE LANGUAGE plx HANDLER plpgsql_call_handler;
          CREATE ACCESS METHOD bt2 TYPE INDEX HANDLER bthandler;
          CREATE TRANSFORM FOR int LANGUAGE sql (FROM SQL WITH FUNCTION prsd_lextype(internal));
          CREATE CONVERSION cv FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
          CREATE TRIGGER tr BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION act();
          CREATE STATISTICS st ON id, of FROM t;
          CREATE RULE none AS ON DELETE TO t DO INSTEAD NOTHING;
          CREATE POLICY all_of_it ON t USING (true);
          CREATE PUBLICATION p;
          ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;
          CREATE FUNCTION hear() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
          CREATE EVENT TRIGGER e ON sql_drop EXECUTE FUNCTION hear();
          """);
      assertThat(present(queries)).isEqualTo(EnumSet.allOf(Presence.class));
    }
  }

  private static Iterable<Presence> present(Queries queries) throws Exception {
    return Presence.read(queries.ask(ImmutableList.of(Query.PRESENCE), LockChunks.NONE));
  }
}
