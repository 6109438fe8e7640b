package dev.schemasync.testkit.server;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Chooses the locale of test databases: sorted by code point, with the character classes of UTF-8
 * if the server can.
 */
final class DatabaseLocale {

  /** The spelling differs by platform, and the C library decides whether a locale exists at all. */
  private static final String QUERY =
      """
      SELECT coalesce(
        (SELECT datcollate FROM pg_catalog.pg_database
          WHERE datname = 'template0' AND datcollate IN ('C.UTF-8', 'C.utf8')),
        (SELECT min(collcollate) FROM pg_catalog.pg_collation
          WHERE collprovider = 'c' AND collcollate IN ('C.UTF-8', 'C.utf8')),
        'C')
      """;

  private DatabaseLocale() {}

  static String of(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(QUERY)) {
      row.next();
      return row.getString(1);
    }
  }
}
