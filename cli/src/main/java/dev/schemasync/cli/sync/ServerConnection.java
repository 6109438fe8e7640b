package dev.schemasync.cli.sync;

import dev.schemasync.cli.config.Access;
import dev.schemasync.cli.config.ServerTarget;
import dev.schemasync.executor.ConnectionFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Connections to one shard of a cluster, through the first of its servers that takes them.
 *
 * @param candidates in the order to try; never empty
 */
record ServerConnection(List<ServerTarget> candidates, Access access) implements ConnectionFactory {
  private static final String CONNECTION_EXCEPTION = "08";

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
        return DriverManager.getConnection(target.jdbcUrl(), target.jdbcProperties(access));
      } catch (SQLException e) {
        refusals.add(new Refusal(target, e));
      }
    }
    throw refused(refusals);
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
