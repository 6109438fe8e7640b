package dev.schemasync.testkit.server;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * Runs servers in containers. The image is any that follows the conventions of the official one:
 * {@code POSTGRES_PASSWORD}, {@code POSTGRES_HOST_AUTH_METHOD}, and {@code postgres} with its
 * options as the command.
 */
final class ContainerProvider implements ServerProvider {

  /** Names the image; {@code %d} in it stands for the major version. */
  static final String IMAGE_PROPERTY = "postgres.image";

  private static final int PORT = 5432;
  private static final Duration START_TIMEOUT = Duration.ofMinutes(3);

  @Override
  public PostgresServer start(ServerOptions options) {
    ServerFit.requireNoExtensionFiles(options);
    String image =
        System.getProperty(IMAGE_PROPERTY, "postgres:%d")
            .replace("%d", Integer.toString(options.major()));
    requireEngine(image);
    GenericContainer<?> container = container(image, options);
    try {
      container.start();
    } catch (ContainerLaunchException e) {
      container.stop();
      throw new PostgresUnavailableException(
          "the image %s did not start; -D%s names another".formatted(image, IMAGE_PROPERTY), e);
    }
    PostgresServer server = server(container, options);
    try {
      if (!Readiness.await(server, START_TIMEOUT, container::isRunning)) {
        throw new PostgresUnavailableException(
            "the server in %s refuses connections; it said:\n%s"
                .formatted(image, container.getLogs()));
      }
      ServerFit.requireMajor(server, "the image " + image + " (property " + IMAGE_PROPERTY + ")");
      return server;
    } catch (RuntimeException e) {
      server.stop();
      throw e;
    }
  }

  private static void requireEngine(String image) {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      throw new PostgresUnavailableException(
          ("no container engine answers, so %s cannot run; start Docker (or point DOCKER_HOST at"
                  + " an engine), or use packaged binaries with -D%s=embedded")
              .formatted(image, PostgresServers.PROVIDER_PROPERTY));
    }
  }

  private static PostgresServer server(GenericContainer<?> container, ServerOptions options) {
    ServerAddress address =
        new ServerAddress(
            container.getHost(),
            container.getMappedPort(PORT),
            ServerAddress.SUPERUSER,
            ServerAddress.PASSWORD);
    return new PostgresServer(options.major(), address, ignored -> container.stop());
  }

  @SuppressWarnings("resource") // the server returned in the end owns it
  private static GenericContainer<?> container(String image, ServerOptions options) {
    ImmutableList.Builder<String> command = ImmutableList.<String>builder().add("postgres");
    options.effectiveSettings().forEach((name, value) -> command.add("-c", name + "=" + value));
    return new GenericContainer<>(DockerImageName.parse(image))
        .withEnv("POSTGRES_USER", ServerAddress.SUPERUSER)
        .withEnv("POSTGRES_PASSWORD", ServerAddress.PASSWORD)
        .withEnv(
            "POSTGRES_HOST_AUTH_METHOD",
            options.passwordAuthentication() ? "scram-sha-256" : "trust")
        .withCommand(command.build().toArray(String[]::new))
        .withExposedPorts(PORT)
        // The image starts the server once to initialize it; only the second time it is ready for
        // us.
        .waitingFor(
            Wait.forLogMessage(".*database system is ready to accept connections.*\\n", 2)
                .withStartupTimeout(START_TIMEOUT));
  }
}
