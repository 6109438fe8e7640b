package dev.schemasync.executor;

import java.util.Optional;

/** What became of a shard as a whole. */
public sealed interface ShardResult {
  /** All of its statements are committed, by one transaction. */
  record Committed() implements ShardResult {}

  /** Statements committed on their own or in groups: each one's outcome tells. */
  record Piecemeal() implements ShardResult {}

  /** Nothing has changed: its transaction was rolled back, or never began. */
  record Unchanged(String reason) implements ShardResult {}

  /**
   * Whether its transaction committed could not be found out.
   *
   * @param gid the prepared transaction that the next run will finish, if there is one
   */
  record InDoubt(Optional<String> gid, String reason) implements ShardResult {}
}
