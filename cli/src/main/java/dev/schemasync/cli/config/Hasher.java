package dev.schemasync.cli.config;

/** {@code hasher}: the function that spreads sharding keys over shards. */
public enum Hasher {
  /** That of PostgreSQL's hash partitioning. */
  POSTGRES,
  SHA1
}
