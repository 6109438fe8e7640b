package dev.schemasync.cli.sync;

import dev.schemasync.cli.CommandRun;
import dev.schemasync.cli.ExitStatus;
import dev.schemasync.testkit.server.PostgresServers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shard on a server that keeps more than the source's server knows. */
class NewerServerTest {
  @TempDir private Path directory;

  /** The server would number the second of two names that are alike, and schema public differs. */
  @Test
  void whatTheServerWouldChooseIsChosenBefore() throws Exception {
    String longName = "a".repeat(45);
    try (Clusters clusters =
        Clusters.on(
            PostgresServers.get(13),
            directory,
            List.of(PostgresServers.get(18)),
            0,
            "CREATE TABLE a_b (id int PRIMARY KEY, c int NOT NULL)",
            "CREATE TABLE a (id int PRIMARY KEY, b_c int NOT NULL)",
            "CREATE TABLE %1$s_1 (id int PRIMARY KEY, %1$s int NOT NULL)".formatted(longName),
            "CREATE TABLE %1$s_2 (id int PRIMARY KEY, %1$s int NOT NULL)".formatted(longName),
            "CREATE TABLE p (id int NOT NULL, d date NOT NULL) PARTITION BY RANGE (d)",
            "CREATE TABLE p_d PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2021-01-01')",
            "ALTER TABLE p ADD PRIMARY KEY (id, d)")) {
      clusters.shard(0).execute("CREATE TABLE x (y int CONSTRAINT a_id_not_null CHECK (y > 0))");
      for (String stage : List.of("--jobs=2", "--data-sync-complete", "--cutover")) {
        clusters
            .sync(stage)
            .assertStatus(ExitStatus.DONE)
            .assertSays("verified: every shard holds what");
      }
      CommandRun again = clusters.sync().assertStatus(ExitStatus.DONE);
      again.assertSays("nothing to do");
    }
  }
}
