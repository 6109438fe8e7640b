package dev.schemasync.executor;

import java.time.Duration;

/** What became of a statement. Every planned statement ends as exactly one of these. */
public sealed interface StatementOutcome {
  /**
   * It ran and is committed.
   *
   * @param duration as seen from here; for a statement of a batch, its equal part of the batch
   */
  record Done(Duration duration) implements StatementOutcome {}

  /**
   * The server refused it, or was lost while it ran; in the latter case a statement outside a
   * transaction may still have had its effect.
   */
  record Failed(ServerError error) implements StatementOutcome {}

  /** It ran, but its transaction was rolled back. */
  record RolledBack(String reason) implements StatementOutcome {}

  /** It was never sent. */
  record NotReached(String reason) implements StatementOutcome {}

  /** It ran, and whether its transaction committed could not be found out. */
  record InDoubt(String reason) implements StatementOutcome {}
}
