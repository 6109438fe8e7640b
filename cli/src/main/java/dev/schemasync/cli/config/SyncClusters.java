package dev.schemasync.cli.config;

/**
 * Both ends of a run.
 *
 * @param source every shard of it can be read
 * @param destination every shard of it has a server that may take writes
 */
public record SyncClusters(Cluster source, Cluster destination) {}
