package dev.schemasync.executor;

/** A run cannot begin on a shard; nothing has been changed on any. */
public abstract sealed class DestinationException extends RuntimeException
    permits DestinationBusyException,
        SameDatabaseException,
        ShardUnavailableException,
        LeftoverException {
  private final transient Shard shard;

  DestinationException(Shard shard, String message) {
    super(message);
    this.shard = shard;
  }

  /** The shard. */
  public Shard shard() {
    return shard;
  }
}
