package dev.schemasync.cli.sync;

import com.google.common.collect.ImmutableSet;
import dev.schemasync.cli.config.Access;
import dev.schemasync.cli.config.ServerTarget;
import dev.schemasync.cli.config.Vigilance;
import dev.schemasync.executor.ConnectionFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Connections to one shard of a cluster, through the first of its servers that takes them. Each
 * server is asked to watch over its end of the connection as well as it can.
 */
final class ServerConnection implements ConnectionFactory {
  private static final String CONNECTION_EXCEPTION = "08";

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

  /** A server that did not take the connection, and why. */
  record Refusal(ServerTarget target, SQLException reason) {
    /** Whether the server itself answered: its reason says more than that another is away. */
    boolean answered() {
      return !Optional.ofNullable(reason.getSQLState()).orElse("").startsWith(CONNECTION_EXCEPTION);
    }

    @Override
    public String toString() {
      return target.display() + ": " + reason.getMessage();
    }
  }

  @Override
  public Connection open() throws SQLException {
    List<Refusal> refusals = new ArrayList<>();
    for (ServerTarget target : candidates) {
      try {
        return open(target, taken.getOrDefault(target, Vigilance.AT_WORK));
      } catch (SQLException e) {
        refusals.add(new Refusal(target, e));
      }
    }
    throw refused(refusals);
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

  /** What several refusals come to: all of them, with the state of the gravest. */
  static SQLException refused(List<Refusal> refusals) {
    SQLException gravest =
        refusals.stream()
            .filter(Refusal::answered)
            .findFirst()
            .orElse(refusals.getFirst())
            .reason();
    if (refusals.size() == 1) {
      return gravest;
    }
    SQLException all =
        new SQLException(
            "no server of the shard takes the connection: "
                + refusals.stream().map(Refusal::toString).collect(Collectors.joining(" | ")),
            gravest.getSQLState());
    refusals.forEach(refusal -> all.addSuppressed(refusal.reason()));
    return all;
  }

  /** How the shard's server is called in messages. */
  String display() {
    return candidates.getFirst().display();
  }
}
