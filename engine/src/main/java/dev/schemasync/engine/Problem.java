package dev.schemasync.engine;

import java.util.Optional;

/**
 * What keeps a run from going on.
 *
 * @param message what is wrong, without the remedy that depends on how servers were described
 * @param remedy what to do about it, where what the server said tells that
 * @param addition more of it, to be told after the remedy; may be empty
 * @param sqlState what the server said; empty if no server is the reason
 */
public record Problem(
    Kind kind, String message, Optional<String> remedy, String addition, String sqlState) {
  /** What a problem is about. */
  public enum Kind {
    /** A server does not take the user or the password. */
    AUTHORIZATION,
    /** A server has no such database. */
    NO_SUCH_DATABASE,
    /** The user lacks a privilege. */
    PRIVILEGE,
    /** A server could not be reached, or was lost. */
    UNREACHABLE,
    /** A server refused otherwise. */
    REFUSED,
    /** A shard would be written that is read. */
    SAME_DATABASE,
    /** Only a primary will do, and none of the servers is one. */
    NO_PRIMARY,
    /** The servers as they were described cannot be used; the message says it all. */
    UNUSABLE,
    /** Anything else; the message says it all. */
    FAILED
  }

  static Problem of(Kind kind, String message) {
    return new Problem(kind, message, Optional.empty(), "", "");
  }

  Problem adding(String more) {
    return new Problem(kind, message, remedy, addition + more, sqlState);
  }
}
