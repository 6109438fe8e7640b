package dev.schemasync.engine;

import com.google.common.collect.ImmutableList;
import dev.schemasync.executor.ConnectionFactory;

/**
 * The cluster that is read.
 *
 * @param name how it is called in messages
 * @param shards by number; never empty
 */
public record Origin(String name, ImmutableList<Shard> shards) {
  /**
   * One shard of it.
   *
   * @param servers in the order to ask them; never empty
   */
  public record Shard(int number, ImmutableList<Server> servers) {}

  /**
   * A server of a shard.
   *
   * @param label how it is called in messages, without credentials
   * @param undecided whether it is left open if this is the primary
   */
  public record Server(String label, boolean undecided, ConnectionFactory connections) {}
}
