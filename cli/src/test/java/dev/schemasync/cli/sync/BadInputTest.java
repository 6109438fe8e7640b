package dev.schemasync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.schemasync.cli.CommandRun;
import dev.schemasync.cli.ExitStatus;
import dev.schemasync.executor.DestinationLock;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.ServerOptions;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot work is refused with one message, the right exit status and no change anywhere. */
class BadInputTest {
  @TempDir private Path directory;
  private final PostgresServer server = PostgresServers.get(18);
  private Clusters clusters;
  private ImmutableList<Catalog> before;

  @BeforeEach
  void start() throws IOException, SQLException {
    clusters = Clusters.on(server, directory, 2, "CREATE TABLE a (id bigint PRIMARY KEY)");
    before = clusters.catalogs();
  }

  @AfterEach
  void stop() throws SQLException {
    clusters.close();
  }

  private void assertRefused(CommandRun run, ExitStatus status, String... parts)
      throws SQLException {
    run.assertStatus(status).assertNoResult().assertReadable().assertSays(parts);
    assertThat(clusters.catalogs()).isEqualTo(before);
  }

  @Test
  void missingFile() throws Exception {
    Files.delete(clusters.file("users.toml"));
    assertRefused(clusters.sync(), ExitStatus.USAGE, clusters.file("users.toml").toString());
  }

  @Test
  void brokenToml() throws Exception {
    clusters.write("pgdog.toml", "[[databases]\nname = \"prod\"\n");
    assertRefused(clusters.sync(), ExitStatus.USAGE, "pgdog.toml:1:");
  }

  @Test
  void unknownKey() throws Exception {
    clusters.edit("pgdog.toml", "host =", "hots =");
    assertRefused(clusters.sync(), ExitStatus.USAGE, "pgdog.toml:3:1", "hots", "host");
  }

  @Test
  void unknownDatabase() throws Exception {
    assertRefused(
        clusters.command(
            "schema-sync", "--from-database=pord", "--to-database=sharded", "--publication=pub"),
        ExitStatus.USAGE,
        "pord",
        "prod");
  }

  @Test
  void noSchemaAdmin() throws Exception {
    clusters.edit("users.toml", "schema_admin = true", "");
    assertRefused(
        clusters.sync(), ExitStatus.USAGE, "schema_admin = true", "[[users]]", "users.toml");
  }

  @Test
  void noPrimaryInAShard() throws Exception {
    clusters.edit("pgdog.toml", "shard = 1", "shard = 1\nrole = \"replica\"");
    assertRefused(clusters.sync(), ExitStatus.USAGE, "primary", "shard 1");
  }

  @Test
  void shardGap() throws Exception {
    clusters.edit("pgdog.toml", "shard = 1", "shard = 2");
    assertRefused(clusters.sync(), ExitStatus.USAGE, "shard", "1", "sharded");
  }

  @Test
  void sourceUnderAnotherName() throws Exception {
    clusters.edit(
        "pgdog.toml",
        "host = \"%s\"\nport = %d\ndatabase_name = \"%s\""
            .formatted(server.host(), server.port(), clusters.shard(1).name()),
        "host = \"localhost\"\nport = %d\ndatabase_name = \"%s\""
            .formatted(server.port(), clusters.source().name()));
    CommandRun run = clusters.sync();
    run.assertOneError();
    assertRefused(
        run,
        ExitStatus.USAGE,
        "shard 1 of \"sharded\" (localhost:",
        "shard 0 of \"prod\" (" + server.host(),
        "are one and the same database; nothing was changed");
    assertRefused(clusters.sync("--dry-run"), ExitStatus.USAGE, "are one and the same database");
  }

  @Test
  void shardUnderAnotherName() throws Exception {
    clusters.edit(
        "pgdog.toml",
        "host = \"%s\"\nport = %d\ndatabase_name = \"%s\""
            .formatted(server.host(), server.port(), clusters.shard(1).name()),
        "host = \"localhost\"\nport = %d\ndatabase_name = \"%s\""
            .formatted(server.port(), clusters.shard(0).name()));
    // Either way the second of the two finds the lock of the first.
    for (String[] options : new String[][] {{}, {"--dry-run"}}) {
      assertRefused(
          clusters.sync(options),
          ExitStatus.USAGE,
          "shard 1 (localhost:",
          "shard 0 (" + server.host(),
          "are one and the same database; nothing was changed");
    }
  }

  @Test
  void unreachableHost() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    clusters.edit(
        "pgdog.toml",
        "port = %d\ndatabase_name = \"%s\"".formatted(server.port(), clusters.shard(1).name()),
        "port = %d\ndatabase_name = \"%s\"".formatted(free, clusters.shard(1).name()));
    CommandRun run = clusters.sync();
    run.assertOneError();
    assertRefused(
        run, ExitStatus.UNREACHABLE, "shard 1", ":" + free, "check host, port", "pgdog.toml");
    clusters.sync("--dry-run").assertStatus(ExitStatus.UNREACHABLE).assertOneError();
  }

  @Test
  void unreachableSource() throws Exception {
    String name = "\ndatabase_name = \"%s\"".formatted(clusters.source().name());
    clusters.edit("pgdog.toml", "port = " + server.port() + name, "port = 1" + name);
    CommandRun run = clusters.sync();
    run.assertOneError();
    assertRefused(run, ExitStatus.UNREACHABLE, "source shard 0", ":1/", "check host, port");
  }

  @Test
  void unreachableByUrl() {
    CommandRun.of(
            directory,
            Map.of(
                "PGDOG_DATABASE_URL_1", "postgres://u:p@127.0.0.1:1/prod",
                "PGDOG_DATABASE_URL_2", "postgres://u:p@127.0.0.1:1/sharded"),
            Clusters.SYNC)
        .assertStatus(ExitStatus.UNREACHABLE)
        .assertOneError()
        .assertSays("TLS settings in PGDOG_DATABASE_URL_1 or PGDOG_DATABASE_URL_2, and that");
  }

  @Test
  void missingDatabase() throws Exception {
    clusters.edit("pgdog.toml", clusters.shard(1).name(), "nowhere");
    CommandRun run = clusters.sync();
    run.assertOneError();
    assertRefused(run, ExitStatus.USAGE, "shard 1", "nowhere", "create the database", "pgdog.toml");
  }

  @Test
  void wrongPassword() throws Exception {
    try (PostgresServer strict =
            PostgresServers.start(ServerOptions.of(18).withPasswordAuthentication());
        Clusters refused =
            Clusters.on(strict, directory, 2, "CREATE TABLE a (id bigint PRIMARY KEY)")) {
      ImmutableList<Catalog> untouched = refused.catalogs();
      refused.write("users.toml", Clusters.users(strict.superuser(), ""));
      refused
          .sync()
          .assertStatus(ExitStatus.USAGE)
          .assertNoResult()
          .assertOneError()
          .assertSays("asks for a password, and none is configured; check user and password");

      refused.write("users.toml", Clusters.users(strict.superuser(), "open sesame"));
      refused
          .sync()
          .assertStatus(ExitStatus.USAGE)
          .assertNoResult()
          .assertOneError()
          .assertSays("destination shard 0", "password authentication failed", "users.toml");

      refused.write("users.toml", Clusters.users(strict.superuser(), strict.superuserPassword()));
      String source = "database_name = \"%s\"\n".formatted(refused.source().name());
      refused.edit("pgdog.toml", source, source + "password = \"open sesame\"\n");
      refused
          .sync()
          .assertStatus(ExitStatus.USAGE)
          .assertNoResult()
          .assertOneError()
          .assertSays("source shard 0", "password authentication failed", "users.toml");

      refused.edit("pgdog.toml", source + "password = \"open sesame\"\n", source);
      refused.edit("pgdog.toml", "shard = 1", "shard = 1\npassword = \"open sesame\"");
      refused
          .sync()
          .assertStatus(ExitStatus.USAGE)
          .assertNoResult()
          .assertOneError()
          .assertSays("destination shard 1", "password authentication failed", "users.toml");
      assertThat(refused.catalogs()).isEqualTo(untouched);
    }
  }

  @Test
  void notEnoughPrivilege() throws Exception {
    String role = "poor_" + UUID.randomUUID().toString().substring(0, 8);
    clusters.source().execute("CREATE SCHEMA app", "CREATE TABLE app.b (id int PRIMARY KEY)");
    server.execute(PostgresServer.MAINTENANCE_DATABASE, "CREATE ROLE %s LOGIN".formatted(role));
    try {
      clusters.edit("pgdog.toml", "shard = 1", "shard = 1\nuser = \"%s\"".formatted(role));
      CommandRun run = clusters.sync();
      assertRefused(
          run,
          ExitStatus.FAILED,
          "error [missing-privilege] shard 1: The user " + role + " may not create schemas",
          "may not create objects in the schema public",
          "GRANT CREATE ON SCHEMA");
      assertThat(run.err()).doesNotContain("shard 0: The user");
    } finally {
      server.execute(PostgresServer.MAINTENANCE_DATABASE, "DROP ROLE " + role);
    }
  }

  @Test
  void anotherTableOfThatName() throws Exception {
    clusters.shard(1).execute("CREATE TABLE a (id text PRIMARY KEY, more int)");
    before = clusters.catalogs();
    CommandRun run = clusters.sync();
    assertRefused(
        run,
        ExitStatus.FAILED,
        "error [destination-conflict] shard 1: The table public.a exists with another columns:",
        "Column (name id, type text, ",
        "Column (name more, type int4, local true)",
        "Drop or rename it");
    assertThat(run.err()).doesNotContain("Optional");
    assertRefused(clusters.sync("--dry-run"), ExitStatus.FAILED, "[destination-conflict] shard 1:");
  }

  @Test
  void anotherKindOfThatName() throws Exception {
    clusters.shard(0).execute("CREATE VIEW a AS SELECT 1::bigint AS id");
    before = clusters.catalogs();
    assertRefused(
        clusters.sync(), ExitStatus.FAILED, "[destination-conflict] shard 0:", "public.a");
  }

  @Test
  void destinationThatIsBusy() throws Exception {
    try (var other = clusters.shard(1).connect();
        var statement = other.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(%d)".formatted(DestinationLock.KEY));
      assertRefused(
          clusters.sync(), ExitStatus.FAILED, "shard 1", "another run", "pg_terminate_backend");
    }
  }
}
