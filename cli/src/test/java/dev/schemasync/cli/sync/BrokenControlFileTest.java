package dev.schemasync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemasync.cli.CommandRun;
import dev.schemasync.cli.ExitStatus;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.ServerOptions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that cannot say which extensions it has, since it cannot read the file of one. */
class BrokenControlFileTest {
  @TempDir private Path directory;

  private static PostgresServer broken(int major) {
    return PostgresServers.start(
        ServerOptions.of(major).withExtensionFile("broken.control", "comment = 'no end\n"));
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void aShardWithoutNeedOfExtensionsIsNotToldOfIt(int major) throws Exception {
    try (PostgresServer broken = broken(major);
        Clusters clusters =
            Clusters.on(
                PostgresServers.get(major),
                directory,
                List.of(broken),
                0,
                "CREATE TABLE a (id bigint PRIMARY KEY)")) {
      CommandRun run = clusters.sync().assertStatus(ExitStatus.DONE).assertNoResult();
      assertThat(run.err()).doesNotContain("[");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void whatIsNotKnownIsTold(int major) throws Exception {
    try (PostgresServer broken = broken(major);
        Clusters clusters =
            Clusters.on(
                PostgresServers.get(major),
                directory,
                List.of(broken),
                1,
                "CREATE EXTENSION hstore VERSION '1.4'",
                "COMMENT ON EXTENSION hstore IS NULL",
                "CREATE EXTENSION citext",
                "COMMENT ON EXTENSION citext IS 'mine'",
                "CREATE EXTENSION lo",
                "CREATE TABLE a (id bigint PRIMARY KEY, h hstore, c citext)")) {
      CommandRun run = clusters.sync().assertStatus(ExitStatus.DONE).assertNoResult();
      run.assertSays(
          "warning [extensions-unknown] shard 1: The server does not say which extensions it can"
              + " install: ERROR: syntax error in file",
          "CREATE EXTENSION is tried all the same, for citext, hstore, lo.");
      assertThat(run.err().lines().filter(line -> line.contains("["))).hasSize(1);
      assertThat(clusters.sync().assertStatus(ExitStatus.DONE).err())
          .as("a second run")
          .contains("nothing to do")
          .doesNotContain("[");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void aSourceIsNotAskedWhatItCouldInstall(int major) throws Exception {
    try (PostgresServer broken = broken(major);
        Clusters clusters =
            Clusters.on(
                broken,
                directory,
                List.of(PostgresServers.get(major)),
                0,
                "CREATE EXTENSION hstore",
                "CREATE TABLE a (id bigint PRIMARY KEY, h hstore)")) {
      CommandRun run = clusters.sync().assertStatus(ExitStatus.DONE).assertNoResult();
      assertThat(run.err()).doesNotContain("[");
    }
  }
}
