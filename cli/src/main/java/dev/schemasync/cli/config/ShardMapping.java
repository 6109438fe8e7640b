package dev.schemasync.cli.config;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** One rule of {@code mapping}. Lists are asked first, then ranges, then the rule for the rest. */
public sealed interface ShardMapping {

  /** Number of the shard that the rule leads to. */
  long shard();

  /** These keys. */
  record OfList(ImmutableList<ShardingKey> values, long shard) implements ShardMapping {}

  /** Keys from {@code start} on, up to but without {@code end}; empty means unbounded. */
  record OfRange(Optional<ShardingKey> start, Optional<ShardingKey> end, long shard)
      implements ShardMapping {}

  /** Every key that no other rule matches. */
  record OfRest(long shard) implements ShardMapping {}

  /** A value of a sharding column. */
  sealed interface ShardingKey {}

  record NumberKey(long value) implements ShardingKey {}

  /** Text or a UUID, as written. */
  record TextKey(String value) implements ShardingKey {}
}
