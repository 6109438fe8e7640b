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

/** An extension that keeps data of its users in tables and sequences of its own. */
class ExtensionDataTest {
  @TempDir private Path directory;

  private static PostgresServer server(int major) {
    return PostgresServers.start(
        ServerOptions.of(major)
            .withExtensionFile("kept.control", "default_version = '1'\nrelocatable = true\n")
            .withExtensionFile(
                "kept--1.sql",
                """
                CREATE TABLE "Set up" (name text PRIMARY KEY, own boolean NOT NULL);
                INSERT INTO "Set up" VALUES ('brought', false);
                CREATE SEQUENCE numbers;
                SELECT pg_extension_config_dump('"Set up"', 'WHERE own');
                SELECT pg_extension_config_dump('numbers', '');
                """));
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void isToldAndNotCopied(int major) throws Exception {
    try (PostgresServer server = server(major);
        Clusters clusters =
            Clusters.on(
                server,
                directory,
                List.of(server),
                0,
                "CREATE SCHEMA ext",
                "CREATE EXTENSION kept SCHEMA ext",
                "INSERT INTO ext.\"Set up\" VALUES ('added', true)",
                "CREATE TABLE a (id bigint PRIMARY KEY)")) {
      CommandRun run = clusters.sync().assertStatus(ExitStatus.DONE).assertNoResult();
      run.assertSays(
          "note [extension-data]",
          "The extension kept keeps data of its users in ext.Set up, ext.numbers;",
          "pg_extension.extcondition");
      assertThat(Clusters.values(clusters.shard(0), "SELECT name FROM ext.\"Set up\""))
          .containsExactly("brought");
      assertThat(clusters.sync().assertStatus(ExitStatus.DONE).err())
          .as("a second run")
          .contains("nothing to do")
          .doesNotContain("error [");
    }
  }
}
