package dev.schemasync.demo;

import com.google.common.collect.ImmutableMap;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The check constraints of a database, as the server prints them after they were created from what
 * it prints now. It tries on temporary tables and rolls back.
 */
final class RecreatedChecks {

  private static final String CHECKS =
      """
      SELECT c.conrelid::regclass::text || ': ' || c.conname AS name,
             c.conrelid::regclass::text AS relation, quote_ident(c.conname) AS constraint,
             pg_get_constraintdef(c.oid)
                 || CASE WHEN c.convalidated THEN '' ELSE ' NOT VALID' END AS definition
      FROM pg_constraint c
      WHERE c.contype = 'c' AND c.conrelid <> 0
      ORDER BY name
      """;

  private static final String PRINTED =
      """
      SELECT pg_get_constraintdef(oid)
                 || CASE WHEN convalidated THEN '' ELSE ' NOT VALID' END AS definition
      FROM pg_constraint
      WHERE conrelid = 'pg_temp.probe'::regclass AND contype = 'c'
      """;

  private RecreatedChecks() {}

  /** Definition by name, in the words of {@code fingerprint.sql}. */
  static ImmutableMap<String, String> read(Connection connection) throws SQLException {
    ImmutableMap.Builder<String, String> recreated = ImmutableMap.builder();
    connection.setAutoCommit(false);
    try (Statement query = connection.createStatement();
        Statement probe = connection.createStatement();
        ResultSet checks = query.executeQuery(CHECKS)) {
      while (checks.next()) {
        probe.execute(
            "CREATE TEMPORARY TABLE probe (LIKE %s)".formatted(checks.getString("relation")));
        probe.execute(
            "ALTER TABLE pg_temp.probe ADD CONSTRAINT %s %s"
                .formatted(checks.getString("constraint"), checks.getString("definition")));
        try (ResultSet printed = probe.executeQuery(PRINTED)) {
          printed.next();
          recreated.put(checks.getString("name"), printed.getString("definition"));
        }
        probe.execute("DROP TABLE pg_temp.probe");
      }
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
    return recreated.buildOrThrow();
  }
}
