package dev.schemasync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.schemasync.cli.CommandRun;
import dev.schemasync.cli.ExitStatus;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found before a run, and what {@code --accept} does about it. */
class FindingsTest {
  @TempDir private Path directory;
  private final PostgresServer server = PostgresServers.get(18);
  private Clusters clusters;

  @BeforeEach
  void start() throws IOException, SQLException {
    clusters = Clusters.on(server, directory, 2, "CREATE TABLE a (id bigint PRIMARY KEY)");
  }

  @AfterEach
  void stop() throws SQLException {
    clusters.close();
  }

  /** Runs, and asserts that this error stops the run before anything has changed. */
  private CommandRun assertStopped(String error, String... options) throws SQLException {
    ImmutableList<Catalog> before = clusters.catalogs();
    CommandRun run =
        clusters
            .sync(options)
            .assertStatus(ExitStatus.FAILED)
            .assertNoResult()
            .assertReadable()
            .assertSays("error [" + error + "]", "nothing was changed");
    assertThat(clusters.catalogs()).isEqualTo(before);
    return run;
  }

  /**
   * Asserts that this error cannot be accepted, for a reason, and that the run does not offer to.
   */
  private void assertUnacceptable(String error, String reason, String... options)
      throws SQLException {
    assertThat(assertStopped(error, options).err()).doesNotContain("--accept");
    assertRefused(error, reason);
  }

  /** Asserts that to accept this error is a usage error, before anything is done. */
  private void assertRefused(String error, String reason) throws SQLException {
    ImmutableList<Catalog> before = clusters.catalogs();
    for (String value : List.of(error, error + ":pub")) {
      clusters
          .sync("--accept", value)
          .assertStatus(ExitStatus.USAGE)
          .assertNoResult()
          .assertSays("--accept: " + error + " cannot be accepted: ", reason);
    }
    assertThat(clusters.catalogs()).isEqualTo(before);
  }

  private CommandRun assertDone(String... options) {
    return clusters.sync(options).assertStatus(ExitStatus.DONE).assertNoResult();
  }

  @Test
  void everythingLeftOutIsNamed() throws Exception {
    clusters.source().execute("DROP PUBLICATION pub", "CREATE PUBLICATION pub FOR TABLE a");
    for (int i = 1; i <= 9; i++) {
      clusters.source().execute("CREATE TABLE b%1$d (); CREATE VIEW v%1$d AS SELECT".formatted(i));
    }
    CommandRun run = assertDone();
    for (int i = 1; i <= 9; i++) {
      run.assertSays("table public.b" + i, "view public.v" + i);
    }
    run.assertSays("note [out-of-scope] … and 14 more: ");
  }

  @Test
  void publicationMissing() throws Exception {
    clusters.source().execute("DROP PUBLICATION pub");
    assertUnacceptable("publication-missing", "nothing could be copied");
  }

  @Test
  void publicationEmpty() throws Exception {
    clusters.source().execute("DROP PUBLICATION pub", "CREATE PUBLICATION pub");
    assertUnacceptable("publication-empty", "no table would be copied");
  }

  @Test
  void acceptingAWarningIsAUsageError() {
    clusters
        .sync("--accept", "extension-version")
        .assertStatus(ExitStatus.USAGE)
        .assertNoResult()
        .assertSays("--accept: extension-version cannot be accepted: ", "stops nothing");
  }

  @Test
  void tableWithoutReplicaIdentity() throws Exception {
    clusters
        .source()
        .execute(
            "CREATE SCHEMA app", "CREATE TABLE app.log (line text)", "CREATE TABLE l2 (x int)");
    assertStopped("no-replica-identity")
        .assertSays("table app.log", "table public.l2", "2 errors", "REPLICA IDENTITY");
    assertStopped("no-replica-identity", "--accept", "no-replica-identity:app.log")
        .assertSays("accepted [no-replica-identity] The table app.log", "1 error;");
    assertDone(
        "--accept", "no-replica-identity:app.log", "--accept=no-replica-identity:table public.l2");
    assertDone("--accept", "no-replica-identity");
  }

  @Test
  void theFooterNamesWhatAcceptsTheFirstError() throws Exception {
    clusters.source().execute("CREATE TABLE \"My log\" (line text)");
    assertStopped("no-replica-identity").assertSays("--accept 'no-replica-identity:public.My log'");
    assertDone("--accept", "no-replica-identity:public.My log");
  }

  @Test
  void unsupportedObject() throws Exception {
    clusters
        .source()
        .execute("CREATE FUNCTION pg_catalog.plain_words() RETURNS int LANGUAGE sql AS 'SELECT 1'");
    assertStopped("unsupported-object").assertSays("plain_words");
    assertDone("--accept", "unsupported-object");
  }

  @Test
  void missingRole() throws Exception {
    String role = "owner_" + UUID.randomUUID().toString().substring(0, 8);
    try (Clusters far =
        Clusters.on(
            server,
            directory,
            List.of(PostgresServers.get(17)),
            1,
            "CREATE ROLE " + role,
            "CREATE TABLE a (id bigint PRIMARY KEY)",
            "ALTER TABLE a OWNER TO " + role)) {
      ImmutableList<Catalog> before = far.catalogs();
      far.sync()
          .assertStatus(ExitStatus.FAILED)
          .assertNoResult()
          .assertSays("error [missing-role] shard 1: The role " + role, "table public.a needs it");
      assertThat(far.catalogs()).isEqualTo(before);
    } finally {
      server.execute(PostgresServer.MAINTENANCE_DATABASE, "DROP ROLE IF EXISTS " + role);
    }
  }

  @Test
  void missingExtension() throws Exception {
    // An extension whose record says a version that no server can install.
    clusters
        .source()
        .execute(
            "CREATE EXTENSION hstore",
            "UPDATE pg_extension SET extversion = '99.9' WHERE extname = 'hstore'");
    assertStopped("missing-extension").assertSays("shards 0, 1: The extension hstore", "99.9");
    String usual =
        Clusters.values(
                clusters.shard(0),
                "SELECT default_version FROM pg_available_extensions WHERE name = 'hstore'")
            .getFirst();
    assertDone("--accept", "missing-extension").assertSays("and the shard gets " + usual + ".");
    assertThat(Clusters.values(clusters.shard(1), "SELECT extversion FROM pg_extension"))
        .contains(usual);
    assertDone().assertSays("warning [extension-version] shards 0, 1:");
  }

  @Test
  void sourceShardsThatDiffer() throws Exception {
    try (TestDatabase second = server.freshDatabase("source1")) {
      second.execute(
          "CREATE TABLE a (id int PRIMARY KEY)", "CREATE PUBLICATION pub FOR ALL TABLES");
      clusters.edit(
          "pgdog.toml",
          "[[databases]]\nname = \"prod\"",
          """
          [[databases]]
          name = "prod"
          host = "%s"
          port = %d
          database_name = "%s"
          shard = 1
          [[databases]]
          name = "prod\"\
          """
              .formatted(server.host(), server.port(), second.name()));
      assertStopped("source-shards-differ")
          .assertSays(
              "Shards 0 and 1 of the source differ: the table public.a",
              "columns.id.type",
              "int8",
              "int4");
    }
  }

  @Test
  void warningsAndNotesDoNotChangeTheStatus() throws Exception {
    clusters
        .shard(0)
        .execute("CREATE EXTENSION hstore VERSION '1.4'", "CREATE TABLE extra (x int)");
    clusters.source().execute("CREATE EXTENSION hstore");
    CommandRun run = assertDone();
    run.assertSays("warning [extension-version] shard 0:", "note [destination-extra] shard 0:");
    assertThat(run.err()).doesNotContain("nothing was changed");
  }

  @Test
  void whatCanRefuseOrChangeRowsIsAWarning() throws Exception {
    clusters
        .source()
        .execute("CREATE TABLE b (id int PRIMARY KEY, a_id bigint, r int4range, s text)");
    clusters
        .shard(0)
        .execute(
            "CREATE TABLE a (id bigint PRIMARY KEY, CHECK (id > 0))",
            "CREATE TABLE b (id int PRIMARY KEY, a_id bigint REFERENCES a, r int4range, s text)",
            "ALTER TABLE b ADD CONSTRAINT apart EXCLUDE USING gist (r WITH &&)",
            "ALTER TABLE b ADD CONSTRAINT only_once UNIQUE (s)",
            "CREATE UNIQUE INDEX lowered ON b (lower(s))",
            "CREATE INDEX harmless ON b (s)",
            "CREATE INDEX divided ON b ((1 / id))",
            "CREATE INDEX part ON b (s) WHERE 1 / id > 0",
            "CREATE RULE ignored AS ON INSERT TO b DO INSTEAD NOTHING",
            "CREATE RULE asleep AS ON DELETE TO b DO INSTEAD NOTHING",
            "ALTER TABLE b DISABLE RULE asleep",
            "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
            "CREATE TRIGGER swallow BEFORE INSERT ON b FOR EACH ROW EXECUTE FUNCTION f()",
            "CREATE TRIGGER resting BEFORE INSERT ON b FOR EACH ROW EXECUTE FUNCTION f()",
            "ALTER TABLE b DISABLE TRIGGER resting",
            "CREATE POLICY narrow ON b AS RESTRICTIVE USING (false)",
            "CREATE POLICY open ON b USING (true)",
            "ALTER TABLE b ENABLE ROW LEVEL SECURITY",
            "CREATE TABLE more (a_id bigint REFERENCES a, CHECK (a_id > 1))",
            "CREATE FUNCTION e() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'",
            "CREATE EVENT TRIGGER watch ON ddl_command_end EXECUTE FUNCTION e()");
    CommandRun run = assertDone();
    run.assertSays(
        "warning [destination-interference] shard 0: The constraint public.a.a_id_check is on the"
            + " shard only and can refuse rows of the table public.a.",
        "The constraint public.b.b_a_id_fkey is on the shard only and can refuse rows of the table"
            + " public.b.",
        "The constraint public.more.more_a_id_fkey is on the shard only and can refuse updates and"
            + " deletes of the table public.a.",
        "The constraint public.b.only_once is on the shard only and can refuse rows",
        "The index public.lowered is on the shard only and can refuse rows of the table public.b.",
        "The index public.divided is on the shard only and can refuse rows of the table public.b.",
        "The index public.part is on the shard only and can refuse rows of the table public.b.",
        "The constraint public.b.apart is on the shard only and can refuse rows of the table"
            + " public.b.",
        "The rule public.b.ignored is on the shard only and can change or swallow rows of the table"
            + " public.b.",
        "The trigger public.b.swallow is on the shard only and can refuse or change rows",
        "The policy public.b.narrow is on the shard only and can hide and refuse rows of the table"
            + " public.b.",
        "The policy public.b.open is on the shard only and can show others rows of the table"
            + " public.b.",
        "warning [state-changes] shard 0: The table public.b has row security enabled on the shard;"
            + " after pre-data it has row security disabled.",
        "The event trigger watch is on the shard only and can refuse or add to what the stages"
            + " change.");
    assertThat(run.err().lines().filter(line -> line.contains("[destination-interference]")))
        .hasSize(13);
  }

  @Test
  void whatSomebodySetOnTheShardIsNamedBeforeItIsReplaced() throws Exception {
    clusters
        .source()
        .execute(
            "CREATE TABLE b (id int PRIMARY KEY)",
            "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
            "CREATE TRIGGER watch BEFORE INSERT ON b FOR EACH ROW EXECUTE FUNCTION f()",
            "ALTER TABLE b ENABLE ALWAYS TRIGGER watch",
            "CREATE TRIGGER other BEFORE INSERT ON b FOR EACH ROW EXECUTE FUNCTION f()");
    assertDone();
    assertDone("--data-sync-complete");
    clusters
        .shard(0)
        .execute(
            "ALTER TABLE b DISABLE TRIGGER watch",
            "ALTER TABLE b ENABLE TRIGGER other",
            "ALTER TABLE b REPLICA IDENTITY NOTHING");
    CommandRun run = assertDone("--data-sync-complete");
    run.assertSays(
        "warning [state-changes] shard 0: The trigger public.b.watch is disabled on the shard;"
            + " after post-data it is enabled always.",
        "warning [state-changes] shard 0: The table public.b has the replica identity NOTHING on"
            + " the shard; after post-data it has the replica identity DEFAULT.");
    assertThat(run.err().lines().filter(line -> line.contains("[state-changes]"))).hasSize(2);
    assertThat(assertDone("--data-sync-complete").err()).doesNotContain("[state-changes]");
  }

  @Test
  void aTextOfAConflictIsShownAsItStands() throws Exception {
    clusters.source().execute("CREATE DOMAIN word AS text", "CREATE TABLE b (id int PRIMARY KEY)");
    clusters.shard(0).execute("CREATE DOMAIN word AS text CONSTRAINT low CHECK (VALUE <> 'Z')");
    CommandRun run = assertStopped("destination-conflict");
    run.assertSays("expression (VALUE <> 'Z'::text)");
    assertThat(run.err()).doesNotContain("AS probe");
  }

  @Test
  void whatOthersGrantedIsTakenBackInTheirName() throws Exception {
    String role = "lender_" + UUID.randomUUID().toString().substring(0, 8);
    clusters
        .shard(0)
        .execute(
            "CREATE ROLE " + role,
            "CREATE TABLE a (id bigint PRIMARY KEY)",
            "GRANT SELECT ON a TO " + role + " WITH GRANT OPTION",
            "SET ROLE " + role,
            "GRANT SELECT ON a TO PUBLIC");
    try {
      assertDone()
          .assertSays(
              "PUBLIC loses SELECT on the table public.a, as on the source.",
              role + " loses SELECT on the table public.a, as on the source.");
    } finally {
      clusters.shard(0).execute("DROP OWNED BY " + role, "DROP ROLE " + role);
    }
  }

  @Test
  void readOnlyDestination() throws Exception {
    clusters
        .shard(1)
        .execute(
            "ALTER DATABASE \""
                + clusters.shard(1).name()
                + "\" SET default_transaction_read_only = on");
    assertStopped("destination-read-only")
        .assertSays("shard 1: Sessions of the user", "default_transaction_read_only is on");
    assertUnacceptable("destination-read-only", "nothing can be written there");
  }

  /** It is told after the run, when nothing is left to be let pass. */
  @Test
  void verificationDifference() throws Exception {
    assertRefused("verification-difference", "that the shard is not as it should be");
  }

  @Test
  void allAtOnceFromAllShards() throws Exception {
    clusters
        .source()
        .execute(
            "CREATE TABLE no_key (x int)",
            "CREATE FUNCTION pg_catalog.plain_words() RETURNS int LANGUAGE sql AS 'SELECT 1'",
            "CREATE EXTENSION hstore");
    clusters.shard(0).execute("CREATE EXTENSION hstore VERSION '1.4'", "CREATE TABLE a (id text)");
    clusters.shard(1).execute("CREATE EXTENSION hstore VERSION '1.4'", "CREATE TABLE a (id int)");
    CommandRun run = assertStopped("destination-conflict");
    run.assertSays(
        "error [no-replica-identity] The table public.no_key",
        "error [unsupported-object]",
        "error [destination-conflict] shard 0:",
        "error [destination-conflict] shard 1:",
        "warning [extension-version] shards 0, 1:");
    assertThat(run.err().indexOf("warning [")).isGreaterThan(run.err().lastIndexOf("error ["));
  }

  @Test
  void acceptThatMatchesNothingIsNoted() {
    assertDone("--accept", "no-replica-identity:public.b", "--accept", "missing-role")
        .assertSays(
            "note: --accept no-replica-identity:public.b matched no finding",
            "note: --accept missing-role matched no finding");
  }

  /** The files are read before any server is, but one option accepts what is wrong with either. */
  @Test
  void anUnknownKeyIsAcceptedAloneAndBesideAFinding() throws Exception {
    clusters.write(
        "pgdog.toml",
        Files.readString(clusters.file("pgdog.toml")) + "[general]\ncolour = \"red\"\n");
    String[] key = {"--accept", "unknown-key:general.colour"};
    clusters
        .sync("--accept", "no-replica-identity")
        .assertStatus(ExitStatus.USAGE)
        .assertNoResult()
        .assertSays("general.colour: unknown key");
    CommandRun alone = assertDone(key);
    alone.assertSays("accepted [unknown-key] ", "general.colour", "verified: every shard");
    assertThat(alone.err()).doesNotContain("matched no");

    clusters.source().execute("CREATE TABLE l2 (x int)");
    assertStopped("no-replica-identity", key).assertSays("accepted [unknown-key] ");
    CommandRun both = assertDone(key[0], key[1], "--accept", "no-replica-identity");
    both.assertSays("accepted [unknown-key] ", "accepted [no-replica-identity] ");
    assertThat(both.err()).doesNotContain("matched no");
  }

  @Test
  void unknownCodeIsAUsageError() {
    clusters
        .sync("--accept", "no-replica-identiy")
        .assertStatus(ExitStatus.USAGE)
        .assertNoResult()
        .assertSays(
            "unknown code \"no-replica-identiy\"",
            "no-replica-identity",
            "destination-conflict",
            "missing-extension");
  }
}
