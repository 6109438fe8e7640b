package dev.schemasync.engine;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A server that did not take a connection, and why.
 *
 * @param server its label
 */
public record Refusal(String server, SQLException reason) {
  private static final String CONNECTION_EXCEPTION = "08";

  /** What several refusals come to: all of them, with the state of the gravest. */
  public static SQLException together(List<Refusal> refusals) {
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

  /** Whether the server itself answered: its reason says more than that another is away. */
  private boolean answered() {
    return !Optional.ofNullable(reason.getSQLState()).orElse("").startsWith(CONNECTION_EXCEPTION);
  }

  @Override
  public String toString() {
    return server + ": " + reason.getMessage();
  }
}
