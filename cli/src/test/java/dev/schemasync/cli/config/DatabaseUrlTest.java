package dev.schemasync.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.name.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers and users of URLs, as PgDog makes them. */
class DatabaseUrlTest {
  private static final String FROM_FILE = "[[databases]]\nname = 'file'\nhost = 'h'\n";

  @TempDir Path directory;
  private ConfigurationFiles files;
  private final List<String> remarks = new ArrayList<>();

  @BeforeEach
  void setUp() {
    files = new ConfigurationFiles(directory);
  }

  private Settings read(Map<String, String> environment, String... urls)
      throws ConfigurationException {
    return SettingsReader.read(
        new ConfigurationSource(
            directory.resolve("pgdog.toml"),
            directory.resolve("users.toml"),
            ImmutableList.copyOf(urls),
            environment,
            AcceptedKeys.NONE),
        remarks::add);
  }

  private List<String> problems(Map<String, String> environment, String... urls) {
    return files.shown(
        catchThrowableOfType(ConfigurationException.class, () -> read(environment, urls)));
  }

  @Test
  void makesAServerAndAUser() throws Exception {
    Settings settings =
        read(
            Map.of(),
            "postgres://app:secret@db1:5433/shop?database_name=shop_0&role=Replica&shard=2"
                + "&user=o%27neil&password=a+b%2Bc&statement_timeout=1500&lock=1"
                + "&pool_size=3&min_pool_size=0&pooler_mode=session&idle_timeout=1"
                + "&read_only=true&server_lifetime=9#end");
    DatabaseEntry entry = settings.configuration().databases().getFirst();
    assertThat(entry)
        .isEqualTo(
            new DatabaseEntry(
                "shop",
                "db1",
                5433,
                2,
                Role.REPLICA,
                Optional.of("shop_0"),
                Optional.of("o'neil"),
                Optional.of(new Secret("a b+c")),
                Optional.of(Duration.ofMillis(1500)),
                Optional.empty(),
                ServerTls.NONE,
                "",
                Location.file("--database-url 1")));
    User user = settings.users().users().getFirst();
    assertThat(user.name()).isEqualTo("app");
    assertThat(user.password()).contains(new Secret("secret"));
    assertThat(user.database()).contains("shop");
    assertThat(user.schemaAdmin()).isTrue();
    assertThat(remarks)
        .anyMatch(r -> r.contains("--database-url 1: lock is no parameter of PgDog and is ignored"))
        .noneMatch(r -> r.contains("secret"));
  }

  @ParameterizedTest
  @CsvSource({
    "postgres://, 127.0.0.1, 5432, postgres, me, postgres",
    "postgres://h, h, 5432, postgres, me, postgres",
    "POSTGRESQL://a@h/, h, 5432, postgres, a, postgres",
    "postgres://:p@h:/db, h, 5432, db, me, p",
    "postgres://a:p%40q@h/d%20b, h, 5432, d%20b, a, p%40q",
    "postgres://a:p@q:r@h:1/db, h, 1, db, a, p@q:r",
    "postgres://a:p@[::1]:7/db, [::1], 7, db, a, p",
  })
  void fillsInWhatPgdogFillsIn(
      String url, String host, int port, String cluster, String user, String password)
      throws Exception {
    Settings settings = read(Map.of("USER", "me"), url);
    ServerTarget target =
        new ClusterResolver(settings).source(cluster).shards().getFirst().servers().getFirst();
    assertThat(target.host()).isEqualTo(host);
    assertThat(target.port()).isEqualTo(port);
    assertThat(target.database()).isEqualTo(cluster);
    assertThat(target.user()).isEqualTo(user);
    assertThat(target.password()).contains(new Secret(password));
  }

  @Test
  void takesThePlaceOfTheServersAndUsersOfTheFilesOnly() throws Exception {
    files.problems(FROM_FILE + "x", "");
    files.read(
        FROM_FILE + "[general]\nconnect_timeout = 7\n[[sharded_tables]]\ndatabase = 'a'\n",
        ConfigurationFiles.ADMIN);
    Settings settings = read(Map.of(), "postgres://u@h/a");
    assertThat(new ClusterResolver(settings).clusterNames()).containsExactly("a");
    assertThat(settings.users().users()).map(User::name).containsExactly("u");
    assertThat(settings.configuration().general().connectTimeout()).isEqualTo(Duration.ofMillis(7));
    assertThat(settings.configuration().shardedTables()).hasSize(1);
    assertThat(remarks).isEmpty();
  }

  @Test
  void needsNoFiles() throws Exception {
    read(Map.of(), "postgres://u@h/a");
    assertThat(remarks)
        .containsExactly(
            "note: "
                + directory.resolve("pgdog.toml")
                + ": no such file; PgDog's defaults are"
                + " used",
            "note: "
                + directory.resolve("users.toml")
                + ": no such file; PgDog's defaults are"
                + " used");
    files.problems(FROM_FILE + "hots = 1\n", "");
    assertThat(problems(Map.of(), "postgres://u@h/a"))
        .hasSize(1)
        .first()
        .asString()
        .contains("hots");
  }

  @Test
  void makesClustersOfSeveralUrls() throws Exception {
    Settings settings =
        read(
            Map.of(),
            "postgres://u:p@h/a",
            "postgres://u:p@h0/b?shard=0",
            "postgres://u:p@h0/b",
            "postgres://u:p@h1/b?shard=1&user=other&password=theirs",
            "postgres://u:p@h0/b?role=replica");
    assertThat(settings.configuration().databases()).hasSize(4);
    assertThat(settings.users().users()).hasSize(2);
    SyncClusters clusters = new ClusterResolver(settings).resolve("a", "b");
    assertThat(clusters.destination().shards()).hasSize(2);
    assertThat(clusters.destination().shards().get(0).readCandidates()).hasSize(1);
    assertThat(clusters.destination().shards().get(1).writeCandidates())
        .map(ServerTarget::user)
        .containsExactly("other");
  }

  @Test
  void readsTheEnvironmentUpToTheFirstGap() throws Exception {
    Settings settings =
        read(
            Map.of(
                "PGDOG_DATABASE_URL_1", "postgres://u:p@h/a",
                "PGDOG_DATABASE_URL_2", "postgres://u:p@h/b",
                "PGDOG_DATABASE_URL_3", ""));
    assertThat(new ClusterResolver(settings).clusterNames()).containsExactly("a", "b");
    assertThat(settings.configuration().databases().get(1).location())
        .hasToString("PGDOG_DATABASE_URL_2");
    assertThat(remarks).noneMatch(r -> r.contains("list of processes"));

    assertThat(
            problems(
                Map.of(
                    "PGDOG_DATABASE_URL_1", "postgres://u:p@h/a",
                    "PGDOG_DATABASE_URL_3", "postgres://u:p@h/b")))
        .containsExactly(
            "environment: PGDOG_DATABASE_URL_3: never read, since PGDOG_DATABASE_URL_2 is not set;"
                + " number the URLs from 1 without gaps");
  }

  @Test
  void tellsOfVariablesThatAreAlmostUrls() throws Exception {
    read(
        Map.of(
            "PGDOG_DATABASE_URL", "postgres://u:p@h/a",
            "PGDOG_DATABASE_URL_0", "postgres://u:p@h/a",
            "PGDOG_DATABASE_URL_1", "postgres://u:p@h/a",
            "PGDOG_DATABASE_URL_PROD", "postgres://u:p@h/a"));
    assertThat(remarks)
        .contains(
            "warning: environment: PGDOG_DATABASE_URL is not read; URLs are PGDOG_DATABASE_URL_1,"
                + " PGDOG_DATABASE_URL_2 and on",
            "warning: environment: PGDOG_DATABASE_URL_0 is not read; URLs are"
                + " PGDOG_DATABASE_URL_1, PGDOG_DATABASE_URL_2 and on",
            "warning: environment: PGDOG_DATABASE_URL_PROD is not read; URLs are"
                + " PGDOG_DATABASE_URL_1, PGDOG_DATABASE_URL_2 and on");
  }

  @Test
  void theCommandLineWinsOverTheEnvironment() throws Exception {
    Settings settings =
        read(Map.of("PGDOG_DATABASE_URL_1", "postgres://u:p@h/env"), "postgres://u:p@h/line");
    assertThat(new ClusterResolver(settings).clusterNames()).containsExactly("line");
    assertThat(remarks)
        .contains(
            "warning: every user of this machine can see the password of --database-url in the"
                + " list of processes; PGDOG_DATABASE_URL_1 hides it");
    remarks.clear();
    read(Map.of(), "postgres://u@h/line");
    assertThat(remarks).noneMatch(r -> r.contains("list of processes"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hunter2 | --database-url 1: not a database URL; write postgres://",
        "mysql://u:hunter2@h/db | --database-url 1: not a database URL; write postgres://",
        "postgres://u:hunter2@h:70000/db | --database-url 1: not a port from 0 to 65535",
        "postgres://u:hunter2@h:x/db | --database-url 1: not a database URL",
        "postgres://u:hunter2@h/db?shard=hunter2 | shard: expected an integer of at least 0",
        "postgres://u:hunter2@h/db?role=hunter2 | role: expected one of \"primary\", \"replica\"",
        "postgres://u:hunter2@h/db?read_only=yes | read_only: expected true or false",
        "postgres://u:hunter2@h/db?pool_size=-1 | pool_size: expected an integer of at least 0",
        "postgres://u@h/db?password=hunter2% | password: a % that no two hexadecimal digits",
      })
  void refusesWhatPgdogWouldPassOver(String url, String problem) {
    assertThat(problems(Map.of(), url))
        .singleElement()
        .asString()
        .contains(problem)
        .doesNotContain("hunter2");
  }

  @Test
  void warnsOfEscapesThatAreNotDecoded() throws Exception {
    read(Map.of(), "postgres://u:hunter%402@h/a");
    assertThat(remarks)
        .anyMatch(
            r ->
                r.startsWith("warning: --database-url 1: PgDog decodes no %-escapes")
                    && r.endsWith("?user=...&password=..."))
        .noneMatch(r -> r.contains("hunter"));
  }

  @Test
  void refusesTwoUsersForARunWithOneCluster() throws Exception {
    Settings settings =
        read(Map.of(), "postgres://u:hunter2@h/a", "postgres://v:hunter3@h1/a?shard=1");
    ClusterResolver resolver = new ClusterResolver(settings);
    assertThat(resolver.check()).isEmpty();
    assertThat(
            files.shown(
                catchThrowableOfType(ConfigurationException.class, () -> resolver.source("a"))))
        .containsExactly(
            "--database-url 2: cluster \"a\" has more than one schema admin: \"u\""
                + " (--database-url 1), \"v\" (--database-url 2); give every URL of the cluster the"
                + " same user and password; a server with another gets them with"
                + " ?user=...&password=...");
  }
}
