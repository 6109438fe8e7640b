package dev.schemasync.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.Resources;
import dev.schemasync.cli.CommandRun;
import dev.schemasync.cli.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code configcheck} takes what PgDog takes, and nothing that it refuses. */
class ConfigCheckTest {
  private static final String USERS = "[[users]]\nname = 'u'\ndatabase = 'a'\npassword = 'p'\n";

  @TempDir private Path directory;

  private CommandRun check(String pgdog, String users, String... options) throws IOException {
    Path pgdogToml = Files.writeString(directory.resolve("pgdog.toml"), pgdog);
    Path usersToml = Files.writeString(directory.resolve("users.toml"), users);
    String[] args = new String[5 + options.length];
    args[0] = "configcheck";
    args[1] = "-c";
    args[2] = pgdogToml.toString();
    args[3] = "-u";
    args[4] = usersToml.toString();
    System.arraycopy(options, 0, args, 5, options.length);
    return CommandRun.of(directory, Map.of(), args);
  }

  private static String server(String cluster, String host, String rest) {
    return "[[databases]]\nname = '%s'\nhost = '%s'\n%s\n".formatted(cluster, host, rest);
  }

  private static String example(String name, String file) throws IOException {
    return Resources.toString(Resources.getResource("pgdog/" + name + "/" + file), UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "smallest",
        "replicas",
        "sharded",
        "mirroring",
        "tls",
        "credentials",
        "operations"
      })
  void takesWholeFiles(String name) throws Exception {
    check(example(name, "pgdog.toml"), example(name, "users.toml"))
        .assertStatus(ExitStatus.DONE)
        .assertReadable();
  }

  @Test
  void takesUrlsOnEitherSideOfTheCommand() {
    CommandRun run =
        CommandRun.of(
            directory,
            Map.of(),
            "-d",
            "postgres://u:hunter2@h/a",
            "configcheck",
            "--database-url",
            "postgres://u:hunter2@h/b",
            "-dpostgres://u:hunter2@h1/b?shard=1");
    assertThat(run.assertStatus(ExitStatus.DONE).out()).contains("clusters: a, b");
    run.assertSays("PGDOG_DATABASE_URL_1 hides it");
    CommandRun wrong =
        CommandRun.of(
            directory, Map.of(), "configcheck", "-d", "postgres://u:hunter2@h/a", "-d", "hunter2");
    wrong
        .assertStatus(ExitStatus.USAGE)
        .assertNoResult()
        .assertSays("--database-url 2: not a database URL");
    assertThat(run.out() + run.err() + wrong.err()).doesNotContain("hunter2");
  }

  @Test
  void warnsOfASchemaAdminWithoutPassword() throws Exception {
    check(
            "[[databases]]\nname = 'a'\nhost = 'h'\n",
            """
            [[users]]
            name = 'u'
            database = 'a'
            schema_admin = true
            server_auth = 'rds_iam'
            """)
        .assertStatus(ExitStatus.DONE)
        .assertSays(
            "warning: schema-sync cannot use this cluster: ",
            "the schema admin of \"a\" authenticates with rds_iam");
  }

  @Test
  void warnsOfWhatOnlyASyncCannotUse() throws Exception {
    CommandRun run =
        check(example("replicas", "pgdog.toml"), example("replicas", "users.toml"))
            .assertStatus(ExitStatus.DONE)
            .assertSays(
                "shard 0 of \"scratch\" has a primary already",
                "databases[7].host: not a host name or an IP address",
                "cluster \"shop\" has more than one schema admin");
    assertThat(run.err().lines())
        .allMatch(line -> line.startsWith("warning: schema-sync cannot use this cluster: "));
    assertThat(run.out()).contains("are valid", "shop, reports, scratch, local");
  }

  @Test
  void takesAPrimaryAndAReplicaAtOneAddress() throws Exception {
    CommandRun run =
        check(
            server("a", "h", "") + server("a", "H", "role = 'replica'") + server("a", "h", ""),
            USERS);
    run.assertStatus(ExitStatus.DONE);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void refusesTwoShardsAtOneAddress() throws Exception {
    check(
            server("a", "h", "")
                + server("a", "g", "shard = 1")
                + server("a", "H", "shard = 1\nrole = 'replica'"),
            USERS)
        .assertStatus(ExitStatus.USAGE)
        .assertNoResult()
        .assertSays(
            "pgdog.toml:9:1: databases[2].host: the same database as shard 0 at ",
            "give it another host, port or database_name");
  }

  @ParameterizedTest
  @CsvSource({
    "general, default_pool_size",
    "databases, pool_size",
  })
  void takesMaxPoolSizeForEitherName(String table, String key) throws Exception {
    String given =
        table.equals("general")
            ? "[general]\nmax_pool_size = 5\n%s\n" + server("a", "h", "")
            : server("a", "h", "max_pool_size = 5\n%s");
    check(given.formatted(""), USERS).assertStatus(ExitStatus.DONE);
    check(given.formatted(key + " = 6"), USERS)
        .assertStatus(ExitStatus.USAGE)
        .assertSays("max_pool_size: another name of " + key + ", which is given too");
  }

  @Test
  void refusesHalfAClientCertificateOfAServer() throws Exception {
    check(
            "[general]\ntls_server_certificate = 'c'\ntls_server_private_key = 'k'\n"
                + server("a", "h", "tls_server_certificate = 'other'"),
            USERS)
        .assertStatus(ExitStatus.USAGE)
        .assertSays(
            "pgdog.toml:7:1: databases[0].tls_server_certificate: a client certificate without its"
                + " key; add tls_server_private_key");
  }

  @Test
  void namesTheOptionThatAcceptsAnUnknownKey() throws Exception {
    CommandRun run = check("[general]\ncolour = 1\n\"a b\".c = 2\n", USERS);
    run.assertStatus(ExitStatus.USAGE)
        .assertNoResult()
        .assertSays(
            "pgdog.toml:2:1: general.colour: unknown key",
            "pgdog.toml:3:1: general.\"a b\": unknown key",
            "To go on in spite of an unknown key: --accept unknown-key:general.colour");
  }

  @Test
  void acceptsUnknownKeysByPathOrAll() throws Exception {
    String pgdog = "[general]\ncolour = 1\n[[databases]]\nname = 'a'\nhost = 'h'\nhots = 'x'\n";
    String users = USERS + "pasword = 'secret'\n[admin]\ncolour = 2\n";
    CommandRun all = check(pgdog, users, "--accept", "unknown-key").assertStatus(ExitStatus.DONE);
    assertThat(all.err().lines())
        .satisfiesExactly(
            line -> assertThat(line).contains("accepted [unknown-key] ", ":2:1: general.colour"),
            line -> assertThat(line).contains("accepted [unknown-key] ", "databases[0].hots: "),
            line -> assertThat(line).contains("accepted [unknown-key] ", "users[0].pasword: "),
            line -> assertThat(line).contains("accepted [unknown-key] ", ": admin.colour: "));
    assertThat(all.err()).doesNotContain("secret");

    check(
            pgdog,
            users,
            "--accept=unknown-key:general.colour",
            "--accept=unknown-key:databases[0].hots",
            "--accept=unknown-key:users[0].pasword",
            "--accept=unknown-key:admin.colour")
        .assertStatus(ExitStatus.DONE);

    CommandRun some =
        check(
            pgdog,
            users,
            "--accept=unknown-key:general.color",
            "--accept=unknown-key:databases[0].hots",
            "--accept=unknown-key:users[0].pasword",
            "--accept=unknown-key:admin.colour");
    some.assertStatus(ExitStatus.USAGE)
        .assertNoResult()
        .assertSays(
            "note: --accept unknown-key:general.color matched no unknown key",
            "accepted [unknown-key] ",
            "pgdog.toml:2:1: general.colour: unknown key; ");
  }

  @Test
  void saysThatNothingWasThereToAccept() throws Exception {
    check(server("a", "h", ""), USERS, "--accept=unknown-key", "--accept=unknown-key:general.x")
        .assertStatus(ExitStatus.DONE)
        .assertSays(
            "note: --accept unknown-key matched no unknown key",
            "note: --accept unknown-key:general.x matched no unknown key");
  }

  @Test
  void anAcceptedKeyDoesNotHideWhatElseIsWrong() throws Exception {
    check(
            "[[sharded_tables]]\ndatabase = 'a'\nmapping = [{vales = [1]}]\n",
            USERS,
            "--accept=unknown-key")
        .assertStatus(ExitStatus.USAGE)
        .assertReadable()
        .assertSays(
            "accepted [unknown-key] ",
            "sharded_tables[0].mapping[0].vales",
            "sharded_tables[0].mapping[0].shard: missing key");
  }

  @Test
  void acceptsNothingElse() throws Exception {
    check(server("a", "h", ""), USERS, "--accept=destination-conflict")
        .assertStatus(ExitStatus.USAGE)
        .assertNoResult()
        .assertSays("configcheck finds nothing but unknown-key to accept");
    check(server("a", "h", ""), USERS, "--accept=unknown-keys")
        .assertStatus(ExitStatus.USAGE)
        .assertSays("not \"unknown-keys\"");
  }
}
