package dev.schemasync.executor;

/**
 * A prepared transaction that a killed run left on a shard.
 *
 * @param gid its name in {@code pg_prepared_xacts}
 */
public record Leftover(Shard shard, String gid, Fate fate) {
  /** What is to become of it. */
  public sealed interface Fate {
    /** That run had decided to commit. */
    record Commit() implements Fate {}

    /** That run ended before it decided, or decided against it. */
    record RollBack() implements Fate {}

    /** Nobody here can tell; a person must. */
    record Unknown(String reason) implements Fate {}
  }

  /** The statement that ends it, on a connection to the shard's database. */
  public String finish(boolean commit) {
    return Gid.finish(gid, commit);
  }
}
