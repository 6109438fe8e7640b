package dev.schemasync.introspect.query;

import com.google.common.collect.ImmutableMap;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The settings under which the catalogs are read, in force until closed. */
public final class SessionSettings implements AutoCloseable {
  private final Connection connection;
  private final ImmutableMap<String, String> before;

  private SessionSettings(Connection connection, ImmutableMap<String, String> before) {
    this.connection = connection;
    this.before = before;
  }

  /** Changes the settings for the rest of the open transaction. */
  public static SessionSettings apply(Connection connection, Queries queries) throws SQLException {
    ImmutableMap.Builder<String, String> before = ImmutableMap.builder();
    for (Row row : queries.rows(Query.SETTINGS)) {
      before.put(row.text("name"), row.text("before"));
    }
    return new SessionSettings(connection, before.buildOrThrow());
  }

  /** Puts the values back that the transaction had before. */
  @Override
  public void close() throws SQLException {
    try (PreparedStatement restore =
        connection.prepareStatement(
            "SELECT pg_catalog.set_config(name, value, true)"
                + " FROM unnest(?::text[], ?::text[]) AS setting (name, value)")) {
      restore.setArray(1, connection.createArrayOf("text", before.keySet().toArray()));
      restore.setArray(2, connection.createArrayOf("text", before.values().toArray()));
      restore.execute();
    }
  }
}
