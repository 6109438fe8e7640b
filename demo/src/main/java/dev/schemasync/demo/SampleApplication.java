package dev.schemasync.demo;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import dev.schemasync.testkit.script.OnError;
import dev.schemasync.testkit.script.ScriptRunner;
import dev.schemasync.testkit.script.SqlScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;

/** Encore, the ticket shop of many theatres that the demonstration moves to shards. */
final class SampleApplication {

  /** What the source publishes. */
  static final String PUBLICATION = "encore_shards";

  /** Tables with this column are sharded by it. */
  static final String SHARDING_COLUMN = "tenant_id";

  private static final ImmutableList<String> SCHEMA =
      ImmutableList.of(
          "schema-1-types.sql",
          "schema-2-reference.sql",
          "schema-3-sales.sql",
          "schema-4-audit.sql",
          "schema-5-reporting.sql");

  private SampleApplication() {}

  /** Creates the roles that the schema grants to, which any member needs. */
  static void createRoles(Member member) throws SQLException {
    run(member, "roles.sql");
  }

  /** Creates the schema with its rows and the publication. */
  static void load(Member source) throws SQLException {
    for (String script : SCHEMA) {
      run(source, script);
    }
    run(source, "rows.sql");
    run(source, "publication.sql");
  }

  /** A resource beside this class. */
  static String resource(String name) {
    try {
      return Resources.toString(
          Resources.getResource(SampleApplication.class, name), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read our own " + name, e);
    }
  }

  /** Each script has a session of its own: they change the role. */
  private static void run(Member member, String name) throws SQLException {
    try (Connection connection = member.connect()) {
      ScriptRunner.run(connection, SqlScript.parse(resource(name)), OnError.STOP);
    } catch (SQLException e) {
      throw new SQLException("%s: %s".formatted(name, e.getMessage()), e.getSQLState(), e);
    }
  }
}
