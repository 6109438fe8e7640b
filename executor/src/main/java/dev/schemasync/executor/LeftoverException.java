package dev.schemasync.executor;

/** A killed run left a prepared transaction whose fate nobody here can tell. */
public final class LeftoverException extends DestinationException {
  private final String gid;

  LeftoverException(Shard shard, String gid, String reason) {
    super(
        shard,
        ("%s: an earlier run left the prepared transaction '%s' behind, and %s; connect to that"
                + " database and finish it with COMMIT PREPARED '%s' or ROLLBACK PREPARED '%s'")
            .formatted(shard, gid, reason, gid, gid));
    this.gid = gid;
  }

  /** The transaction's name in {@code pg_prepared_xacts}. */
  public String gid() {
    return gid;
  }
}
