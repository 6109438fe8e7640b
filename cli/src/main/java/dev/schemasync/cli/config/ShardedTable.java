package dev.schemasync.cli.config;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * One {@code [[sharded_tables]]} entry: tables whose rows are spread over the shards by one column.
 *
 * @param database the cluster
 * @param schema every schema when empty
 * @param name every table that has the column when empty
 * @param column the sharding key; empty when the entry names none
 * @param dataType type of the column
 * @param primary whether other tables follow this one
 * @param hasher hash function where there is no mapping
 * @param mapping explicit rules; hashing when empty
 * @param location where the entry begins
 */
public record ShardedTable(
    String database,
    Optional<String> schema,
    Optional<String> name,
    String column,
    ShardingType dataType,
    boolean primary,
    Hasher hasher,
    ImmutableList<ShardMapping> mapping,
    Location location) {}
