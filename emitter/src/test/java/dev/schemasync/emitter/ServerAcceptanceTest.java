package dev.schemasync.emitter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.plan.Plan;
import dev.schemasync.model.script.Script;
import dev.schemasync.model.script.Sql;
import dev.schemasync.model.script.Statement;
import dev.schemasync.model.server.ServerVersion;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the sample on real servers: each accepts every statement, whatever the names. */
class ServerAcceptanceTest {
  private static final String FOUND =
      """
      SELECT (SELECT count(*) FROM pg_catalog.pg_class c WHERE c.relnamespace = n.oid) AS relations,
             (SELECT count(*) FROM pg_catalog.pg_proc p WHERE p.pronamespace = n.oid) AS routines,
             (SELECT count(*) FROM pg_catalog.pg_publication) AS publications
      FROM pg_catalog.pg_namespace n
      WHERE n.nspname = ?
      """;

  @ParameterizedTest
  @ValueSource(ints = {13, 14, 15, 16, 17, 18})
  void plainNames(int major) throws SQLException {
    run(Naming.PLAIN, major);
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void hostileNames(int major) throws SQLException {
    run(Naming.HOSTILE, major);
  }

  private static void run(Naming names, int major) throws SQLException {
    ServerVersion version = Sample.version(major);
    Plan plan = Sample.plan(names, version);
    try (TestDatabase database = PostgresServers.get(major).freshDatabase("emitter");
        Connection connection = connect(database)) {
      for (Stage stage : Stage.values()) {
        execute(connection, Emitter.emit(plan, stage, version));
      }
      try (var found = connection.prepareStatement(FOUND)) {
        found.setString(1, names.id("app").value());
        try (ResultSet row = found.executeQuery()) {
          assertThat(row.next()).isTrue();
          assertThat(row.getInt("relations")).isGreaterThanOrEqualTo(20);
          assertThat(row.getInt("routines")).isGreaterThanOrEqualTo(12);
          assertThat(row.getInt("publications")).isGreaterThanOrEqualTo(3);
        }
      }
    }
  }

  private static void execute(Connection connection, Script script) throws SQLException {
    try (java.sql.Statement run = connection.createStatement()) {
      for (Sql sql : script.session()) {
        run.execute(sql.text());
      }
      for (Statement statement : script.statements()) {
        try {
          run.execute(statement.sql().text());
        } catch (SQLException e) {
          throw new AssertionError("%s%n%s".formatted(e.getMessage(), statement.sql().text()), e);
        }
      }
    }
  }

  /** A session whose driver hands on each text as it is. */
  private static Connection connect(TestDatabase database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", database.server().superuser());
    properties.setProperty("password", database.server().superuserPassword());
    properties.setProperty("preferQueryMode", "simple");
    return java.sql.DriverManager.getConnection(database.jdbcUrl(), properties);
  }
}
