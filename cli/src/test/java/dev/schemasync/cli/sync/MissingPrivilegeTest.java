package dev.schemasync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemasync.cli.CommandRun;
import dev.schemasync.cli.ExitStatus;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.ServerOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A privilege is missing, and the message of the server does not say who lacks it. */
class MissingPrivilegeTest {
  private static final String ADMIN = "pgdog_test_admin";
  private static final String OWNER = "pgdog_test_owner";

  @TempDir private Path directory;

  @Test
  void anOwnerWithoutCreateOnTheSchemaIsNamed() throws Exception {
    PostgresServer source = PostgresServers.get(18);
    try (PostgresServer server = PostgresServers.start(ServerOptions.of(18))) {
      for (PostgresServer each : List.of(source, server)) {
        each.execute(
            PostgresServer.MAINTENANCE_DATABASE,
            "CREATE ROLE %s SUPERUSER LOGIN".formatted(ADMIN),
            "CREATE ROLE " + OWNER);
      }
      server.execute(
          PostgresServer.MAINTENANCE_DATABASE,
          "ALTER ROLE %s NOSUPERUSER".formatted(ADMIN),
          "GRANT %s TO %s".formatted(OWNER, ADMIN));
      Clusters clusters =
          Clusters.on(
              source,
              directory,
              List.of(server),
              0,
              "CREATE SCHEMA app AUTHORIZATION " + ADMIN,
              "GRANT USAGE, CREATE ON SCHEMA app TO " + OWNER,
              "CREATE TABLE app.t (id bigint PRIMARY KEY)",
              "ALTER TABLE app.t OWNER TO " + OWNER,
              "REVOKE CREATE ON SCHEMA app FROM " + OWNER);
      try {
        clusters.source().execute("ALTER PUBLICATION pub OWNER TO " + ADMIN);
        clusters.write("users.toml", Clusters.users(ADMIN, "any"));
        server.execute(
            clusters.shard(0).name(),
            "GRANT CREATE ON DATABASE %s TO %s".formatted(clusters.shard(0).name(), ADMIN));
        CommandRun run = clusters.sync().assertStatus(ExitStatus.FAILED).assertReadable();
        run.assertSays(
            "permission denied for schema app",
            "the new owner, %1$s, who lacks CREATE on it: grant %1$s that".formatted(OWNER));
        assertThat(run.err()).doesNotContain("grant the schema admin what it lacks");
      } finally {
        clusters.source().close();
        source.execute(
            PostgresServer.MAINTENANCE_DATABASE, "DROP ROLE " + ADMIN, "DROP ROLE " + OWNER);
      }
    }
  }

  @Test
  void whatOnlyASuperuserCanCreateIsKnownBefore() throws Exception {
    PostgresServer source = PostgresServers.get(18);
    try (PostgresServer server = PostgresServers.start(ServerOptions.of(18))) {
      for (PostgresServer each : List.of(source, server)) {
        each.execute(
            PostgresServer.MAINTENANCE_DATABASE,
            "CREATE ROLE %s SUPERUSER LOGIN PASSWORD 'any'".formatted(ADMIN));
      }
      server.execute(
          PostgresServer.MAINTENANCE_DATABASE, "ALTER ROLE %s NOSUPERUSER".formatted(ADMIN));
      Clusters clusters =
          Clusters.on(
              source,
              directory,
              List.of(server),
              0,
              "CREATE SCHEMA app",
              "CREATE TABLE app.t (id int PRIMARY KEY)",
              "CREATE EXTENSION file_fdw SCHEMA app",
              "CREATE EXTENSION citext SCHEMA app",
              "CREATE FUNCTION app.sealed() RETURNS int LEAKPROOF LANGUAGE sql AS 'SELECT 1'",
              "CREATE FUNCTION app.inner_sin(float8) RETURNS float8 LANGUAGE internal AS 'dsin'",
              "CREATE FUNCTION app.usual() RETURNS int LANGUAGE sql AS 'SELECT 1'",
              "ALTER SCHEMA app OWNER TO " + ADMIN,
              "ALTER TABLE app.t OWNER TO " + ADMIN,
              "ALTER FUNCTION app.sealed() OWNER TO " + ADMIN,
              "ALTER FUNCTION app.inner_sin(float8) OWNER TO " + ADMIN,
              "ALTER FUNCTION app.usual() OWNER TO " + ADMIN,
              "DROP SCHEMA public");
      try {
        clusters
            .source()
            .execute(
                "ALTER PUBLICATION pub OWNER TO " + ADMIN,
                "CREATE PUBLICATION of_schema FOR TABLES IN SCHEMA app",
                "CREATE PUBLICATION of_table FOR TABLE app.t",
                "ALTER PUBLICATION of_schema OWNER TO " + ADMIN,
                "ALTER PUBLICATION of_table OWNER TO " + ADMIN);
        clusters.write("users.toml", Clusters.users(ADMIN, "any"));
        server.execute(
            clusters.shard(0).name(),
            "GRANT CREATE ON DATABASE %s TO %s".formatted(clusters.shard(0).name(), ADMIN));

        assertNeeded(
            clusters.sync(),
            "The function app.inner_sin(float8) is in the untrusted language internal",
            "The function app.sealed() is LEAKPROOF",
            "The extension file_fdw is not trusted");

        server.execute(
            clusters.shard(0).name(),
            "CREATE SCHEMA app",
            "CREATE EXTENSION file_fdw SCHEMA app",
            "CREATE FUNCTION app.sealed() RETURNS int LEAKPROOF LANGUAGE sql AS 'SELECT 1'",
            "CREATE FUNCTION app.inner_sin(float8) RETURNS float8 LANGUAGE internal AS 'dsin'",
            "ALTER SCHEMA app OWNER TO " + ADMIN,
            "ALTER FUNCTION app.sealed() OWNER TO " + ADMIN,
            "ALTER FUNCTION app.inner_sin(float8) OWNER TO " + ADMIN);
        clusters.sync().assertStatus(ExitStatus.DONE);

        assertNeeded(
            clusters.sync("--data-sync-complete"),
            "The publication of_schema is FOR TABLES IN SCHEMA",
            "The publication pub is FOR ALL TABLES");
      } finally {
        clusters.source().close();
        source.execute(PostgresServer.MAINTENANCE_DATABASE, "DROP ROLE " + ADMIN);
      }
    }
  }

  private static void assertNeeded(CommandRun run, String... needs) {
    run.assertStatus(ExitStatus.FAILED).assertSays("nothing was changed");
    assertThat(run.err().lines().filter(line -> line.startsWith("error [")))
        .containsExactly(
            Stream.of(needs)
                .map(
                    need ->
                        "error [superuser-needed] shard 0: %s, so only a superuser can create it; the user %s is none."
                            .formatted(need, ADMIN))
                .toArray(String[]::new));
  }
}
