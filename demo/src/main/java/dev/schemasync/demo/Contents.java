package dev.schemasync.demo;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a table holds, so that parts can be added up.
 *
 * @param rows how many
 * @param digest the sum of the hashes of all rows
 */
record Contents(long rows, BigDecimal digest) {

  static final Contents NOTHING = new Contents(0, BigDecimal.ZERO);

  /** The contents of a table, of the rows that meet an SQL condition. */
  static Contents of(Connection connection, SampleTable table, String condition)
      throws SQLException {
    String query =
        """
        SELECT count(*) AS rows, coalesce(sum(hashtextextended(t::text, 0)), 0) AS digest
        FROM %s AS t WHERE %s
        """
            .formatted(table.sql(), condition);
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return new Contents(row.getLong("rows"), row.getBigDecimal("digest"));
    }
  }

  /** Those of two parts together. */
  Contents plus(Contents other) {
    return new Contents(rows + other.rows, digest.add(other.digest));
  }

  /** How these differ from what they should be, for people. */
  String comparedWith(Contents wanted) {
    return rows == wanted.rows
        ? "%d rows, as it should, but not the same ones".formatted(rows)
        : "%d rows instead of %d".formatted(rows, wanted.rows);
  }
}
