package dev.schemasync.cli.config;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;

/**
 * The servers that one name in {@code [[databases]]} stands for.
 *
 * @param name the cluster, as in {@code --from-database}
 * @param shards by number, from 0 without gaps; never empty
 * @param servers where the servers are named: the file, or the URLs
 * @param admin where the schema admin is named, likewise
 */
public record Cluster(
    String name,
    ImmutableList<Shard> shards,
    ImmutableSortedSet<String> servers,
    ImmutableSortedSet<String> admin) {}
