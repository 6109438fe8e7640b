package dev.schemasync.cli.config;

import com.google.common.collect.ImmutableList;

/**
 * {@code pgdog.toml}, as far as this program uses it. Lists are in file order.
 *
 * @param file the path as the user gave it
 * @param general {@code [general]}
 * @param keepAlive {@code [tcp]}
 * @param databases {@code [[databases]]}, one entry per server
 * @param shardedTables {@code [[sharded_tables]]}
 * @param omnishardedTables {@code [[omnisharded_tables]]}
 * @param shardedSchemas {@code [[sharded_schemas]]}
 */
public record Configuration(
    String file,
    General general,
    KeepAlive keepAlive,
    ImmutableList<DatabaseEntry> databases,
    ImmutableList<ShardedTable> shardedTables,
    ImmutableList<OmnishardedTables> omnishardedTables,
    ImmutableList<ShardedSchema> shardedSchemas) {}
