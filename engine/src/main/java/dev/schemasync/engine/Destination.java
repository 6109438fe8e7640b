package dev.schemasync.engine;

import com.google.common.collect.ImmutableList;
import dev.schemasync.executor.Shard;

/**
 * The cluster that is written.
 *
 * @param name how it is called in messages
 * @param shards by number; never empty
 */
public record Destination(String name, ImmutableList<Shard> shards) {}
