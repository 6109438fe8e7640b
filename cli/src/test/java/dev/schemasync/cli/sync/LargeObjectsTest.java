package dev.schemasync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemasync.cli.CommandRun;
import dev.schemasync.cli.ExitStatus;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Large objects are data: that there are any is told, and they stop nothing. */
class LargeObjectsTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void areToldAndNotCopied(int major) throws Exception {
    PostgresServer server = PostgresServers.get(major);
    try (Clusters clusters =
        Clusters.on(
            server,
            directory,
            List.of(server),
            0,
            "CREATE TABLE a (id bigint PRIMARY KEY, content oid)",
            "SELECT lo_create(4242)",
            "SELECT lo_create(4243)",
            "SELECT lo_create(4244)",
            "GRANT SELECT ON LARGE OBJECT 4242 TO PUBLIC",
            "GRANT SELECT ON LARGE OBJECT 4243 TO PUBLIC",
            "REVOKE SELECT ON LARGE OBJECT 4243 FROM PUBLIC",
            "COMMENT ON LARGE OBJECT 4244 IS 'a picture'")) {
      CommandRun run = clusters.sync().assertStatus(ExitStatus.DONE).assertNoResult();
      run.assertSays(
          "warning [large-objects]",
          "The source has large objects, 3 in all (owners: postgres; with a comment: 1; with"
              + " privileges: 1).",
          "pg_dump --data-only --large-objects");
      assertThat(Clusters.values(clusters.shard(0), "SELECT oid FROM pg_largeobject_metadata"))
          .isEmpty();

      clusters.shard(0).execute("SELECT lo_create(4242)");
      assertThat(clusters.sync().assertStatus(ExitStatus.DONE).err())
          .as("a second run")
          .contains("nothing to do")
          .doesNotContain("destination-extra");
    }
  }
}
