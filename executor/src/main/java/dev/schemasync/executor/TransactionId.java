package dev.schemasync.executor;

import java.sql.SQLException;
import java.util.Optional;

/**
 * A transaction of some server, by which its fate can be asked for later.
 *
 * @param system the server's {@code system_identifier}
 * @param xid its number, 64 bits wide
 */
record TransactionId(String system, String xid) {
  private static final String SYSTEM = "SELECT system_identifier FROM pg_control_system()";

  /** The current transaction of a session. */
  static TransactionId current(Session session) throws SQLException {
    return session
        .query(
            "SELECT (%s) AS system, pg_current_xact_id() AS xid".formatted(SYSTEM),
            row -> new TransactionId(row.getString("system"), row.getString("xid")))
        .getFirst();
  }

  /** The server of a session. */
  static String system(Session session) throws SQLException {
    return session.value(SYSTEM);
  }

  /**
   * What became of it ({@code pg_xact_status}): {@code committed}, {@code aborted}, {@code in
   * progress}, or nothing when the server does not remember.
   *
   * @param session any session on its server
   */
  Optional<String> status(Session session) throws SQLException {
    return session
        .query(
            "SELECT pg_xact_status('%s'::xid8) AS status".formatted(xid),
            row -> Optional.ofNullable(row.getString("status")))
        .getFirst();
  }
}
