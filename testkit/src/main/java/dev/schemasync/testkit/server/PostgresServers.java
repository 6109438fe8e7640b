package dev.schemasync.testkit.server;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Entry point: servers by major version, from the provider that the system property {@code
 * postgres} names.
 */
public final class PostgresServers {

  /** Names the provider: {@code embedded}, {@code container} or {@code external}. */
  public static final String PROVIDER_PROPERTY = "postgres";

  private static final Map<Integer, PostgresServer> SHARED = new ConcurrentHashMap<>();

  static {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> SHARED.values().parallelStream().forEach(PostgresServer::stop),
                "stop-postgres"));
  }

  private PostgresServers() {}

  /**
   * The server of that major version which all tests of this JVM share. It starts at the first call
   * and stops when the JVM exits; closing it does nothing. Tests keep apart by databases of their
   * own, and drop the roles they create.
   *
   * @throws PostgresUnavailableException when no such server can be provided
   */
  public static PostgresServer get(int major) {
    return SHARED.computeIfAbsent(major, m -> provider().start(ServerOptions.of(m)).shared());
  }

  /**
   * A server of the caller's own, which it closes. The external provider has only one server to
   * offer: it checks that this one fits the options.
   *
   * @throws PostgresUnavailableException when no such server can be provided
   */
  public static PostgresServer start(ServerOptions options) {
    return provider().start(options);
  }

  /**
   * A hot standby that streams from a server, with the settings that servers have by default. It is
   * the caller's own, which closes it before the primary. Only the embedded provider has one.
   *
   * @param primary a server of the caller's own
   * @throws PostgresUnavailableException when it cannot be made
   */
  public static PostgresServer startStandby(PostgresServer primary) {
    return provider().startStandby(primary);
  }

  private static ServerProvider provider() {
    String name = System.getProperty(PROVIDER_PROPERTY, "embedded");
    return switch (name) {
      case "embedded" -> new EmbeddedProvider();
      case "container" -> new ContainerProvider();
      case "external" -> new ExternalProvider();
      default ->
          throw new PostgresUnavailableException(
              "system property %s is '%s'; use embedded, container or external"
                  .formatted(PROVIDER_PROPERTY, name));
    };
  }
}
