package dev.schemasync.cli.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemasync.introspect.Introspector;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.ExtensionTie;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an extension makes by itself is told from what somebody made a member of it. */
class ExtensionTiesTest {
  @ParameterizedTest
  @ValueSource(ints = {13, 16, 18})
  void noScriptMakesMembersByHand(int major) throws Exception {
    PostgresServer server = PostgresServers.get(major);
    try (TestDatabase database = server.freshDatabase("members");
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String name : names(statement)) {
        try {
          statement.execute("CREATE EXTENSION IF NOT EXISTS \"" + name + "\" CASCADE");
        } catch (SQLException e) {
          // It wants a library or a language that the server does not have.
        }
      }
      assertThat(names(statement)).hasSizeGreaterThan(20);
      assertThat(ties(database)).isEmpty();
      // Nor does what somebody does to members later.
      statement.execute("ALTER EXTENSION hstore SET SCHEMA pg_catalog");
      statement.execute("GRANT EXECUTE ON FUNCTION pg_catalog.akeys(hstore) TO PUBLIC");
      statement.execute("DROP EXTENSION seg");
      statement.execute("CREATE EXTENSION seg VERSION '1.1'");
      statement.execute("ALTER EXTENSION seg UPDATE");
      assertThat(ties(database)).isEmpty();
    }
  }

  /**
   * pg_upgrade makes every object of an extension, and makes it a member in the same transaction.
   */
  @Test
  void whatPgUpgradeMakesIsTheExtensions() throws Exception {
    try (TestDatabase database = PostgresServers.get(18).freshDatabase("upgraded")) {
      database.execute("CREATE EXTENSION citext");
      database.execute(
          "BEGIN; CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';"
              + " ALTER EXTENSION citext ADD FUNCTION f(); COMMIT");
      assertThat(ties(database)).isEmpty();
      database.execute("CREATE FUNCTION g() RETURNS int LANGUAGE sql AS 'SELECT 1'");
      database.execute("ALTER EXTENSION citext ADD FUNCTION g()");
      database.execute("ALTER EXTENSION citext UPDATE");
      assertThat(ties(database)).hasSize(1);
    }
  }

  private static List<String> names(Statement statement) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery("SELECT name FROM pg_available_extensions ORDER BY name")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  private static List<String> ties(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      return Introspector.read(connection)
          .catalog()
          .all(ExtensionTie.class)
          .map(CatalogObject::id)
          .map(Object::toString)
          .toList();
    }
  }
}
