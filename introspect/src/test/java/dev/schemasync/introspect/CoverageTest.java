package dev.schemasync.introspect;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.Resources;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.server.Snapshot;
import dev.schemasync.testkit.script.OnError;
import dev.schemasync.testkit.script.SqlScript;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

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
    ImmutableList<Example> examples =
        Example.all().stream().filter(e -> e.since() <= major).collect(toImmutableList());
    Map<String, String> silent = new TreeMap<>();
    PostgresServer server = PostgresServers.get(major);
    try (TestDatabase database = server.freshDatabase("coverage");
        Connection connection = connectVerbatim(database)) {
      Trace empty = Trace.of(Introspector.read(connection));
      connection.setAutoCommit(false);
      for (Example example : examples) {
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
    assertThat(silent.keySet()).as("%s", silent).isEqualTo(Exceptions.of(major, examples));
  }

  private static Trace trace(Connection connection, Example example) throws SQLException {
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
      PostgresServer server, Example example, Trace empty, Map<String, String> silent)
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

  /** The driver must not split the examples, each of which is several statements. */
  private static Connection connectVerbatim(TestDatabase database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", database.server().superuser());
    properties.setProperty("password", database.server().superuserPassword());
    properties.setProperty("preferQueryMode", "simple");
    return DriverManager.getConnection(database.jdbcUrl(), properties);
  }

  /** What is read of the database, not of the server around it. */
  private record Trace(
      Catalog catalog,
      Map<QualifiedName, Snapshot.SequenceValue> sequenceValues,
      Set<QualifiedName> populated) {
    static Trace of(Snapshot snapshot) {
      return new Trace(snapshot.catalog(), snapshot.sequenceValues(), snapshot.populated());
    }
  }

  /** A row of the list. */
  private record Example(String id, String ddl, int since) {
    private static final String FILE = "shared/coverage.tsv";

    static ImmutableList<Example> all() throws IOException {
      List<String> lines = Files.readAllLines(file());
      ImmutableList<String> columns = ImmutableList.copyOf(Tsv.cells(lines.getFirst()));
      return lines.stream()
          .skip(1)
          .map(Tsv::cells)
          .map(
              cells ->
                  new Example(
                      cells.get(columns.indexOf("id")),
                      cells.get(columns.indexOf("example_ddl")),
                      Integer.parseInt(cells.get(columns.indexOf("since_pg")))))
          .collect(toImmutableList());
    }

    /** Tests run in the folder of their module, and checkouts may lie in a folder of their own. */
    private static Path file() {
      return Stream.iterate(
              Path.of("").toAbsolutePath(), folder -> folder.getParent() != null, Path::getParent)
          .map(folder -> folder.resolve(FILE))
          .filter(Files::isRegularFile)
          .findFirst()
          .orElseThrow(
              () ->
                  new TestAbortedException(
                      "the list %s is not beside the project".formatted(FILE)));
    }
  }

  /** The examples that may leave no trace: id, major versions or {@code all}, reason. */
  private static final class Exceptions {
    static Set<String> of(int major, List<Example> examples) throws IOException {
      ImmutableMap<String, String> versions =
          Resources.readLines(
                  Resources.getResource(CoverageTest.class, "coverage_exceptions.tsv"), UTF_8)
              .stream()
              .map(Tsv::cells)
              .collect(toImmutableMap(List::getFirst, cells -> cells.get(1)));
      return examples.stream()
          .map(Example::id)
          .filter(id -> applies(versions.getOrDefault(id, ""), major))
          .collect(Collectors.toSet());
    }

    private static boolean applies(String versions, int major) {
      return versions.equals("all")
          || Splitter.on(',').splitToList(versions).contains(Integer.toString(major));
    }
  }

  private static final class Tsv {
    static List<String> cells(String line) {
      return Splitter.on('\t').splitToList(line);
    }
  }
}
