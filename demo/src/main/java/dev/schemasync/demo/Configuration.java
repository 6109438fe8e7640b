package dev.schemasync.demo;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The two files that {@code pgdog} reads.
 *
 * @param pgdog the path of {@code pgdog.toml}
 * @param users the path of {@code users.toml}
 */
record Configuration(Path pgdog, Path users) {

  /** The cluster of one server that has the application now. */
  static final String SOURCE = "encore";

  /** The cluster of the shards. */
  static final String DESTINATION = "encore_sharded";

  /** The files in a directory, which need not exist yet. */
  static Configuration in(Path directory) {
    return new Configuration(directory.resolve("pgdog.toml"), directory.resolve("users.toml"));
  }

  /** Writes both files. */
  void write(Servers servers, ImmutableList<SampleTable> tables) throws IOException {
    Files.writeString(pgdog, pgdogToml(servers, tables));
    Files.deleteIfExists(users);
    // Nobody else may read it, not even before the password is in it.
    Files.createFile(
        users, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(users, usersToml(servers.source().password()));
  }

  private static String pgdogToml(Servers servers, ImmutableList<SampleTable> tables) {
    StringBuilder toml = new StringBuilder("# The application as it is: one server.\n");
    toml.append(database(SOURCE, servers.source(), 0));
    toml.append("\n# The application as it will be.\n");
    for (int shard = 0; shard < servers.shards().size(); shard++) {
      toml.append(database(DESTINATION, servers.shards().get(shard), shard));
    }
    return toml.append(
            """

            # Every table with this column is sharded by it.
            [[sharded_tables]]
            database = "%1$s"
            column = "%2$s"
            data_type = "bigint"

            # Every shard has all rows of these.
            [[omnisharded_tables]]
            database = "%1$s"
            tables = [%3$s]
            """
                .formatted(
                    DESTINATION,
                    SampleApplication.SHARDING_COLUMN,
                    tables.stream()
                        .filter(table -> !table.sharded())
                        .map(table -> '"' + table.name() + '"')
                        .collect(joining(", "))))
        .toString();
  }

  private static String database(String cluster, Member member, int shard) {
    return """
    [[databases]]
    name = "%s"
    host = "%s"
    port = %d
    role = "primary"
    shard = %d
    database_name = "%s"

    """
        .formatted(cluster, member.server().host(), member.server().port(), shard, Member.DATABASE);
  }

  private static String usersToml(String password) {
    return """
    # The password of this one demonstration; it opens nothing else.
    [[users]]
    name = "%s"
    databases = ["%s", "%s"]
    password = "%s"
    schema_admin = true
    """
        .formatted(Member.ADMIN, SOURCE, DESTINATION, password);
  }
}
