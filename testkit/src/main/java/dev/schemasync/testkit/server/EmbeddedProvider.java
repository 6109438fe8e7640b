package dev.schemasync.testkit.server;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Runs packaged binaries as child processes, each on a data directory of its own. */
final class EmbeddedProvider implements ServerProvider {
  private static final String LOOPBACK = "127.0.0.1";

  /** Between choosing a free port and using it, another process may take it. */
  private static final int ATTEMPTS = 5;

  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

  /** Fills the data directory of a server that is about to start. */
  @FunctionalInterface
  private interface DataDirectory {
    void fill(Path data) throws IOException;
  }

  @Override
  public PostgresServer start(ServerOptions options) {
    Path installation = BinaryCache.installation(options.major());
    return start(
        options,
        data -> {
          FileTrees.copy(ClusterTemplate.of(installation, ServerAccount.current()), data);
          Files.writeString(data.resolve("pg_hba.conf"), accessRules(options));
        });
  }

  @Override
  public PostgresServer startStandby(PostgresServer primary) {
    // The password is accepted or not asked for, as the primary has it.
    return start(
        ServerOptions.of(primary.majorVersion())
            .withSetting(
                "primary_conninfo",
                "host=%s port=%d user=%s password=%s"
                    .formatted(
                        primary.host(),
                        primary.port(),
                        primary.superuser(),
                        primary.superuserPassword())),
        data -> BaseBackup.take(primary, data));
  }

  private static PostgresServer start(ServerOptions options, DataDirectory content) {
    Path installation = BinaryCache.installation(options.major());
    try {
      for (int attempt = 1; ; attempt++) {
        try {
          return startOnce(installation, options, content);
        } catch (PortTakenException e) {
          if (attempt == ATTEMPTS) {
            throw new PostgresUnavailableException(
                "found no free port in %d attempts".formatted(ATTEMPTS), e);
          }
        }
      }
    } catch (IOException e) {
      throw new PostgresUnavailableException(
          "cannot start PostgreSQL %d from %s".formatted(options.major(), installation), e);
    }
  }

  private static PostgresServer startOnce(
      Path installation, ServerOptions options, DataDirectory content)
      throws IOException, PortTakenException {
    ServerAccount account = ServerAccount.current();
    // A short name: the path of a unix socket must fit into about 100 bytes.
    Path folder = Files.createTempDirectory("pg").toAbsolutePath();
    try {
      account.take(folder);
      content.fill(folder.resolve("data"));
      int port = freePort();
      Path own =
          options.extensionFiles().isEmpty()
              ? installation
              : new ExtendedInstallation(account, installation, folder.resolve("installation"))
                  .make(options.extensionFiles());
      ServerProcess process =
          ServerProcess.start(account, folder, command(own, folder, port, options));
      ServerAddress address =
          new ServerAddress(LOOPBACK, port, ServerAddress.SUPERUSER, ServerAddress.PASSWORD);
      PostgresServer server =
          new PostgresServer(options.major(), address, ignored -> stop(process, folder));
      awaitReady(server, process);
      return server;
    } catch (IOException | PortTakenException | RuntimeException e) {
      FileTrees.delete(folder);
      throw e;
    }
  }

  private static void awaitReady(PostgresServer server, ServerProcess process)
      throws PortTakenException {
    boolean ready = false;
    try {
      ready = Readiness.await(server, START_TIMEOUT, process::isAlive);
    } finally {
      if (!ready) {
        process.stop();
      }
    }
    if (!ready) {
      String log = process.log();
      if (log.contains("Address already in use")) {
        throw new PortTakenException();
      }
      throw new PostgresUnavailableException(
          "PostgreSQL %d did not start; it said:\n%s".formatted(server.majorVersion(), log));
    }
  }

  private static void stop(ServerProcess process, Path folder) {
    process.stop();
    try {
      FileTrees.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + folder, e);
    }
  }

  private static ImmutableList<String> command(
      Path installation, Path folder, int port, ServerOptions options) {
    ImmutableList.Builder<String> command =
        ImmutableList.<String>builder()
            .add(installation.resolve("bin/postgres").toString())
            .add("-D", folder.resolve("data").toString())
            .add("-p", Integer.toString(port))
            .add("-h", LOOPBACK)
            .add("-k", folder.toString());
    options.effectiveSettings().forEach((name, value) -> command.add("-c", name + "=" + value));
    return command.build();
  }

  private static String accessRules(ServerOptions options) {
    String method = options.passwordAuthentication() ? "scram-sha-256" : "trust";
    return """
    # type  database     user  address       method
    local   all          all                 %1$s
    host    all          all   127.0.0.1/32  %1$s
    local   replication  all                 %1$s
    host    replication  all   127.0.0.1/32  %1$s
    """
        .formatted(method);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral(LOOPBACK))) {
      return socket.getLocalPort();
    }
  }

  private static final class PortTakenException extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
