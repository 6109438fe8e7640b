package dev.schemasync.cli.sync;

import com.google.common.base.Splitter;
import dev.schemasync.cli.ExitStatus;
import dev.schemasync.executor.ServerError;
import dev.schemasync.executor.ShardUnavailableException;
import java.sql.SQLException;
import java.util.Optional;

/** What a failure to connect or to read means, and what to do about it. */
final class ServerProblem {
  private static final String INVALID_AUTHORIZATION = "28";
  private static final String NO_SUCH_DATABASE = "3D000";
  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  private ServerProblem() {}

  /** The failure of a server, with the exit status that fits it. */
  static RunException of(String server, SQLException failure) {
    String message = Optional.ofNullable(failure.getMessage()).orElse("connection failed");
    ServerError error = ServerError.of(failure);
    return new RunException(status(error), explained(server, message, error), failure);
  }

  /** The failure of a shard that could not be locked. */
  static RunException of(ShardUnavailableException failure) {
    ServerError error = failure.error();
    return new RunException(
        status(error),
        explained("destination " + failure.shard(), error.message(), error),
        failure);
  }

  private static String explained(String server, String message, ServerError error) {
    return server + ": " + firstLine(message) + "; " + remedy(error);
  }

  /**
   * A server that does not let us in was reached: the files name the wrong user, password or
   * database.
   */
  private static ExitStatus status(ServerError error) {
    String state = error.sqlState();
    if (state.startsWith(INVALID_AUTHORIZATION) || state.equals(NO_SUCH_DATABASE)) {
      return ExitStatus.USAGE;
    }
    return error.connectionLost() ? ExitStatus.UNREACHABLE : ExitStatus.FAILED;
  }

  private static String remedy(ServerError error) {
    String state = error.sqlState();
    if (state.startsWith(INVALID_AUTHORIZATION)) {
      return "check user and password of the schema admin in users.toml, and pg_hba.conf on the"
          + " server";
    }
    if (state.equals(NO_SUCH_DATABASE)) {
      return "create the database, or correct database_name in pgdog.toml";
    }
    if (state.equals(INSUFFICIENT_PRIVILEGE)) {
      return "grant the privilege to the schema admin";
    }
    return error.connectionLost()
        ? "check host, port and TLS settings in pgdog.toml, and that the server runs"
        : "SQLSTATE " + state;
  }

  private static String firstLine(String message) {
    return Splitter.on('\n').splitToStream(message).findFirst().orElse(message);
  }
}
