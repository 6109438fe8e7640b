package dev.schemasync.introspect;

import java.sql.SQLException;
import java.util.Optional;

/** A lock that the reading needs was not given in time. */
public final class LockedException extends SQLException {
  private static final long serialVersionUID = 1;

  LockedException(Optional<ReadEvent.Waiting> last, SQLException cause) {
    super(
        last.map(LockedException::named)
            .orElse(
                "a lock that reading needs was not given in time; pg_locks tells who has it: wait"
                    + " for them, or end them, and run again"),
        cause.getSQLState(),
        cause);
  }

  private static String named(ReadEvent.Waiting last) {
    return "after %d s reading still %s; wait for the end of it, or end it with %s, and run again"
        .formatted(
            last.waited().toSeconds(),
            last,
            last.holders().stream().allMatch(holder -> holder.pid() == 0)
                ? "ROLLBACK PREPARED"
                : "pg_terminate_backend");
  }
}
