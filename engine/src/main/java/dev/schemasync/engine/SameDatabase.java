package dev.schemasync.engine;

import dev.schemasync.executor.Shard;
import dev.schemasync.model.server.DatabaseKey;
import dev.schemasync.model.server.Snapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds a shard that turns out to be its own source. Where both have one address, descriptions show
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
  static void refuse(
      Origin origin, List<Snapshot> source, Destination cluster, List<Snapshot> destination)
      throws SyncException {
    Map<DatabaseKey, String> seen = new HashMap<>();
    for (int i = 0; i < source.size(); i++) {
      seen.put(source.get(i).server().key(), name(origin, i));
    }
    for (int i = 0; i < destination.size(); i++) {
      String shard = name(cluster, i);
      Optional<String> earlier = Optional.ofNullable(seen.get(destination.get(i).server().key()));
      if (earlier.isPresent()) {
        throw new SyncException(
            Problem.of(
                Problem.Kind.SAME_DATABASE,
                shard
                    + " and "
                    + earlier.get()
                    + " are one and the same database; nothing was changed"));
      }
    }
  }

  private static String name(Origin cluster, int index) {
    Origin.Shard shard = cluster.shards().get(index);
    return name(shard.number(), cluster.name(), shard.servers().getFirst().label());
  }

  private static String name(Destination cluster, int index) {
    Shard shard = cluster.shards().get(index);
    return name(shard.number(), cluster.name(), shard.label());
  }

  private static String name(int number, String cluster, String server) {
    return "shard %d of \"%s\" (%s)".formatted(number, cluster, server);
  }
}
