package dev.schemasync.executor;

import java.sql.SQLException;

/** The shard cannot be reached, or does not let us in. */
public final class ShardUnavailableException extends DestinationException {
  private final transient ServerError error;

  ShardUnavailableException(Shard shard, SQLException cause) {
    this(shard, ServerError.of(cause));
    initCause(cause);
  }

  private ShardUnavailableException(Shard shard, ServerError error) {
    super(shard, "%s: %s".formatted(shard, error));
    this.error = error;
  }

  /** What the server or the driver said. */
  public ServerError error() {
    return error;
  }
}
