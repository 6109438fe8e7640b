package dev.schemasync.cli.roundtrip;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.schemasync.cli.CommandRun;
import dev.schemasync.cli.sync.Clusters;
import dev.schemasync.cli.sync.Clusters.Endpoint;
import dev.schemasync.introspect.Introspector;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.server.Snapshot;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Clusters of empty databases, the roles that the schemas of the tests mention, and runs of every
 * stage between them.
 */
final class RoundTripClusters implements AutoCloseable {
  private static final int SHARDS = 2;

  /** The publication that {@link #publishAll} makes. */
  static final String EVERYTHING = "everything";

  private final Clusters clusters;

  private RoundTripClusters(Clusters clusters) {
    this.clusters = clusters;
  }

  /** Empty databases on a server. */
  static RoundTripClusters on(PostgresServer server) throws SQLException {
    return between(server, server);
  }

  /** Empty databases, the source on one server and the shards on another. */
  static RoundTripClusters between(PostgresServer source, PostgresServer shards)
      throws SQLException {
    return on(source, shards, Endpoint.of(source), Endpoint.of(shards));
  }

  /** Empty databases on a server that the command reaches through other addresses. */
  static RoundTripClusters on(PostgresServer server, Endpoint toSource, Endpoint toShards)
      throws SQLException {
    return on(server, server, toSource, toShards);
  }

  private static RoundTripClusters on(
      PostgresServer from, PostgresServer to, Endpoint toSource, Endpoint toShards)
      throws SQLException {
    Roles.create(from);
    Roles.create(to);
    TestDatabase source = from.freshDatabase("source");
    ImmutableList.Builder<TestDatabase> shards = ImmutableList.builder();
    for (int i = 0; i < SHARDS; i++) {
      shards.add(to.freshDatabase("shard" + i));
    }
    try {
      Path folder = Files.createTempDirectory("roundtrip");
      return new RoundTripClusters(
          Clusters.through(toSource, toShards, folder, source, shards.build()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  TestDatabase source() {
    return clusters.source();
  }

  ImmutableList<TestDatabase> shards() {
    return clusters.shards();
  }

  /** Publishes all tables of the source as {@link #EVERYTHING}. */
  void publishAll() throws SQLException {
    source().execute("CREATE PUBLICATION " + EVERYTHING + " FOR ALL TABLES");
  }

  /** Runs {@code pgdog schema-sync} for one stage. */
  Outcome run(Stage stage, String publication, String... more) {
    CommandRun run =
        clusters.syncOf(
            publication, Stream.concat(flag(stage), Stream.of(more)).toArray(String[]::new));
    return new Outcome(run.status(), run.out(), run.err());
  }

  /** A file that a run has left behind. */
  Path file(String name) {
    return clusters.file(name);
  }

  /** Runs every stage, each of which must succeed. */
  ImmutableList<Outcome> runAll(String publication, String... more) {
    return Stream.of(Stage.values())
        .map(stage -> mustSucceed(stage, publication, more))
        .collect(toImmutableList());
  }

  /** Runs a stage that must exit with status 0. */
  Outcome mustSucceed(Stage stage, String publication, String... more) {
    Outcome outcome = run(stage, publication, more);
    assertThat(outcome.status()).as("%s: %s", stage.label(), outcome.err()).isZero();
    assertThat(outcome.err()).contains("verified: every shard holds what");
    assertThat(outcome.out()).as("standard output of %s", stage.label()).isEmpty();
    return outcome;
  }

  /**
   * Runs every stage once more, none of which may find anything to do; but cutover refreshes the
   * materialized views that hold data.
   */
  void assertNothingLeft(String publication, String... more) throws SQLException {
    for (Stage stage : Stage.values()) {
      Outcome again = mustSucceed(stage, publication, more);
      for (int i = 0; i < SHARDS; i++) {
        int refreshes = stage == Stage.CUTOVER ? read(shards().get(i)).populated().size() : 0;
        assertThat(again.summary(i, stage))
            .as("what a second run of %s did on shard %d: %s", stage.label(), i, again.err())
            .isEqualTo(refreshes == 0 ? "nothing to do" : refreshes + " done");
      }
    }
  }

  /** What a database holds. */
  static Snapshot read(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      return Introspector.read(connection);
    }
  }

  private static Stream<String> flag(Stage stage) {
    return switch (stage) {
      case PRE_DATA -> Stream.empty();
      case POST_DATA -> Stream.of("--data-sync-complete");
      case CUTOVER -> Stream.of("--cutover");
    };
  }

  @Override
  public void close() throws SQLException {
    clusters.close();
    Roles.drop(source().server());
    Roles.drop(shards().getFirst().server());
    try (Stream<Path> files = Files.walk(clusters.directory())) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
