package dev.schemasync.cli.config;

import java.util.Optional;

/**
 * One {@code [[sharded_schemas]]} entry: a schema that lives on one shard.
 *
 * @param database the cluster
 * @param name the schema; every schema without an entry of its own when empty
 * @param shard the shard it lives on, unless {@code all}
 * @param all it lives on every shard
 * @param location where the entry begins
 */
public record ShardedSchema(
    String database, Optional<String> name, long shard, boolean all, Location location) {}
