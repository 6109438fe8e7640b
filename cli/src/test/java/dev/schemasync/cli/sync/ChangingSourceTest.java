package dev.schemasync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.schemasync.cli.ExitStatus;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.testkit.network.RoundTripCounter;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source that somebody works on, at moments that are forced by a proxy before its server. */
class ChangingSourceTest {
  @TempDir private Path directory;

  /** Whoever reads has just begun, and never comes to an end before the next change. */
  @Test
  void aSchemaThatNeverRestsIsReported() throws Exception {
    PostgresServer server = PostgresServers.get(18);
    try (Clusters clusters =
            Clusters.on(server, directory, 2, "CREATE TABLE a (id bigint PRIMARY KEY, n0 int)");
        RoundTripCounter proxy =
            RoundTripCounter.to(server, trip -> rename(clusters, trip - 1, trip))) {
      String name = "\ndatabase_name = \"%s\"".formatted(clusters.source().name());
      clusters.edit(
          "pgdog.toml", "port = " + server.port() + name, "port = " + proxy.port() + name);
      ImmutableList<Catalog> before = clusters.catalogs();
      clusters
          .sync()
          .assertStatus(ExitStatus.FAILED)
          .assertNoResult()
          .assertOneError()
          .assertSays(
              "source shard 0 (",
              "the schema was changed while it was read (table public.a); reading it again",
              "error: source shard 0 (",
              "5 times",
              "run again");
      assertThat(clusters.catalogs()).isEqualTo(before);
    }
  }

  private static void rename(Clusters clusters, long from, long to) {
    try {
      clusters.source().execute("ALTER TABLE a RENAME n%d TO n%d".formatted(from, to));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
