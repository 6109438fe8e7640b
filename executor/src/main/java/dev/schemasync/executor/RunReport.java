package dev.schemasync.executor;

import com.google.common.collect.ImmutableList;

/**
 * What a run did.
 *
 * @param shards in the order in which they were given
 */
public record RunReport(ImmutableList<ShardReport> shards) {
  /** Whether every statement is done and committed on every shard. */
  public boolean succeeded() {
    return shards.stream().allMatch(ShardReport::succeeded);
  }

  /** Whether a server could not be reached or went away. */
  public boolean connectionLost() {
    return shards.stream().anyMatch(ShardReport::connectionLost);
  }

  /** Whether no shard has changed: every transaction was rolled back, or none began. */
  public boolean unchanged() {
    return shards.stream().allMatch(s -> s.result() instanceof ShardResult.Unchanged);
  }
}
