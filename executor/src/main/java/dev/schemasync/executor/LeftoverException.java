package dev.schemasync.executor;

/** A killed run left a prepared transaction that cannot be finished here. */
public final class LeftoverException extends DestinationException {
  private final transient Leftover leftover;

  LeftoverException(Leftover leftover, String reason) {
    super(
        leftover.shard(),
        ("%s: an earlier run left the prepared transaction '%s' behind, and %s; find out whether"
                + " that run has committed on its other shards, connect to this shard's database"
                + " and finish it with %s or %s")
            .formatted(
                leftover.shard(),
                leftover.gid(),
                reason,
                leftover.finish(true),
                leftover.finish(false)));
    this.leftover = leftover;
  }

  /** The transaction's name in {@code pg_prepared_xacts}. */
  public String gid() {
    return leftover.gid();
  }
}
