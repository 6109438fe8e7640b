package dev.schemasync.testkit.server;

/** One way to come by a running server. */
interface ServerProvider {

  /**
   * Starts, or borrows, a server that fits the options.
   *
   * @throws PostgresUnavailableException when there is none to be had
   */
  PostgresServer start(ServerOptions options);

  /**
   * Starts a hot standby of a server.
   *
   * @throws PostgresUnavailableException when there is none to be had
   */
  default PostgresServer startStandby(PostgresServer primary) {
    throw new PostgresUnavailableException(
        "only the embedded servers can be copied to make a standby");
  }
}
