package dev.schemasync.cli.sync;

import dev.schemasync.cli.config.Access;
import dev.schemasync.cli.config.ServerTarget;
import dev.schemasync.executor.ConnectionFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * Connections to one shard of a cluster, through the first of its servers that takes them.
 *
 * @param candidates in the order to try; never empty
 */
record ServerConnection(List<ServerTarget> candidates, Access access) implements ConnectionFactory {
  @Override
  public Connection open() throws SQLException {
    SQLException last = new SQLException("no server");
    for (ServerTarget target : candidates) {
      try {
        return DriverManager.getConnection(target.jdbcUrl(), target.jdbcProperties(access));
      } catch (SQLException e) {
        last = e;
      }
    }
    throw last;
  }

  /** How the shard's server is called in messages. */
  String display() {
    return candidates.getFirst().display();
  }
}
