package dev.schemasync.cli.config;

import com.google.common.collect.ImmutableList;

/**
 * The servers that one name in {@code [[databases]]} stands for.
 *
 * @param name the cluster, as in {@code --from-database}
 * @param shards by number, from 0 without gaps; never empty
 */
public record Cluster(String name, ImmutableList<Shard> shards) {}
