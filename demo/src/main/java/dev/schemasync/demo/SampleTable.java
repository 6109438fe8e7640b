package dev.schemasync.demo;

import com.google.common.collect.ImmutableList;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A published table; of a partitioned one, the root.
 *
 * @param schema its schema, unquoted
 * @param name its name, unquoted
 * @param sql its name as SQL has it, qualified and quoted
 * @param columns its columns as SQL has them, without the generated ones
 * @param sharded whether its rows are spread over the shards; otherwise every shard has them all
 */
record SampleTable(String schema, String name, String sql, String columns, boolean sharded) {

  private static final String PUBLISHED =
      """
      SELECT p.schemaname, p.tablename,
             format('%I.%I', p.schemaname, p.tablename) AS sql,
             string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)
                 FILTER (WHERE a.attgenerated = '') AS columns,
             bool_or(a.attname = ?) AS sharded
      FROM pg_publication_tables p
      JOIN pg_namespace n ON n.nspname = p.schemaname
      JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = p.tablename
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE p.pubname = ?
      GROUP BY p.schemaname, p.tablename
      ORDER BY sharded, p.schemaname, p.tablename
      """;

  /** The tables of the publication, omnisharded ones first. */
  static ImmutableList<SampleTable> published(Member source) throws SQLException {
    try (Connection connection = source.connect();
        PreparedStatement statement = connection.prepareStatement(PUBLISHED)) {
      statement.setString(1, SampleApplication.SHARDING_COLUMN);
      statement.setString(2, SampleApplication.PUBLICATION);
      ImmutableList.Builder<SampleTable> tables = ImmutableList.builder();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          tables.add(
              new SampleTable(
                  rows.getString("schemaname"),
                  rows.getString("tablename"),
                  rows.getString("sql"),
                  rows.getString("columns"),
                  rows.getBoolean("sharded")));
        }
      }
      return tables.build();
    }
  }

  /** For people. */
  String placement() {
    return sharded ? "sharded" : "omnisharded";
  }
}
