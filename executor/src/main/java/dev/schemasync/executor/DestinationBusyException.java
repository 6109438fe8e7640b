package dev.schemasync.executor;

import java.util.OptionalInt;

/** Another run works on the shard. */
public final class DestinationBusyException extends DestinationException {
  private final int pid;
  private final String application;

  DestinationBusyException(Shard shard, int pid, String application) {
    super(
        shard,
        pid == 0
            ? "%s: another run holds its lock; try again".formatted(shard)
            : ("%s: another run works on it (server process %d, application '%s'); wait for it to"
                    + " end, or end it with SELECT pg_terminate_backend(%d)")
                .formatted(shard, pid, application, pid));
    this.pid = pid;
    this.application = application;
  }

  /** The server process that holds the lock; empty when it ended while we looked. */
  public OptionalInt pid() {
    return pid == 0 ? OptionalInt.empty() : OptionalInt.of(pid);
  }

  /** The {@code application_name} of the session that holds the lock. */
  public String application() {
    return application;
  }
}
