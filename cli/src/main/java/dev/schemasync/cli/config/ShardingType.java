package dev.schemasync.cli.config;

/** {@code data_type}: the type of a sharding column. */
public enum ShardingType {
  BIGINT,
  UUID,
  VARCHAR,
  VECTOR
}
