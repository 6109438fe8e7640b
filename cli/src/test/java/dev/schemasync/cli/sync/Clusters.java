package dev.schemasync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.schemasync.cli.CommandRun;
import dev.schemasync.introspect.Introspector;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** A source, the shards of a destination, the two files that name them, and the command. */
public final class Clusters implements AutoCloseable {
  /** Where a server is reached. */
  public record Endpoint(String host, int port) {
    /** Where it listens itself. */
    public static Endpoint of(PostgresServer server) {
      return new Endpoint(server.host(), server.port());
    }
  }

  private final Path directory;
  private final TestDatabase source;
  private final ImmutableList<TestDatabase> shards;
  private int addedSources;

  private Clusters(Path directory, TestDatabase source, ImmutableList<TestDatabase> shards) {
    this.directory = directory;
    this.source = source;
    this.shards = shards;
  }

  /** All on one server, with a publication {@code pub} of every table of the source. */
  static Clusters on(PostgresServer server, Path directory, int shards, String... schema)
      throws IOException, SQLException {
    return on(server, directory, List.of(), shards, schema);
  }

  /** The same, with the last shards on servers of their own. */
  static Clusters on(
      PostgresServer server,
      Path directory,
      List<PostgresServer> others,
      int shards,
      String... schema)
      throws IOException, SQLException {
    TestDatabase source = server.freshDatabase("source");
    source.execute(schema);
    source.execute("CREATE PUBLICATION pub FOR ALL TABLES");
    ImmutableList.Builder<TestDatabase> made = ImmutableList.builder();
    for (int i = 0; i < shards; i++) {
      made.add(server.freshDatabase("shard" + i));
    }
    for (PostgresServer other : others) {
      made.add(other.freshDatabase("far"));
    }
    Clusters clusters = new Clusters(directory, source, made.build());
    clusters.writeFiles(Clusters::listening, Clusters::listening);
    return clusters;
  }

  /** Of databases as they are, whose servers the command reaches through other addresses. */
  public static Clusters through(
      Endpoint toSource,
      Endpoint toShards,
      Path directory,
      TestDatabase source,
      ImmutableList<TestDatabase> shards)
      throws IOException {
    Clusters clusters = new Clusters(directory, source, shards);
    clusters.writeFiles(_ -> toSource, _ -> toShards);
    return clusters;
  }

  private void writeFiles(
      Function<TestDatabase, Endpoint> toSource, Function<TestDatabase, Endpoint> toShards)
      throws IOException {
    write(
        "pgdog.toml",
        entry("prod", toSource.apply(source), source, 0) + "\n" + destinationEntries(toShards));
    write("users.toml", users(source.server().superuser(), source.server().superuserPassword()));
  }

  private static Endpoint listening(TestDatabase database) {
    return Endpoint.of(database.server());
  }

  /** The part of pgdog.toml that names the shards. */
  String destinationEntries() {
    return destinationEntries(Clusters::listening);
  }

  private String destinationEntries(Function<TestDatabase, Endpoint> toShards) {
    List<String> entries = new ArrayList<>();
    for (int i = 0; i < shards.size(); i++) {
      entries.add(entry("sharded", toShards.apply(shards.get(i)), shards.get(i), i));
    }
    return String.join("\n", entries);
  }

  private static String entry(String cluster, Endpoint at, TestDatabase database, int shard) {
    return """
    [[databases]]
    name = "%s"
    host = "%s"
    port = %d
    database_name = "%s"
    shard = %d
    """
        .formatted(cluster, at.host(), at.port(), database.name(), shard);
  }

  /** A users.toml whose only user administers every cluster. */
  static String users(String name, String password) {
    return """
    [[users]]
    name = "%s"
    password = "%s"
    all_databases = true
    schema_admin = true
    """
        .formatted(name, password);
  }

  /** Makes the source a cluster of one shard more, with a publication {@code pub} of its own. */
  TestDatabase addSourceShard(String... schema) throws IOException, SQLException {
    TestDatabase added = source.server().freshDatabase("source");
    added.execute(schema);
    added.execute("CREATE PUBLICATION pub FOR ALL TABLES");
    int number = addedSources++ + 1;
    write(
        "pgdog.toml",
        Files.readString(file("pgdog.toml")) + entry("prod", listening(added), added, number));
    return added;
  }

  public TestDatabase source() {
    return source;
  }

  public ImmutableList<TestDatabase> shards() {
    return shards;
  }

  TestDatabase shard(int number) {
    return shards.get(number);
  }

  public Path directory() {
    return directory;
  }

  public Path file(String name) {
    return directory.resolve(name);
  }

  void write(String name, String text) throws IOException {
    Files.writeString(file(name), text);
  }

  /** Replaces a part of a file, which must be there. */
  void edit(String name, String old, String replacement) throws IOException {
    String text = Files.readString(file(name));
    assertThat(text).contains(old);
    write(name, text.replace(old, replacement));
  }

  /** Runs a stage: {@code schema-sync} from the source to the shards. */
  CommandRun sync(String... options) {
    return command(Stream.concat(Stream.of(SYNC), Stream.of(options)).toArray(String[]::new));
  }

  /** The same with another publication than {@code pub}. */
  public CommandRun syncOf(String publication, String... options) {
    List<String> args = new ArrayList<>(List.of(SYNC));
    args.set(args.size() - 1, publication);
    args.addAll(List.of(options));
    return command(args.toArray(String[]::new));
  }

  /** The command and the options that every run needs. */
  static final String[] SYNC = {
    "schema-sync", "--from-database", "prod", "--to-database", "sharded", "--publication", "pub"
  };

  /** Runs any command with the two files. */
  CommandRun command(String... args) {
    return CommandRun.of(
        directory,
        Map.of(),
        Stream.concat(Stream.of(files()), Stream.of(args)).toArray(String[]::new));
  }

  /** The options that name the two files. */
  String[] files() {
    return new String[] {"-c", file("pgdog.toml").toString(), "-u", file("users.toml").toString()};
  }

  /** What every shard holds. */
  ImmutableList<Catalog> catalogs() throws SQLException {
    ImmutableList.Builder<Catalog> catalogs = ImmutableList.builder();
    for (TestDatabase shard : shards) {
      try (Connection connection = shard.connect()) {
        catalogs.add(Introspector.read(connection).catalog());
      }
    }
    return catalogs.build();
  }

  /** The first column of a query. */
  static ImmutableList<String> values(TestDatabase database, String sql) throws SQLException {
    ImmutableList.Builder<String> values = ImmutableList.builder();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values.build();
  }

  @Override
  public void close() throws SQLException {
    for (TestDatabase shard : shards) {
      shard.close();
    }
    source.close();
  }
}
