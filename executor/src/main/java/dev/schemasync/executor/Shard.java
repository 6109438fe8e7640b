package dev.schemasync.executor;

import java.util.Objects;

/**
 * One database of the destination. Two are equal if their numbers and labels are: how connections
 * are opened has no equality.
 *
 * @param number its shard number, from 0; unique among the shards of a run
 * @param label how it is called in messages, without credentials
 */
public record Shard(int number, String label, ConnectionFactory connections) {
  @Override
  public boolean equals(Object other) {
    return other instanceof Shard shard && shard.number == number && shard.label.equals(label);
  }

  @Override
  public int hashCode() {
    return Objects.hash(number, label);
  }

  @Override
  public String toString() {
    return "shard %d (%s)".formatted(number, label);
  }
}
