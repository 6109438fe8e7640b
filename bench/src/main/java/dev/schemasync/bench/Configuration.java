package dev.schemasync.bench;

import com.google.common.collect.ImmutableList;
import dev.schemasync.testkit.network.RoundTripCounter;
import dev.schemasync.testkit.server.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The two files of a run, and the arguments that name them. */
final class Configuration {
  private Configuration() {}

  static void write(
      Path files,
      PostgresServer server,
      RoundTripCounter address,
      String source,
      ImmutableList<String> shards)
      throws IOException {
    StringBuilder databases = new StringBuilder("[general]\n");
    databases.append(database("source", address, 0, source));
    for (int shard = 0; shard < shards.size(); shard++) {
      databases.append(database("destination", address, shard, shards.get(shard)));
    }
    Files.writeString(files.resolve("pgdog.toml"), databases);
    Files.writeString(
        files.resolve("users.toml"), user(server, "source") + user(server, "destination"));
  }

  private static String database(
      String cluster, RoundTripCounter address, int shard, String database) {
    return """

    [[databases]]
    name = "%s"
    host = "%s"
    port = %d
    shard = %d
    database_name = "%s"
    """
        .formatted(cluster, address.host(), address.port(), shard, database);
  }

  private static String user(PostgresServer server, String cluster) {
    return """

    [[users]]
    name = "%s"
    password = "%s"
    database = "%s"
    schema_admin = true
    """
        .formatted(server.superuser(), server.superuserPassword(), cluster);
  }

  static ImmutableList<String> arguments(Path files, String publication) {
    return ImmutableList.of(
        "--config",
        files.resolve("pgdog.toml").toString(),
        "--users",
        files.resolve("users.toml").toString(),
        "schema-sync",
        "--from-database",
        "source",
        "--to-database",
        "destination",
        "--publication",
        publication);
  }
}
