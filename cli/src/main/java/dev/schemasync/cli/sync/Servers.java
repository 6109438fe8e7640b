package dev.schemasync.cli.sync;

import static com.google.common.collect.ImmutableList.toImmutableList;

import dev.schemasync.cli.config.Access;
import dev.schemasync.cli.config.Cluster;
import dev.schemasync.cli.config.Role;
import dev.schemasync.cli.config.ServerTarget;
import dev.schemasync.cli.config.Shard;
import dev.schemasync.engine.Destination;
import dev.schemasync.engine.Origin;
import java.util.List;

/** The configured clusters as the engine takes them. */
final class Servers {
  private Servers() {}

  static Origin origin(Cluster cluster) {
    return new Origin(
        cluster.name(), cluster.shards().stream().map(Servers::origin).collect(toImmutableList()));
  }

  private static Origin.Shard origin(Shard shard) {
    return new Origin.Shard(
        shard.number(),
        shard.readCandidates().stream().map(Servers::server).collect(toImmutableList()));
  }

  private static Origin.Server server(ServerTarget target) {
    return new Origin.Server(
        target.display(),
        target.role() == Role.AUTO,
        new ServerConnection(List.of(target), Access.READ));
  }

  static Destination destination(Cluster cluster) {
    return new Destination(
        cluster.name(),
        cluster.shards().stream().map(Servers::destination).collect(toImmutableList()));
  }

  private static dev.schemasync.executor.Shard destination(Shard shard) {
    ServerConnection connection = new ServerConnection(shard.writeCandidates(), Access.WRITE);
    return new dev.schemasync.executor.Shard(shard.number(), connection.display(), connection);
  }
}
