package dev.schemasync.cli.sync;

import com.google.common.collect.ImmutableSet;
import dev.schemasync.cli.config.Access;
import dev.schemasync.cli.config.ServerTarget;
import dev.schemasync.cli.config.Vigilance;
import dev.schemasync.engine.Refusal;
import dev.schemasync.executor.ConnectionFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Connections to one shard of a cluster, through the first of its servers that takes them. Each
 * server is asked to watch over its end of the connection as well as it can.
 */
final class ServerConnection implements ConnectionFactory {
  /**
   * A server that does not know a setting, one whose system cannot do it, and poolers that take
   * none at all.
   */
  private static final ImmutableSet<String> SETTING_REFUSED =
      ImmutableSet.of("42704", "22023", "08P01", "0A000");

  private final List<ServerTarget> candidates;
  private final Access access;

  /** What a server took, so that the others are not tried at every connection. */
  private final Map<ServerTarget, Vigilance> taken = new ConcurrentHashMap<>();

  /**
   * Connections to a shard.
   *
   * @param candidates in the order to try; never empty
   */
  ServerConnection(List<ServerTarget> candidates, Access access) {
    this.candidates = candidates;
    this.access = access;
  }

  @Override
  public Connection open() throws SQLException {
    List<Refusal> refusals = new ArrayList<>();
    for (ServerTarget target : candidates) {
      try {
        return open(target, taken.getOrDefault(target, Vigilance.AT_WORK));
      } catch (SQLException e) {
        refusals.add(new Refusal(target.display(), e));
      }
    }
    throw Refusal.together(refusals);
  }

  private Connection open(ServerTarget target, Vigilance vigilance) throws SQLException {
    try {
      Connection connection =
          DriverManager.getConnection(target.jdbcUrl(), target.jdbcProperties(access, vigilance));
      taken.put(target, vigilance);
      return connection;
    } catch (SQLException e) {
      Optional<Vigilance> lower = vigilance.lower();
      if (lower.isPresent() && SETTING_REFUSED.contains(e.getSQLState())) {
        return open(target, lower.get());
      }
      throw e;
    }
  }

  /** How the shard's server is called in messages. */
  String display() {
    return candidates.getFirst().display();
  }
}
