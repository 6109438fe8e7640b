package dev.schemasync.testkit.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** Whether a server that somebody else configured is what a test asked for. */
final class ServerFit {

  /** Invalid authorization specification, and its subclass for wrong passwords. */
  private static final String AUTHORIZATION_CLASS = "28";

  private ServerFit() {}

  static void requireMajor(PostgresServer server, String origin) {
    int actual;
    try (Connection connection = server.connect(PostgresServer.MAINTENANCE_DATABASE)) {
      actual = connection.getMetaData().getDatabaseMajorVersion();
    } catch (SQLException e) {
      throw new PostgresUnavailableException(
          "%s does not let %s in at %s:%d; is it running, and is the password right?"
              .formatted(origin, server.superuser(), server.host(), server.port()),
          e);
    }
    if (actual != server.majorVersion()) {
      throw new PostgresUnavailableException(
          ("the test needs PostgreSQL %d, but %s is PostgreSQL %d; offer a server of the right"
                  + " version, or leave -D%s out to use packaged binaries of every version")
              .formatted(server.majorVersion(), origin, actual, PostgresServers.PROVIDER_PROPERTY));
    }
  }

  static void requireOptions(PostgresServer server, ServerOptions options) {
    requireNoExtensionFiles(options);
    try {
      for (Map.Entry<String, String> wanted : options.settings().entrySet()) {
        requireSetting(server, wanted.getKey(), wanted.getValue());
      }
      if (options.passwordAuthentication() && acceptsAnyPassword(server)) {
        throw new PostgresUnavailableException(
            "the test needs a server that checks passwords, and this one does not; ask"
                + " for scram-sha-256 in its pg_hba.conf");
      }
    } catch (SQLException e) {
      throw new PostgresUnavailableException("cannot read the settings of the server", e);
    }
  }

  /** Nobody may write into the installation of a server that is not the test's own. */
  static void requireNoExtensionFiles(ServerOptions options) {
    if (!options.extensionFiles().isEmpty()) {
      throw new PostgresUnavailableException(
          "the test needs a server with extensions of its own; only packaged binaries can have"
              + " some: leave -D%s out".formatted(PostgresServers.PROVIDER_PROPERTY));
    }
  }

  private static void requireSetting(PostgresServer server, String name, String wanted)
      throws SQLException {
    String actual = server.setting(name);
    if (!actual.equals(wanted) && !atLeast(actual, wanted)) {
      throw new PostgresUnavailableException(
          ("the test needs a server with %s = %s, but it has %s; change it in postgresql.conf"
                  + " and restart")
              .formatted(name, wanted, actual));
    }
  }

  /** Of a plain number, such as {@code max_prepared_transactions}, more will do. */
  private static boolean atLeast(String actual, String wanted) {
    return actual.matches("\\d{1,9}")
        && wanted.matches("\\d{1,9}")
        && Integer.parseInt(actual) >= Integer.parseInt(wanted);
  }

  private static boolean acceptsAnyPassword(PostgresServer server) throws SQLException {
    try (Connection connection =
        server.connect(
            PostgresServer.MAINTENANCE_DATABASE, server.superuser(), "not the password")) {
      return connection.isValid(5);
    } catch (SQLException e) {
      if (e.getSQLState() != null && e.getSQLState().startsWith(AUTHORIZATION_CLASS)) {
        return false;
      }
      throw e;
    }
  }
}
