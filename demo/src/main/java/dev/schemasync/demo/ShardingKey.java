package dev.schemasync.demo;

/**
 * Which shard a {@code bigint} belongs to: the partition that {@code PARTITION BY HASH} with as
 * many partitions would put it in. PgDog's own hasher for {@code bigint} computes the same.
 */
final class ShardingKey {

  /** {@code HASH_PARTITION_SEED} of PostgreSQL's {@code partition.h}. */
  private static final String SEED = "8816678312871386365";

  /** What {@code hash_combine64} adds to the hash of a key of one column. */
  private static final String COMBINE = "5305509591434766563";

  /** 2 to the power of 64: the hash is unsigned, SQL's integers are not. */
  private static final String MODULUS = "18446744073709551616";

  private ShardingKey() {}

  /** An SQL condition: the row with that column is one of that shard. */
  static String condition(String column, int shard, int shards) {
    return "mod(mod(hashint8extended(%s, %s)::numeric + %s + %s, %s), %d) = %d"
        .formatted(column, SEED, COMBINE, MODULUS, MODULUS, shards, shard);
  }

  /** An SQL condition: the row of that table is one of that shard. */
  static String condition(SampleTable table, int shard, int shards) {
    return table.sharded() ? condition(SampleApplication.SHARDING_COLUMN, shard, shards) : "true";
  }
}
