package dev.schemasync.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {

  @TempDir Path directory;
  ConfigurationFiles files;

  @BeforeEach
  void setUp() {
    files = new ConfigurationFiles(directory);
  }

  @Test
  void readsEntriesWithTheirDefaults() throws Exception {
    Settings settings =
        files.read(
            """
            [[databases]]
            name = "prod"
            host = "10.0.0.1"
            """,
            "[[users]]\nname = 'u'\n");
    Configuration configuration = settings.configuration();
    assertThat(configuration.databases())
        .containsExactly(
            new DatabaseEntry(
                "prod",
                "10.0.0.1",
                5432,
                0,
                Role.PRIMARY,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ServerTls.NONE,
                "databases[0]",
                new Location(directory.resolve("pgdog.toml").toString(), 1, 1)));
    assertThat(configuration.general().connectTimeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(configuration.general().tls().verify()).isEqualTo(TlsVerify.PREFER);
    assertThat(settings.users().users().getFirst().serverAuth()).isEqualTo(ServerAuth.PASSWORD);
    assertThat(settings.users().users().getFirst().database()).isEmpty();
  }

  @Test
  void readsTheShardingLayout() throws Exception {
    Configuration configuration =
        files
            .read(
                """
                [[sharded_tables]]
                database = "prod"
                column = "tenant_id"
                data_type = "varchar"
                mapping = [
                  { values = ["a", 7], shard = 0 },
                  { start = 1, end = 10, shard = 1 },
                  { shard = 2 },
                ]

                [[omnisharded_tables]]
                database = "prod"
                tables = ["countries"]

                [[sharded_schemas]]
                database = "prod"
                name = "audit"
                shard = 1
                """,
                "")
            .configuration();
    ShardedTable table = configuration.shardedTables().getFirst();
    assertThat(table.name()).isEmpty();
    assertThat(table.dataType()).isEqualTo(ShardingType.VARCHAR);
    assertThat(table.hasher()).isEqualTo(Hasher.POSTGRES);
    assertThat(table.mapping())
        .containsExactly(
            new ShardMapping.OfList(
                ImmutableList.of(new ShardMapping.TextKey("a"), new ShardMapping.NumberKey(7)), 0),
            new ShardMapping.OfRange(
                Optional.of(new ShardMapping.NumberKey(1)),
                Optional.of(new ShardMapping.NumberKey(10)),
                1),
            new ShardMapping.OfRest(2));
    assertThat(configuration.omnishardedTables().getFirst().tables()).containsExactly("countries");
    assertThat(configuration.shardedSchemas().getFirst().name()).contains("audit");
    assertThat(configuration.shardedSchemas().getFirst().location().line()).isEqualTo(15);
  }

  @Test
  void refusesTheOtherSpellingOfAWord() {
    assertThat(
            files.problems(
                "[general]\ntls_verify = \"verify-full\"\npooler_mode = \"Session\"\n",
                "[[users]]\nname = 'u'\nserver_auth = 'rds-iam'\n"))
        .satisfiesExactly(
            problem ->
                assertThat(problem)
                    .startsWith("pgdog.toml:2:14: general.tls_verify: expected one of ")
                    .endsWith("found \"verify-full\"; did you mean \"verify_full\"?"),
            problem ->
                assertThat(problem)
                    .startsWith("pgdog.toml:3:15: general.pooler_mode: expected one of ")
                    .endsWith("did you mean \"session\"?"),
            problem ->
                assertThat(problem)
                    .startsWith("users.toml:3:15: users[0].server_auth: expected one of ")
                    .endsWith("did you mean \"rds_iam\"?"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"verify_full", "verify-full", "VERIFY-FULL", "verifyfull"})
  void readsAnySpellingFromTheEnvironment(String word) throws Exception {
    Settings settings = files.read("", "", Map.of("PGDOG_TLS_VERIFY", word));
    assertThat(settings.configuration().general().tls().verify()).isEqualTo(TlsVerify.VERIFY_FULL);
  }

  @Test
  void suggestsTheKeyThatWasMeant() {
    assertThat(files.problems("[[databases]]\nname = 'p'\nhost = 'h'\n  hots = 'x'\n", ""))
        .singleElement()
        .asString()
        .startsWith(
            "pgdog.toml:4:3: databases[0].hots: unknown key; did you mean \"host\"? accepted here:"
                + " database_name, host, ");
  }

  @Test
  void namesTheDocumentationOfALongTable() {
    assertThat(files.problems("[general]\ntls_mode = 'x'\n", ""))
        .singleElement()
        .asString()
        .startsWith("pgdog.toml:2:1: general.tls_mode: unknown key; similar: ")
        .contains("tls_verify")
        .endsWith("all keys: https://docs.pgdog.dev/configuration/pgdog.toml/general/");
  }

  @Test
  void reportsEverythingInBothFilesInOrder() {
    assertThat(
            files.problems(
                """
                [general]
                tls_verify = "verify_none"
                port = 70000
                colour = 1

                [[databases]]
                name = "prod"
                port = "5432"
                role = "replika"

                [rewrite]
                shard_key = true
                """,
                """
                [[users]]
                schema_admin = "yes"

                [admin]
                name = 3
                """))
        .satisfiesExactly(
            at(
                "pgdog.toml:2:14: general.tls_verify: expected one of \"disabled\", \"prefer\","
                    + " \"verify_ca\", \"verify_full\", found \"verify_none\""),
            at("pgdog.toml:3:8: general.port: expected an integer from 0 to 65535, found 70000"),
            at("pgdog.toml:4:1: general.colour: unknown key"),
            at("pgdog.toml:6:1: databases[0].host: missing key; add host, which is a string"),
            at(
                "pgdog.toml:8:8: databases[0].port: expected an integer from 0 to 65535, found a"
                    + " string; write it without quotes"),
            at(
                "pgdog.toml:9:8: databases[0].role: expected one of \"primary\", \"replica\","
                    + " \"auto\", found \"replika\"; did you mean \"replica\"?"),
            at("pgdog.toml:12:13: rewrite.shard_key: expected one of "),
            at("users.toml:1:1: users[0].name: missing key"),
            at("users.toml:2:16: users[0].schema_admin: expected true or false, found a string"),
            at("users.toml:5:8: admin.name: expected a string, found an integer"));
  }

  private static ThrowingConsumer<String> at(String beginning) {
    return problem -> assertThat(problem).startsWith(beginning);
  }

  @Test
  void tellsTablesFromArraysOfTables() {
    assertThat(files.problems("[databases]\nname = 'p'\n\n[[general]]\nport = 1\n", ""))
        .containsExactly(
            "pgdog.toml:1:1: databases: expected an array of tables, found a table; write"
                + " [[databases]]",
            "pgdog.toml:4:1: general: expected a table, found an array; write [general]");
  }

  private List<String> mappingProblems(String rule) {
    return files.problems("[[sharded_tables]]\ndatabase = 'p'\nmapping = [" + rule + "]\n", "");
  }

  @Test
  void saysWhichKeysOfAMappingGoTogether() {
    assertThat(mappingProblems("{values = [1], start = 1, shard = 0}"))
        .singleElement()
        .asString()
        .startsWith(
            "pgdog.toml:3:12: sharded_tables[0].mapping[0]: these keys do not go together: values,"
                + " start, shard; accepted are shard; or ");
    assertThat(mappingProblems("{vales = [1], shard = 0}"))
        .singleElement()
        .asString()
        .startsWith(
            "pgdog.toml:3:13: sharded_tables[0].mapping[0].vales: unknown key; did you mean"
                + " \"values\"?");
    assertThat(mappingProblems("{values = [true], shard = 0}"))
        .containsExactly(
            "pgdog.toml:3:23: sharded_tables[0].mapping[0].values[0]: expected an integer or a"
                + " string, found true");
  }

  @Test
  void reportsEveryBreakInBrokenToml() {
    assertThat(files.problems("[general]\nport = \nhost = \"a\"\nhost = \"b\"\n", "[[users]\n"))
        .satisfiesExactly(
            at("pgdog.toml:2:8: not valid TOML: "),
            at("pgdog.toml:4:1: not valid TOML: host previously defined at line 3, column 1"),
            at("users.toml:1:8: not valid TOML: Unexpected ']'"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password = hunter2",
        "password = \"x\" hunter2",
        "password = \"a\\hunter2\"",
        "password = \"hunter2",
        "password = 1hunter2",
        "password = \"\\uhunter2\"",
        "passwords = [\n 'a' 'hunter2'\n]",
        "password = 0.hunter2",
        "pasword = \"hunter2\"",
        "passwords = \"hunter2\"",
        "password = [\"hunter2\"]",
        "schema_admin = \"hunter2\"",
      })
  void neverQuotesWhatMayBeAPassword(String line) {
    assertThat(files.problems("", "[[users]]\nname = 'u'\n" + line + "\n"))
        .isNotEmpty()
        .noneSatisfy(problem -> assertThat(problem).contains("unter2"));
  }

  @Test
  void namesTheFlagForAFileThatIsNotThere() {
    ConfigurationException exception =
        catchThrowableOfType(
            ConfigurationException.class,
            () -> SettingsReader.read(Path.of("no/pgdog.toml"), directory, Map.of()));
    assertThat(exception)
        .hasMessage(
            "no/pgdog.toml: no such file; give the path of the file with -c/--config\n"
                + directory
                + ": is a directory; give the path of the file with -u/--users");
  }

  @Test
  void refusesAFileThatIsNotText() throws IOException {
    Path binary = Files.write(directory.resolve("pgdog.toml"), new byte[] {(byte) 0xC3, 0x28});
    assertThat(
            catchThrowableOfType(
                    ConfigurationException.class,
                    () -> SettingsReader.read(binary, binary, Map.of()))
                .problems())
        .map(Problem::message)
        .containsExactly("is not UTF-8 text", "is not UTF-8 text");
  }

  @Test
  void takesWhatTheFileLeavesOutFromTheEnvironment() throws Exception {
    Map<String, String> environment =
        Map.of(
            "PGDOG_TLS_VERIFY", "Verify-CA",
            "PGDOG_TLS_SERVER_CA_CERTIFICATE", "/etc/ca.pem",
            "PGDOG_TLS_SERVER_CERTIFICATE", "",
            "PGDOG_CONNECT_TIMEOUT", "250");
    General general =
        files.read("[general]\nconnect_timeout = 1\n", "", environment).configuration().general();
    assertThat(general.connectTimeout()).isEqualTo(Duration.ofMillis(1));
    assertThat(general.tls())
        .isEqualTo(
            new TlsSettings(TlsVerify.VERIFY_CA, Optional.of("/etc/ca.pem"), Optional.empty()));
    assertThat(files.read("", "", environment).configuration().general().connectTimeout())
        .isEqualTo(Duration.ofMillis(250));
  }

  @Test
  void refusesVariablesThatCannotBeUsed() {
    assertThat(
            files.problems(
                "", "", Map.of("PGDOG_TLS_VERIFY", "maybe", "PGDOG_CONNECT_TIMEOUT", "5s")))
        .containsExactly(
            "environment: PGDOG_TLS_VERIFY: expected one of \"disabled\", \"prefer\","
                + " \"verify_ca\", \"verify_full\", found \"maybe\"",
            "environment: PGDOG_CONNECT_TIMEOUT: expected an integer of at least 0, found \"5s\"");
  }

  @Test
  void refusesHalfAClientCertificate() {
    assertThat(files.problems("[general]\ntls_server_certificate = 'c.pem'\n", ""))
        .containsExactly(
            "pgdog.toml:2:1: general.tls_server_certificate: a client certificate without its key;"
                + " add tls_server_private_key");
    assertThat(files.problems("", "", Map.of("PGDOG_TLS_SERVER_PRIVATE_KEY", "key.pem")))
        .containsExactly(
            "environment: PGDOG_TLS_SERVER_PRIVATE_KEY: a key without its client certificate; add"
                + " tls_server_certificate");
  }

  @Test
  void acceptsAByteOrderMarkAndWindowsLines() throws Exception {
    assertThat(files.problems("\uFEFF[general]\r\nprot = 1\r\n", ""))
        .singleElement()
        .asString()
        .startsWith("pgdog.toml:2:1: general.prot: unknown key");
  }
}
