package dev.schemasync.executor;

import dev.schemasync.model.plan.CheckedRole;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * An error as the server (or, where no server answered, the driver) described it.
 *
 * @param sqlState the five-character code (manual, appendix "PostgreSQL Error Codes"); empty when
 *     the driver gave none
 * @param position where in the statement, in characters from 1
 * @param where the server's call stack: functions and lines
 */
public record ServerError(
    String sqlState,
    String message,
    Optional<String> detail,
    Optional<String> hint,
    Optional<Integer> position,
    Optional<String> where) {
  /** {@code query_canceled}: what a statement that was cancelled ends with. */
  static final String CANCELED = "57014";

  private static final String CONNECTION_EXCEPTION = "08";
  private static final String INSUFFICIENT_PRIVILEGE = "42501";
  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final String DEADLOCK_DETECTED = "40P01";
  private static final String OUT_OF_MEMORY = "53200";
  private static final String TOO_MANY_CONNECTIONS = "53300";
  private static final String LOCK_TABLE_SETTING = "max_locks_per_transaction";
  private static final String SLOTS_SETTING = "max_prepared_transactions";

  /** What the server, or the driver, said. */
  public static ServerError of(SQLException exception) {
    Optional<ServerError> masked = Secrecy.said(exception);
    if (masked.isPresent()) {
      return masked.get();
    }
    for (Throwable e = exception; e != null; e = e.getCause()) {
      if (e instanceof PSQLException psql && psql.getServerErrorMessage() != null) {
        return of(psql.getServerErrorMessage(), exception);
      }
    }
    return new ServerError(
        Optional.ofNullable(exception.getSQLState()).orElse(""),
        Optional.ofNullable(exception.getMessage()).orElse(exception.getClass().getSimpleName()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static ServerError of(ServerErrorMessage said, SQLException exception) {
    return new ServerError(
        Optional.ofNullable(said.getSQLState()).orElse(""),
        Optional.ofNullable(said.getMessage()).orElse(String.valueOf(exception.getMessage())),
        Optional.ofNullable(said.getDetail()),
        Optional.ofNullable(said.getHint()),
        said.getPosition() > 0 ? Optional.of(said.getPosition()) : Optional.empty(),
        Optional.ofNullable(said.getWhere()));
  }

  /** The same with all that it says in other words. */
  ServerError map(UnaryOperator<String> words) {
    return new ServerError(
        sqlState,
        words.apply(message),
        detail.map(words),
        hint.map(words),
        position,
        where.map(words));
  }

  /** Whether the connection is gone, or could not be made. */
  public boolean connectionLost() {
    return sqlState.startsWith(CONNECTION_EXCEPTION)
        || switch (sqlState) {
          // Ended for idling or for the length of its transaction; or there was no room for it.
          case "25P03", "25P04", TOO_MANY_CONNECTIONS -> true;
          case "57P01", "57P02", "57P03", "57P04", "57P05" -> true;
          default -> false;
        };
  }

  /** Whether to try again may help: someone else held a lock. */
  boolean lockConflict() {
    return sqlState.equals(LOCK_NOT_AVAILABLE) || sqlState.equals(DEADLOCK_DETECTED);
  }

  /** Whether the server's table of locks has no room for more. */
  boolean lockTableFull() {
    return sqlState.equals(OUT_OF_MEMORY)
        && hint.stream().anyMatch(text -> text.contains(LOCK_TABLE_SETTING));
  }

  /** Whether the server has no room for one more prepared transaction. */
  boolean slotsFull() {
    return sqlState.equals(OUT_OF_MEMORY)
        && hint.stream().anyMatch(text -> text.contains(SLOTS_SETTING));
  }

  /** Whether there was no room for one more connection, though the server is there. */
  public boolean tooManyConnections() {
    return sqlState.equals(TOO_MANY_CONNECTIONS);
  }

  /** Whether the statement was cancelled, from here or by somebody else. */
  public boolean canceled() {
    return sqlState.equals(CANCELED);
  }

  /** What to do about it, where that can be told from the error alone. */
  public Optional<String> remedy() {
    if (lockTableFull()) {
      return Optional.of("raise max_locks_per_transaction on that server and restart it");
    }
    if (slotsFull()) {
      return Optional.of("raise max_prepared_transactions on that server and restart it");
    }
    if (tooManyConnections()) {
      return Optional.of(
          "use fewer connections (--jobs 1), or raise the limit: CONNECTION LIMIT of the role or"
              + " the database, or max_connections of the server");
    }
    if (sqlState.equals(LOCK_NOT_AVAILABLE)) {
      return Optional.of(
          "find the session that holds the lock (pg_locks, pg_blocking_pids) and let it end");
    }
    if (canceled()) {
      return Optional.of(
          "somebody cancelled it, or the statement_timeout of the role or the database is too short"
              + " for it: raise that");
    }
    if (isPrivilegeMissing()) {
      return Optional.of("grant the schema admin what it lacks, or connect as another role");
    }
    return connectionLost()
        ? Optional.of("wait until the server is back: what is done is not done twice")
        : Optional.empty();
  }

  private boolean isPrivilegeMissing() {
    return sqlState.equals(INSUFFICIENT_PRIVILEGE);
  }

  /**
   * What to do about it when it is the error of a statement.
   *
   * @param checkedRoles whose privileges the server checked beside those of the connected role
   */
  public Optional<String> remedy(List<CheckedRole> checkedRoles) {
    return isPrivilegeMissing() && !checkedRoles.isEmpty()
        ? Optional.of(
            checkedRoles.stream().map(ServerError::grant).collect(Collectors.joining("; ")))
        : remedy();
  }

  /** The server's message says what is lacking, and on what, but not who lacks it. */
  private static String grant(CheckedRole checked) {
    return switch (checked.reason()) {
      case BECOMES_OWNER ->
          ("if the message denies permission for a schema or database, it is the new owner, %1$s,"
                  + " who lacks CREATE on it: grant %1$s that; else the schema admin must own the"
                  + " object and be a member of %1$s who may SET ROLE to it: grant the schema admin"
                  + " that")
              .formatted(checked.role());
      case IS_OWNER ->
          ("the server runs a part of this as %1$s, who owns it: grant %1$s what the message names,"
                  + " or the schema admin, if %1$s has it")
              .formatted(checked.role());
    };
  }

  /** The code and the message. */
  @Override
  public String toString() {
    return sqlState.isEmpty() ? message : "%s (SQLSTATE %s)".formatted(message, sqlState);
  }
}
