package dev.schemasync.testkit.server;

import com.google.common.base.Splitter;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;

/**
 * Borrows a server that already runs. Tests make databases of their own there; closing drops those
 * and leaves the server running.
 */
final class ExternalProvider implements ServerProvider {

  /** Says where the server is: {@code jdbc:postgresql://user:password@host:port/}. */
  static final String URL_PROPERTY = "postgres.url";

  private static final String SHAPE =
      "-D" + URL_PROPERTY + "=jdbc:postgresql://user:password@host:port/";
  private static final int DEFAULT_PORT = 5432;

  @Override
  public PostgresServer start(ServerOptions options) {
    String url = System.getProperty(URL_PROPERTY);
    if (url == null) {
      throw new PostgresUnavailableException("the external provider needs " + SHAPE);
    }
    PostgresServer server =
        new PostgresServer(options.major(), parse(url), ExternalProvider::dropDatabases);
    ServerFit.requireMajor(server, "the server of -D" + URL_PROPERTY);
    ServerFit.requireOptions(server, options);
    return server;
  }

  static ServerAddress parse(String url) {
    try {
      URI uri = URI.create(url.replaceFirst("^jdbc:", ""));
      if (uri.getHost() == null
          || uri.getRawUserInfo() == null
          || !"postgresql".equals(uri.getScheme())) {
        throw malformed();
      }
      List<String> credentials = Splitter.on(':').limit(2).splitToList(uri.getRawUserInfo());
      return new ServerAddress(
          uri.getHost(),
          uri.getPort() == -1 ? DEFAULT_PORT : uri.getPort(),
          decoded(credentials.getFirst()),
          credentials.size() == 2 ? decoded(credentials.getLast()) : "");
    } catch (IllegalArgumentException e) {
      // The URL holds a password: neither it nor the cause that quotes it belongs in a log.
      throw malformed();
    }
  }

  private static PostgresUnavailableException malformed() {
    return new PostgresUnavailableException(
        "cannot read the value of -D%s; its form is %s".formatted(URL_PROPERTY, SHAPE));
  }

  /** Percent-decoding only: unlike in a form, a plus sign is itself. */
  private static String decoded(String raw) {
    return URI.create("x://" + raw + "@h").getUserInfo();
  }

  private static void dropDatabases(PostgresServer server) {
    for (String database : server.createdDatabases()) {
      try {
        server.dropDatabase(database);
      } catch (SQLException e) {
        throw new PostgresUnavailableException(
            "cannot drop the test database %s; drop it by hand".formatted(database), e);
      }
    }
  }
}
