package dev.schemasync.executor;

import dev.schemasync.model.script.Statement.CrossCheck;

/**
 * Which checks a statement has passed.
 *
 * @param crossCheck what a parser that is not ours said when it was emitted
 * @param serverParser what the shard's own parser said before anything ran
 * @param executed whether it ran and is committed
 */
public record Validity(CrossCheck crossCheck, ServerParser serverParser, boolean executed) {
  /** The verdict of the server's parser, which reads without executing. */
  public enum ServerParser {
    ACCEPTED,
    REJECTED,
    NOT_CHECKED
  }
}
