package dev.schemasync.cli.config;

import static dev.schemasync.cli.config.ConfigurationFiles.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.schemasync.model.name.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterResolverTest {

  /** A source with one server and a destination with two shards. */
  private static final String TWO_CLUSTERS =
      """
      [[databases]]
      name = "prod"
      host = "source"

      [[databases]]
      name = "prod_sharded"
      host = "shard1"
      shard = 1

      [[databases]]
      name = "prod_sharded"
      host = "shard0"
      """;

  @TempDir Path directory;
  ConfigurationFiles files;

  @BeforeEach
  void setUp() {
    files = new ConfigurationFiles(directory);
  }

  private static String server(String cluster, String host, String rest) {
    return "[[databases]]\nname = \"%s\"\nhost = \"%s\"\n%s\n".formatted(cluster, host, rest);
  }

  private ServerTarget source(String databaseKeys, String usersToml) throws ConfigurationException {
    Cluster cluster =
        files.resolver(server("prod", "source", databaseKeys), usersToml).source("prod");
    return cluster.shards().getFirst().readCandidates().getFirst();
  }

  @Test
  void ordersShardsByNumber() throws Exception {
    SyncClusters clusters = files.resolver(TWO_CLUSTERS, ADMIN).resolve("prod", "prod_sharded");
    assertThat(clusters.source().name()).isEqualTo("prod");
    assertThat(clusters.source().shards()).hasSize(1);
    assertThat(clusters.destination().shards())
        .map(shard -> shard.number() + " " + shard.writeCandidates().getFirst().host())
        .containsExactly("0 shard0", "1 shard1");
  }

  @Test
  void fillsInDefaults() throws Exception {
    assertThat(source("", ADMIN))
        .isEqualTo(
            new ServerTarget(
                "source",
                5432,
                "prod",
                "migrator",
                Optional.of(new Secret("hunter2")),
                new TlsSettings(TlsVerify.PREFER, Optional.empty(), Optional.empty()),
                KeepAlive.DEFAULT,
                Duration.ofSeconds(5),
                Optional.empty(),
                Optional.empty(),
                Role.PRIMARY));
  }

  @Test
  void prefersTheServerCredentialsOfTheUser() throws Exception {
    ServerTarget target = source("", ADMIN + "server_user = 'pg'\nserver_password = 'pgpass'\n");
    assertThat(target.user()).isEqualTo("pg");
    assertThat(target.password()).contains(new Secret("pgpass"));
  }

  @Test
  void prefersWhatTheDatabaseEntrySays() throws Exception {
    ServerTarget target =
        source(
            """
            port = 6000
            database_name = "app"
            user = "owner"
            password = "ownerpass"
            statement_timeout = 10
            """,
            ADMIN
                + """
                server_user = "pg"
                server_password = "pgpass"
                statement_timeout = 20
                lock_timeout = 30
                """);
    assertThat(target.display()).isEqualTo("source:6000/app");
    assertThat(target.user()).isEqualTo("owner");
    assertThat(target.password()).contains(new Secret("ownerpass"));
    assertThat(target.statementTimeout()).contains(Duration.ofMillis(10));
    assertThat(target.lockTimeout()).contains(Duration.ofMillis(30));
  }

  @Test
  void takesTheFirstOfSeveralPasswords() throws Exception {
    String user = "[[users]]\nname = 'a'\ndatabase = 'prod'\nschema_admin = true\n";
    assertThat(source("", user + "passwords = ['one', 'two']\n").password())
        .contains(new Secret("one"));
    assertThat(source("", user + "passwords = ['one']\npassword = 'zero'\n").password())
        .contains(new Secret("zero"));
    assertThat(source("", user).password()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "all_databases = true",
        "all_databases = true\ndatabase = 'other'",
        "database = 'prod'",
        "database = 'prod'\ndatabases = ['other']",
        "databases = ['other', 'prod']",
        "database = ''\ndatabases = ['prod']",
      })
  void findsTheSchemaAdmin(String clusters) throws Exception {
    String users = "[[users]]\nname = 'x'\ndatabase = 'prod'\n[[users]]\nname = 'admin'\n";
    assertThat(source("", users + "schema_admin = true\n" + clusters + "\n").user())
        .isEqualTo("admin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[[users]]\nname = 'a'\ndatabase = 'prod'\n",
        "[[users]]\nname = 'a'\nschema_admin = true\n",
        "[[users]]\nname = 'a'\nschema_admin = true\ndatabase = 'other'\ndatabases = ['prod']\n",
      })
  void showsTheLinesToAddForASchemaAdmin(String users) throws Exception {
    assertThat(files.runProblems(TWO_CLUSTERS, users, "prod", "prod_sharded"))
        .containsExactly(
            """
            users.toml: no user with schema_admin = true for cluster "prod"; add one that may \
            create schemas and tables on its servers:

                [[users]]
                name = "migrator"
                database = "prod"
                password = "..."
                schema_admin = true
            """,
            """
            users.toml: no user with schema_admin = true for cluster "prod_sharded"; add one that \
            may create schemas and tables on its servers:

                [[users]]
                name = "migrator"
                database = "prod_sharded"
                password = "..."
                schema_admin = true
            """);
  }

  @Test
  void refusesTwoSchemaAdmins() throws Exception {
    String second =
        "[[users]]\nname = 'second'\ndatabase = 'prod'\npassword = 'x'\nschema_admin = true\n";
    assertThat(files.runProblems(TWO_CLUSTERS, ADMIN + second, "prod", "prod_sharded"))
        .containsExactly(
            "users.toml:6:1: users[1].schema_admin: cluster \"prod\" has more than one schema"
                + " admin: \"migrator\" (users.toml:1:1), \"second\" (users.toml:6:1); leave"
                + " schema_admin = true on the one that is to own what is created");
  }

  @Test
  void refusesOtherWaysToAuthenticate() throws Exception {
    assertThat(
            files.runProblems(
                TWO_CLUSTERS, ADMIN + "server_auth = 'rds_iam'\n", "prod", "prod_sharded"))
        .first()
        .isEqualTo(
            "users.toml:1:1: users[0].server_auth: the schema admin of \"prod\" authenticates with"
                + " rds_iam, which is not supported here; use a schema admin with server_auth ="
                + " \"password\"");
  }

  @Test
  void listsTheClustersItKnows() throws Exception {
    assertThat(files.runProblems(TWO_CLUSTERS, ADMIN, "prd", "nothing"))
        .containsExactly(
            "pgdog.toml: --from-database: no cluster \"prd\" in [[databases]]; did you mean"
                + " \"prod\"? known: prod, prod_sharded",
            "pgdog.toml: --to-database: no cluster \"nothing\" in [[databases]]; known: prod,"
                + " prod_sharded");
    assertThat(files.runProblems("", ADMIN, "prod", "other"))
        .first()
        .asString()
        .endsWith("the file has no [[databases]]");
  }

  @Test
  void refusesToCopyAClusterOntoItself() throws Exception {
    assertThat(files.runProblems(TWO_CLUSTERS, ADMIN, "prod", "prod"))
        .containsExactly(
            "pgdog.toml: --to-database: \"prod\" is the source as well; name another cluster");
    assertThat(
            files.runProblems(
                server("a", "db1", "database_name = 'app'")
                    + server("b", "DB1", "database_name = 'app'"),
                ADMIN,
                "a",
                "b"))
        .containsExactly(
            "pgdog.toml: --to-database: shard 0 of \"b\" is shard 0 of \"a\": DB1:5432/app; a run"
                + " would write to its own source");
  }

  @Test
  void refusesAGapBetweenShards() throws Exception {
    String toml =
        server("a", "h", "")
            + server("b", "h0", "")
            + server("b", "h2", "shard = 2")
            + server("b", "h9", "shard = 9223372036854775807");
    assertThat(files.runProblems(toml, ADMIN, "a", "b"))
        .containsExactly(
            "pgdog.toml:9:1: databases[2].shard: shard 1 of \"b\" is missing, but this is shard 2;"
                + " number the shards from 0 without gaps");
    assertThat(
            files.runProblems(
                server("a", "h", "") + server("b", "h1", "shard = 1"), ADMIN, "b", "a"))
        .first()
        .asString()
        .contains("shard 0 of \"b\" is missing");
  }

  @Test
  void needsAPrimaryInEveryShardOfTheDestination() throws Exception {
    String toml =
        server("a", "r", "role = 'replica'")
            + server("b", "h0", "")
            + server("b", "h1", "shard = 1\nrole = 'replica'");
    assertThat(files.runProblems(toml, ADMIN, "a", "b"))
        .containsExactly(
            "pgdog.toml:9:1: databases[2].role: shard 1 of \"b\" has no primary to write to; add"
                + " its primary to [[databases]]");
    assertThat(files.resolver(toml, ADMIN).source("a").shards().getFirst().readCandidates())
        .map(ServerTarget::host)
        .containsExactly("r");
  }

  @Test
  void ordersCandidatesByRole() throws Exception {
    String servers =
        server("a", "r", "role = 'replica'")
            + server("a", "auto1", "role = 'auto'")
            + server("a", "auto2", "role = 'auto'");
    Shard withoutPrimary = files.resolver(servers, ADMIN).destination("a").shards().getFirst();
    assertThat(withoutPrimary.writeCandidates())
        .map(ServerTarget::host)
        .containsExactly("auto1", "auto2");
    assertThat(withoutPrimary.readCandidates())
        .map(ServerTarget::host)
        .containsExactly("auto1", "auto2", "r");

    Shard withPrimary =
        files.resolver(servers + server("a", "p", ""), ADMIN).destination("a").shards().getFirst();
    assertThat(withPrimary.writeCandidates()).map(ServerTarget::host).containsExactly("p");
    assertThat(withPrimary.readCandidates()).first().extracting(ServerTarget::host).isEqualTo("p");
  }

  @Test
  void refusesTwoPrimariesInAShard() throws Exception {
    assertThat(
            files.runProblems(
                server("a", "h", "") + server("b", "p", "") + server("b", "q", ""),
                ADMIN,
                "a",
                "b"))
        .containsExactly(
            "pgdog.toml:9:1: databases[2].role: shard 0 of \"b\" has a primary already:"
                + " pgdog.toml:5:1; give this server another shard or role = \"replica\"");
  }

  @Test
  void refusesTwoShardsInOneDatabase() throws Exception {
    assertThat(
            files.runProblems(
                server("a", "h", "") + server("b", "p", "") + server("b", "p", "shard = 1"),
                ADMIN,
                "a",
                "b"))
        .containsExactly(
            "pgdog.toml:9:1: databases[2].host: the same database as shard 0 at pgdog.toml:5:1;"
                + " give it another host, port or database_name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/var/run/postgresql", "a,b", "h?sslmode=disable", "h/x", "h:1", "a b"})
  void refusesAHostThatIsMoreThanAName(String host) throws Exception {
    assertThat(files.runProblems(server("a", host, "") + server("b", "p", ""), ADMIN, "a", "b"))
        .containsExactly(
            "pgdog.toml:1:1: databases[0].host: not a host name or an IP address; name the server"
                + " only");
  }

  @Test
  void refusesATimeoutThatPostgresqlCannotHold() throws Exception {
    assertThat(
            files.runProblems(
                server("a", "h", "statement_timeout = 2147483648") + server("b", "p", ""),
                ADMIN + "lock_timeout = 9223372036854775807\n",
                "a",
                "b"))
        .containsExactly(
            "pgdog.toml:1:1: databases[0].statement_timeout: PostgreSQL accepts at most 2147483647"
                + " milliseconds; leave the key out for no limit",
            "users.toml:1:1: users[0].lock_timeout: PostgreSQL accepts at most 2147483647"
                + " milliseconds; leave the key out for no limit");
  }

  @Test
  void reportsAllProblemsOfBothClusters() throws Exception {
    String toml = server("a", "h", "shard = 1") + server("b", "q", "role = 'replica'\nshard = 1");
    assertThat(files.runProblems(toml, "", "a", "b"))
        .map(problem -> problem.lines().findFirst().orElseThrow())
        .satisfiesExactly(
            problem -> assertThat(problem).startsWith("pgdog.toml:1:1: databases[0].shard"),
            problem -> assertThat(problem).startsWith("pgdog.toml:5:1: databases[1].role"),
            problem -> assertThat(problem).startsWith("pgdog.toml:5:1: databases[1].shard"),
            problem -> assertThat(problem).startsWith("users.toml: no user").contains("\"a\""),
            problem -> assertThat(problem).startsWith("users.toml: no user").contains("\"b\""));
  }

  @Test
  void checksClustersThatNoRunNames() throws Exception {
    String toml = TWO_CLUSTERS + server("other", "x", "shard = 3");
    assertThat(files.shown(files.resolver(toml, "").check()))
        .singleElement()
        .asString()
        .contains("shard 0 of \"other\" is missing");
    assertThat(files.resolver(TWO_CLUSTERS, ADMIN).check()).isEmpty();
  }

  @Test
  void escapesTheClusterInTheLinesToAdd() throws Exception {
    assertThat(files.runProblems(server("we\\\"ird", "h", ""), "", "we\"ird", "x"))
        .anySatisfy(problem -> assertThat(problem).contains("database = \"we\\\"ird\""));
  }

  @Test
  void keepsAMessageOnItsLine() throws Exception {
    assertThat(files.runProblems(TWO_CLUSTERS, ADMIN, "prod\n\u001b[31m", "prod_sharded"))
        .containsExactly(
            "pgdog.toml: --from-database: no cluster \"prod\uFFFD\uFFFD[31m\" in [[databases]];"
                + " known: prod, prod_sharded");
  }

  @Test
  void showsNoPassword() throws Exception {
    String toml = server("prod", "source", "password = 'hunter3'") + server("b", "h", "shard = 1");
    Settings settings =
        files.read(toml, ADMIN + "passwords = ['hunter4']\nserver_password = 'hunter5'\n");
    ClusterResolver resolver = new ClusterResolver(settings);
    ConfigurationException exception =
        catchThrowableOfType(ConfigurationException.class, () -> resolver.resolve("prod", "b"));
    assertThat(settings.toString() + resolver.source("prod") + exception + exception.problems())
        .contains("migrator", "****")
        .doesNotContain("hunter");
  }
}
