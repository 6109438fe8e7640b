package dev.schemasync.cli.config;

import com.google.common.collect.ImmutableList;

/**
 * One {@code [[omnisharded_tables]]} entry: tables that hold the same rows on every shard.
 *
 * @param database the cluster
 * @param sticky whether a client keeps to one shard; of no concern to a schema
 * @param tables names without a schema
 * @param location where the entry begins
 */
public record OmnishardedTables(
    String database, boolean sticky, ImmutableList<String> tables, Location location) {}
