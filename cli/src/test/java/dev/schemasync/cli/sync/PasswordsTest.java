package dev.schemasync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemasync.cli.CommandRun;
import dev.schemasync.cli.ExitStatus;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.ServerOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passwords are in nothing that a run writes. */
class PasswordsTest {
  private static final String SECRET = "Zx-very.secret-91";
  private static final String WRONG = "Qy-not:the&one-27";

  @TempDir private Path directory;

  @Test
  void passwordsAppearNowhere() throws Exception {
    try (PostgresServer server =
            PostgresServers.start(ServerOptions.of(18).withPasswordAuthentication());
        Clusters clusters = Clusters.on(server, directory, 2, LostShardTest.SLOW)) {
      server.execute(
          PostgresServer.MAINTENANCE_DATABASE,
          "CREATE ROLE admin LOGIN SUPERUSER PASSWORD '%s'".formatted(SECRET));
      clusters.write("users.toml", Clusters.users("admin", SECRET));
      List<CommandRun> runs = new ArrayList<>();

      runs.add(clusters.command("configcheck").assertStatus(ExitStatus.DONE));
      runs.add(clusters.sync("--dry-run").assertStatus(ExitStatus.DONE));
      clusters.shard(0).execute("CREATE TABLE b (other text)");
      runs.add(clusters.sync().assertStatus(ExitStatus.FAILED));
      clusters.shard(0).execute("DROP TABLE b", "CREATE TYPE refused AS (x int)");
      runs.add(clusters.sync().assertStatus(ExitStatus.DONE));
      clusters.shard(1).execute("INSERT INTO a VALUES (1)", "DROP FUNCTION slow(bigint)");
      runs.add(clusters.sync("--data-sync-complete").assertStatus(ExitStatus.FAILED));
      runs.add(clusters.sync().assertStatus(ExitStatus.DONE));
      runs.add(clusters.sync("--data-sync-complete").assertStatus(ExitStatus.DONE));
      runs.add(clusters.sync("--cutover").assertStatus(ExitStatus.DONE));

      clusters.write("users.toml", Clusters.users("admin", WRONG));
      runs.add(clusters.sync().assertStatus(ExitStatus.USAGE));
      clusters.write("users.toml", Clusters.users("admin", SECRET) + "passwort = \"x\"\n");
      runs.add(clusters.sync().assertStatus(ExitStatus.USAGE));
      clusters.write("users.toml", Clusters.users("admin", SECRET + "\" oops"));
      runs.add(clusters.sync().assertStatus(ExitStatus.USAGE));
      clusters.write("users.toml", Clusters.users("admin", SECRET));
      clusters.edit(
          "users.toml", "password = \"" + SECRET + "\"", "password = [\"" + SECRET + "\"]");
      runs.add(
          CommandRun.of(directory, Map.of("PGDOG_DEBUG", "1"), withFiles(clusters))
              .assertStatus(ExitStatus.USAGE));

      for (CommandRun run : runs) {
        assertThat(run.out()).doesNotContain(SECRET, WRONG);
        assertThat(run.err()).doesNotContain(SECRET, WRONG);
      }
      try (var files = Files.list(directory)) {
        assertThat(files.filter(f -> f.toString().endsWith(".sql")))
            .allSatisfy(f -> assertThat(f).content().doesNotContain(SECRET));
      }
    }
  }

  private static String[] withFiles(Clusters clusters) {
    List<String> args = new ArrayList<>(List.of(clusters.files()));
    args.addAll(List.of(Clusters.SYNC));
    return args.toArray(String[]::new);
  }
}
