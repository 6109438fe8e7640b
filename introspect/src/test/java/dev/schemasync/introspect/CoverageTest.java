package dev.schemasync.introspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.server.LargeObjects;
import dev.schemasync.model.server.Snapshot;
import dev.schemasync.testkit.coverage.CoverageExceptions;
import dev.schemasync.testkit.coverage.CoverageRow;
import dev.schemasync.testkit.script.OnError;
import dev.schemasync.testkit.script.SqlScript;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nothing silent: whatever a list of all that a database can hold names leaves a trace in what is
 * read. {@code coverage_exceptions.tsv} lists what does not, with the reason for each.
 */
class CoverageTest {
  private static final String NO_TRACE = "no trace";
  private static final String ACTIVE_TRANSACTION = "25001";

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void everythingLeavesATrace(int major) throws Exception {
    Map<String, String> silent = new TreeMap<>();
    PostgresServer server = PostgresServers.get(major);
    try (TestDatabase database = server.freshDatabase("coverage");
        Connection connection = database.connectVerbatim()) {
      Trace empty = Trace.of(Introspector.read(connection));
      connection.setAutoCommit(false);
      for (CoverageRow example : CoverageRow.on(major)) {
        try {
          if (trace(connection, example).equals(empty)) {
            silent.put(example.id(), NO_TRACE);
          }
        } catch (SQLException e) {
          connection.rollback();
          if (e.getSQLState().equals(ACTIVE_TRANSACTION)) {
            inDatabase(server, example, empty, silent);
          } else {
            silent.put(example.id(), e.getMessage());
          }
        }
      }
    }
    assertThat(silent.keySet())
        .as("%s", silent)
        .isEqualTo(
            CoverageExceptions.on(major, CoverageTest.class, "coverage_exceptions.tsv").keySet());
  }

  private static Trace trace(Connection connection, CoverageRow example) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE ROLE app_owner; CREATE ROLE app_user");
      statement.execute(example.ddl());
    }
    Trace trace = Trace.of(Introspector.readWithin(connection));
    connection.rollback();
    return trace;
  }

  /** For what no transaction may do. */
  private static void inDatabase(
      PostgresServer server, CoverageRow example, Trace empty, Map<String, String> silent)
      throws SQLException {
    try (TestDatabase database = server.freshDatabase("coverage")) {
      server.runScript(database.name(), SqlScript.parse(example.ddl()), OnError.STOP);
      if (Trace.of(Reading.snapshot(database)).equals(empty)) {
        silent.put(example.id(), NO_TRACE);
      }
    } finally {
      server.execute(
          PostgresServer.MAINTENANCE_DATABASE,
          "DROP DATABASE IF EXISTS d1",
          "DROP DATABASE IF EXISTS d2",
          "DROP TABLESPACE IF EXISTS ts_row");
    }
  }

  /** What is read of the database, not of the server around it. */
  private record Trace(
      Catalog catalog,
      Map<QualifiedName, Snapshot.SequenceValue> sequenceValues,
      Set<QualifiedName> populated,
      LargeObjects largeObjects) {
    static Trace of(Snapshot snapshot) {
      return new Trace(
          snapshot.catalog(),
          snapshot.sequenceValues(),
          snapshot.populated(),
          snapshot.largeObjects());
    }
  }
}
