package dev.schemasync.testkit.server;

/** One way to come by a running server. */
interface ServerProvider {

  /**
   * Starts, or borrows, a server that fits the options.
   *
   * @throws PostgresUnavailableException when there is none to be had
   */
  PostgresServer start(ServerOptions options);
}
