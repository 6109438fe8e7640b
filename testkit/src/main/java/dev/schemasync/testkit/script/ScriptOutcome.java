package dev.schemasync.testkit.script;

import com.google.common.collect.ImmutableList;

/**
 * How the run of a script went.
 *
 * @param succeeded how many statements the server accepted
 * @param failures the others, in the order of the script
 */
public record ScriptOutcome(int succeeded, ImmutableList<Failure> failures) {

  /**
   * A statement the server rejected.
   *
   * @param line where it starts in the script, from 1
   * @param sql the statement
   * @param sqlState the server's five-character error code
   * @param message what the server said
   */
  public record Failure(int line, String sql, String sqlState, String message) {}
}
