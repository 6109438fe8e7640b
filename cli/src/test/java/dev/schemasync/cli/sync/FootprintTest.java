package dev.schemasync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.emitter.Emitter;
import dev.schemasync.executor.Rehearsal;
import dev.schemasync.introspect.Introspector;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.diff.TextEquivalence;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.script.Script;
import dev.schemasync.model.script.Sql;
import dev.schemasync.model.server.Snapshot;
import dev.schemasync.planner.PlanOptions;
import dev.schemasync.planner.Planner;
import dev.schemasync.planner.Scope;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the plan says of the table of locks, and what {@code pg_locks} says. Older servers lock less
 * than is foreseen, since they do not lock what a new object refers to.
 */
class FootprintTest {
  private static final int TABLES = 40;

  private static String[] schema() {
    List<String> schema =
        new ArrayList<>(
            List.of(
                "CREATE SCHEMA app",
                "CREATE TYPE app.state AS ENUM ('new')",
                "CREATE TYPE app.pair AS (a int, b text)",
                "CREATE DOMAIN app.positive AS int CHECK (VALUE > 0)",
                "CREATE FUNCTION app.touch() RETURNS trigger LANGUAGE plpgsql AS"
                    + " $$ BEGIN RETURN NEW; END $$",
                "CREATE TABLE app.parts (id int PRIMARY KEY, x text) PARTITION BY LIST (id)"));
    for (int i = 0; i < TABLES; i++) {
      schema.add(
          """
          CREATE TABLE app.t%d (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, n serial, s app.state,
            p app.pair, d app.positive CHECK (d < 1000), x text)
          """
              .formatted(i));
      schema.add("CREATE INDEX ON app.t%d (lower(x))".formatted(i));
      schema.add("COMMENT ON TABLE app.t%d IS 'x'".formatted(i));
      schema.add("GRANT SELECT ON app.t%d TO PUBLIC".formatted(i));
      schema.add("CREATE VIEW app.v%1$d AS SELECT id, x FROM app.t%1$d".formatted(i));
      schema.add("CREATE MATERIALIZED VIEW app.m%1$d AS SELECT x FROM app.v%1$d".formatted(i));
      schema.add("CREATE TABLE app.p%1$d PARTITION OF app.parts FOR VALUES IN (%1$d)".formatted(i));
      schema.add(
          "CREATE FUNCTION app.f%1$d(app.t%1$d) RETURNS text LANGUAGE sql AS 'SELECT 1::text'"
              .formatted(i));
      schema.add(
          ("CREATE TRIGGER touch BEFORE UPDATE ON app.t%d FOR EACH ROW EXECUTE FUNCTION"
                  + " app.touch()")
              .formatted(i));
      schema.add("ALTER TABLE app.t%d ADD FOREIGN KEY (id) REFERENCES app.t0".formatted(i));
    }
    schema.add("CREATE PUBLICATION pub FOR ALL TABLES");
    return schema.toArray(String[]::new);
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void isAnUpperBoundWithinReason(int major) throws Exception {
    PostgresServer server = PostgresServers.get(major);
    try (TestDatabase source = server.freshDatabase("source");
        TestDatabase shard = server.freshDatabase("shard");
        Connection from = source.connect();
        Connection to = shard.connect()) {
      source.execute(schema());
      Snapshot wanted = Introspector.read(from);
      Snapshot actual = Introspector.read(to);
      ImmutableList.Builder<Script> scripts = ImmutableList.builder();
      for (Stage stage : new Stage[] {Stage.PRE_DATA, Stage.POST_DATA}) {
        scripts.add(
            Emitter.emit(
                Planner.plan(
                        Scope.of(wanted, Identifier.of("pub")),
                        actual,
                        TextEquivalence.NONE,
                        new PlanOptions(stage, false, true))
                    .plan(),
                stage,
                actual.server().version()));
        ImmutableList<Script> all = scripts.build();
        long taken = Rehearsal.of(to, texts(all), FootprintTest::taken);
        assertThat(foreseen(all)).as("%s", stage).isBetween(taken, 5 * taken / 2);
      }
    }
  }

  /** As the executor adds them up. */
  private static long foreseen(List<Script> scripts) {
    ImmutableSet.Builder<ObjectId> locked = ImmutableSet.builder();
    long further = 20;
    for (Script script : scripts) {
      for (var statement : script.statements()) {
        locked.addAll(statement.footprint().locked());
        further += statement.footprint().further();
      }
    }
    return further + locked.build().size();
  }

  private static long taken(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT count(DISTINCT (locktype, database, relation, page, tuple, virtualxid,
                  transactionid::text, classid, objid, objsubid))
                FROM pg_locks WHERE NOT fastpath AND pid = pg_backend_pid()
                """)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static List<Sql> texts(List<Script> scripts) {
    return scripts.stream()
        .filter(script -> !script.statements().isEmpty())
        .flatMap(
            script ->
                Stream.concat(
                    script.session().stream(), script.statements().stream().map(s -> s.sql())))
        .toList();
  }
}
