package dev.schemasync.cli.sync;

import dev.schemasync.cli.ExitStatus;
import dev.schemasync.cli.config.Cluster;
import dev.schemasync.cli.config.Shard;
import dev.schemasync.cli.config.SyncClusters;
import dev.schemasync.model.server.DatabaseKey;
import dev.schemasync.model.server.Snapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds a shard that turns out to be its own source. Where both have one address, the files show
 * it; where one host has two names, only the server can. Two shards of a destination that are one
 * database find each other by its lock.
 */
final class SameDatabase {
  private SameDatabase() {}

  /**
   * Refuses a run that would write to its own source.
   *
   * @param source what the shards of the source hold, by number
   * @param destination the same of the destination
   */
  static void refuse(SyncClusters clusters, List<Snapshot> source, List<Snapshot> destination)
      throws RunException {
    Map<DatabaseKey, String> seen = new HashMap<>();
    for (int i = 0; i < source.size(); i++) {
      seen.put(source.get(i).server().key(), name(clusters.source(), i));
    }
    for (int i = 0; i < destination.size(); i++) {
      String shard = name(clusters.destination(), i);
      Optional<String> earlier = Optional.ofNullable(seen.get(destination.get(i).server().key()));
      if (earlier.isPresent()) {
        throw new RunException(
            ExitStatus.USAGE,
            shard
                + " and "
                + earlier.get()
                + " are one and the same database; nothing was changed. Give one of them another"
                + " host, port or database_name in pgdog.toml");
      }
    }
  }

  private static String name(Cluster cluster, int index) {
    Shard shard = cluster.shards().get(index);
    return "shard %d of \"%s\" (%s)"
        .formatted(shard.number(), cluster.name(), shard.readCandidates().getFirst().display());
  }
}
