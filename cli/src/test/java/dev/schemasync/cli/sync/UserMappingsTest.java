package dev.schemasync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemasync.cli.CommandRun;
import dev.schemasync.cli.ExitStatus;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in user mappings reaches the shards, and nobody else. */
class UserMappingsTest {
  private static final String SECRET = "Zx-it's \\very.secret-91";
  private static final String OTHER = "Qy-another:secret-27";
  private static final String OPTIONS =
      "SELECT array_to_string(umoptions, '|') FROM pg_user_mappings ORDER BY 1";

  private static final String[] SCHEMA = {
    "CREATE TABLE a (id bigint PRIMARY KEY)",
    "CREATE FOREIGN DATA WRAPPER w",
    "CREATE SERVER far FOREIGN DATA WRAPPER w",
    "CREATE USER MAPPING FOR PUBLIC SERVER far OPTIONS (user 'me', password '%s')"
        .formatted(SECRET.replace("'", "''"))
  };

  /** Tells the whole statement, and the value alone, wherever a server can tell something. */
  private static final String[] REFUSAL = {
    """
    CREATE FUNCTION refuse() RETURNS event_trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'no: %%', current_query()
        USING DETAIL = '%1$s', HINT = 'so ' || current_query(), ERRCODE = 'XX123';
    END $$
    """
        .formatted(SECRET.replace("'", "''")),
    """
    CREATE EVENT TRIGGER refuse ON ddl_command_end WHEN TAG IN ('CREATE USER MAPPING')
      EXECUTE FUNCTION refuse()
    """
  };

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void valuesAreInNothingThatARunWrites(int major) throws Exception {
    try (Clusters clusters = Clusters.on(PostgresServers.get(major), directory, 2, SCHEMA)) {
      List<CommandRun> runs = new ArrayList<>();
      CommandRun dryRun = clusters.sync("--dry-run").assertStatus(ExitStatus.DONE);
      runs.add(dryRun);
      assertThat(dryRun.out())
          .containsPattern(
              "-- secrets are not shown; give psql each as a variable: --set=secret_\\d+_1=VALUE\n"
                  + "CREATE USER MAPPING FOR PUBLIC SERVER far OPTIONS \\(\"user\""
                  + " :'secret_\\d+_1', password :'secret_\\d+_2'\\);");

      clusters.shard(1).execute(REFUSAL);
      runs.add(
          clusters
              .sync()
              .assertStatus(ExitStatus.FAILED)
              .assertSays(
                  "no: ",
                  "detail: ****",
                  "hint: so CREATE USER MAPPING",
                  "| CREATE USER MAPPING FOR PUBLIC SERVER far OPTIONS (\"user\" '****', password"
                      + " '****')"));
      assertThat(clusters.file("pgdog-schema-sync-failures-pre-data-shard-1.sql"))
          .content()
          .contains("-- secrets are not shown", "password :'secret_", "failed: no: ");
      clusters.shard(1).execute("DROP EVENT TRIGGER refuse", "DROP FUNCTION refuse()");

      clusters
          .shard(0)
          .execute(
              SCHEMA[1],
              SCHEMA[2],
              "CREATE USER MAPPING FOR PUBLIC SERVER far OPTIONS (password '%s')".formatted(OTHER));
      runs.add(
          clusters
              .sync()
              .assertStatus(ExitStatus.FAILED)
              .assertSays(
                  "{password=****} on the shard, {user=****, password=****} on the source"));
      clusters.shard(0).execute("DROP USER MAPPING FOR PUBLIC SERVER far");

      runs.add(clusters.sync().assertStatus(ExitStatus.DONE));
      runs.add(clusters.sync().assertStatus(ExitStatus.DONE).assertSays("nothing to do"));
      for (int i = 0; i < 2; i++) {
        assertThat(Clusters.values(clusters.shard(i), OPTIONS))
            .containsExactly("user=me|password=" + SECRET);
      }
      for (CommandRun run : runs) {
        assertThat(run.out() + run.err())
            .doesNotContain(SECRET, SECRET.replace("'", "''"), OTHER, "very.secret");
      }
      try (var files = Files.list(directory)) {
        assertThat(files.filter(f -> f.toString().endsWith(".sql")))
            .allSatisfy(f -> assertThat(f).content().doesNotContain("very.secret", OTHER));
      }
    }
  }

  @Test
  void whoMayNotReadOneIsTold() throws Exception {
    PostgresServer server = PostgresServers.get(18);
    server.execute(
        PostgresServer.MAINTENANCE_DATABASE, "CREATE ROLE reads_few LOGIN PASSWORD 'any'");
    try (Clusters clusters = Clusters.on(server, directory, 1, SCHEMA)) {
      clusters.write(
          "users.toml",
          user("prod", "reads_few", "any")
              + user("sharded", server.superuser(), server.superuserPassword()));
      clusters
          .sync()
          .assertStatus(ExitStatus.FAILED)
          .assertSays(
              "error [user-mapping-hidden] shard 0: The options of the user mapping PUBLIC on"
                  + " server far may not be read by the user of the source, so that no shard gets"
                  + " it.");
      clusters.sync("--accept", "user-mapping-hidden").assertStatus(ExitStatus.DONE);
      assertThat(Clusters.values(clusters.shard(0), OPTIONS)).isEmpty();

      clusters.shard(0).execute(SCHEMA[3]);
      clusters
          .sync()
          .assertStatus(ExitStatus.DONE)
          .assertSays("warning [user-mapping-not-compared]", "user mapping PUBLIC on server far");
    } finally {
      server.execute(PostgresServer.MAINTENANCE_DATABASE, "DROP ROLE reads_few");
    }
  }

  private static String user(String database, String name, String password) {
    return """
    [[users]]
    name = "%s"
    database = "%s"
    password = "%s"
    schema_admin = true
    """
        .formatted(name, database, password);
  }
}
