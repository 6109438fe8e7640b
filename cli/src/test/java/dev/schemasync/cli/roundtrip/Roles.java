package dev.schemasync.cli.roundtrip;

import com.google.common.collect.ImmutableList;
import dev.schemasync.testkit.server.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** The roles that the schemas of the tests mention. They belong to a server, not to a database. */
public final class Roles {
  /** Quotes, a space, a dot, upper case, letters beyond ASCII and a line break, in one name. */
  private static final String HOSTILE = "Ro\"le's. Ünï\nx";

  private static final ImmutableList<String> NAMES =
      ImmutableList.of("app_owner", "app_user", "app_reader", HOSTILE);

  private Roles() {}

  /** Makes them anew. */
  public static void create(PostgresServer server) throws SQLException {
    drop(server);
    each(server, "CREATE ROLE %s");
  }

  /** Takes them away. */
  public static void drop(PostgresServer server) throws SQLException {
    each(server, "DROP ROLE IF EXISTS %s");
  }

  private static void each(PostgresServer server, String sql) throws SQLException {
    try (Connection connection = server.connect(PostgresServer.MAINTENANCE_DATABASE);
        Statement statement = connection.createStatement()) {
      PGConnection quoting = connection.unwrap(PGConnection.class);
      for (String name : NAMES) {
        statement.execute(sql.formatted(quoting.escapeIdentifier(name)));
      }
    }
  }
}
