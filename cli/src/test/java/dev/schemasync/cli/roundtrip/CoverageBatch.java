package dev.schemasync.cli.roundtrip;

import com.google.common.collect.ImmutableList;
import dev.schemasync.introspect.Introspector;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.planner.Scope;
import dev.schemasync.testkit.coverage.CoverageRow;
import dev.schemasync.testkit.judge.CatalogRows;
import dev.schemasync.testkit.script.OnError;
import dev.schemasync.testkit.script.ScriptRunner;
import dev.schemasync.testkit.script.SqlScript;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGConnection;

/**
 * A source that holds the examples of several rows, and an empty shard. Each example runs with a
 * schema of its own as its search path, so that only what is in no schema can collide.
 */
final class CoverageBatch implements AutoCloseable {
  private static final String ACTIVE_TRANSACTION = "25001";

  /** A publication without tables is an error; so there is one that is in no example's way. */
  private static final String[] BASE = {
    "CREATE SCHEMA base",
    "CREATE TABLE base.keyed (id bigint PRIMARY KEY)",
    "CREATE PUBLICATION " + RoundTripClusters.EVERYTHING + " FOR ALL TABLES"
  };

  private final TestDatabase source;
  private final TestDatabase shard;
  private final List<CoverageRow> rows = new ArrayList<>();

  /** Those that hold something temporary, which ends with them. */
  private final List<Connection> kept = new ArrayList<>();

  private boolean closedToOthers;

  private CoverageBatch(TestDatabase source, TestDatabase shard) {
    this.source = source;
    this.shard = shard;
  }

  /** An empty one. */
  static CoverageBatch on(PostgresServer server) throws SQLException {
    TestDatabase source = server.freshDatabase("source");
    source.execute(BASE);
    return new CoverageBatch(source, server.freshDatabase("shard"));
  }

  /** What became of a row that was to be added. */
  sealed interface Admission {
    /** Its example has run. */
    record Admitted() implements Admission {}

    /** Its example changes nothing in the database. */
    record ChangesNothing() implements Admission {}

    /** The server refused, which may be due to the rows that are there. */
    record Rejected(String reason) implements Admission {}
  }

  /** The rows it holds. */
  ImmutableList<CoverageRow> rows() {
    return ImmutableList.copyOf(rows);
  }

  /** Runs the example of a row. */
  Admission add(CoverageRow row) throws SQLException {
    if (closedToOthers) {
      return new Admission.Rejected("is not alone");
    }
    Connection connection = source.connectVerbatim();
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      enterSchema(statement, row);
      return run(connection, statement, row);
    } finally {
      if (!kept.contains(connection)) {
        connection.close();
      }
    }
  }

  private Admission run(Connection connection, Statement statement, CoverageRow row)
      throws SQLException {
    connection.setAutoCommit(false);
    try {
      statement.execute(row.ddl());
      if (isTrue(statement, "SELECT pg_current_xact_id_if_assigned() IS NULL")) {
        connection.rollback();
        return new Admission.ChangesNothing();
      }
      if (isTrue(statement, "SELECT pg_my_temp_schema() <> 0")) {
        kept.add(connection);
      }
      connection.commit();
      rows.add(row);
      return new Admission.Admitted();
    } catch (SQLException e) {
      connection.rollback();
      return e.getSQLState().equals(ACTIVE_TRANSACTION) && rows.isEmpty()
          ? alone(connection, row)
          : new Admission.Rejected(String.valueOf(e.getMessage()));
    }
  }

  /** For what no transaction may do. */
  private Admission alone(Connection connection, CoverageRow row) throws SQLException {
    closedToOthers = true;
    connection.setAutoCommit(true);
    try {
      ScriptRunner.run(connection, SqlScript.parse(row.ddl()), OnError.STOP);
      rows.add(row);
      return new Admission.Admitted();
    } catch (SQLException e) {
      return new Admission.Rejected(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Why no run would begin, if the checks refuse the example of a row; the example is not added.
   */
  Optional<String> refusal(CoverageRow row) throws SQLException {
    try (Connection connection = source.connectVerbatim();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      connection.setAutoCommit(false);
      enterSchema(statement, row);
      statement.execute(row.ddl());
      statement.execute("RESET SESSION AUTHORIZATION");
      Optional<String> refusal =
          Scope.of(Introspector.readWithin(connection), Identifier.of(RoundTripClusters.EVERYTHING))
              .findings()
              .stream()
              .filter(EngineRun::stops)
              .map(Finding::message)
              .findFirst();
      connection.rollback();
      return refusal;
    } catch (SQLException e) {
      return e.getSQLState().equals(ACTIVE_TRANSACTION)
          ? Optional.empty()
          : Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** What is wrong with the shard after all stages have run. */
  ImmutableList<String> problems() throws Exception {
    EngineRun run = new EngineRun(source, shard);
    ImmutableList<String> problems = run.problems();
    if (!problems.isEmpty()) {
      return problems;
    }
    ImmutableList.Builder<String> all = ImmutableList.builder();
    try {
      Judge.assertSameCatalogs(source, shard);
    } catch (AssertionError e) {
      all.add(String.valueOf(e.getMessage()));
    }
    return all.addAll(Reading.differences(source, shard))
        .addAll(CatalogRows.of(source).differences(CatalogRows.of(shard)))
        .addAll(run.leftovers())
        .build();
  }

  private static void enterSchema(Statement statement, CoverageRow row) throws SQLException {
    String schema = statement.getConnection().unwrap(PGConnection.class).escapeIdentifier(row.id());
    // Like the schema public, which everybody may use.
    statement.execute(
        "CREATE SCHEMA IF NOT EXISTS %1$s; GRANT ALL ON SCHEMA %1$s TO PUBLIC".formatted(schema));
    statement.execute("SET search_path = " + schema);
  }

  private static boolean isTrue(Statement statement, String question) throws SQLException {
    try (ResultSet row = statement.executeQuery(question)) {
      return row.next() && row.getBoolean(1);
    }
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection : kept) {
      connection.close();
    }
    shard.close();
    source.close();
    if (closedToOthers) {
      source
          .server()
          .execute(PostgresServer.MAINTENANCE_DATABASE, "DROP TABLESPACE IF EXISTS ts_row");
    }
  }
}
