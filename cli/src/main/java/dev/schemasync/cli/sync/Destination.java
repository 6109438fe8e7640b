package dev.schemasync.cli.sync;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.schemasync.cli.config.Access;
import dev.schemasync.cli.config.Cluster;
import dev.schemasync.executor.Shard;
import dev.schemasync.model.server.Snapshot;

/**
 * The shards that are written.
 *
 * @param shards by number
 */
record Destination(ImmutableList<Shard> shards) {
  static Destination of(Cluster cluster, Cancellation cancellation) {
    return new Destination(
        cluster.shards().stream()
            .map(
                shard -> {
                  ServerConnection connection =
                      new ServerConnection(shard.writeCandidates(), Access.WRITE);
                  return new Shard(
                      shard.number(), connection.display(), cancellation.reaching(connection));
                })
            .collect(toImmutableList()));
  }

  /** What every shard holds now. */
  ImmutableList<Snapshot> read(SnapshotReader reader) throws RunException {
    return reader.readAll(
        shards.stream()
            .map(shard -> new SnapshotReader.Source("destination " + shard, shard.connections()))
            .toList());
  }
}
