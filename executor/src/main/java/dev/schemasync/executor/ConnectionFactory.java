package dev.schemasync.executor;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections to the database of one shard. Called from several threads. */
@FunctionalInterface
public interface ConnectionFactory {
  /**
   * A new connection of the PostgreSQL driver, in autocommit mode, which the caller closes.
   *
   * @throws SQLException when the server cannot be reached or refuses
   */
  Connection open() throws SQLException;
}
