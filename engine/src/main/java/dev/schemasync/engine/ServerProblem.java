package dev.schemasync.engine;

import com.google.common.base.Splitter;
import dev.schemasync.executor.ServerError;
import dev.schemasync.executor.ShardUnavailableException;
import java.sql.SQLException;
import java.util.Optional;

/** What a failure to connect or to read means. */
final class ServerProblem {
  private static final String INVALID_AUTHORIZATION = "28";
  private static final String NO_SUCH_DATABASE = "3D000";
  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  private ServerProblem() {}

  /** The failure of a server. */
  static SyncException of(String server, SQLException failure) {
    String message = Optional.ofNullable(failure.getMessage()).orElse("connection failed");
    return new SyncException(problem(server, message, ServerError.of(failure)), failure);
  }

  /** The failure of a shard that could not be locked. */
  static Problem of(ShardUnavailableException failure) {
    ServerError error = failure.error();
    return problem("destination " + failure.shard(), error.message(), error);
  }

  private static Problem problem(String server, String message, ServerError error) {
    return new Problem(
        kind(error), server + ": " + firstLine(message), remedy(error), "", error.sqlState());
  }

  /** Where no server was reached, and nothing has begun, there is none in what was said. */
  private static Optional<String> remedy(ServerError error) {
    return error.connectionLost() && !error.tooManyConnections()
        ? Optional.empty()
        : error.remedy();
  }

  private static Problem.Kind kind(ServerError error) {
    String state = error.sqlState();
    if (state.startsWith(INVALID_AUTHORIZATION)) {
      return Problem.Kind.AUTHORIZATION;
    }
    if (state.equals(NO_SUCH_DATABASE)) {
      return Problem.Kind.NO_SUCH_DATABASE;
    }
    if (state.equals(INSUFFICIENT_PRIVILEGE)) {
      return Problem.Kind.PRIVILEGE;
    }
    return error.connectionLost() ? Problem.Kind.UNREACHABLE : Problem.Kind.REFUSED;
  }

  private static String firstLine(String message) {
    return Splitter.on('\n').splitToStream(message).findFirst().orElse(message);
  }
}
