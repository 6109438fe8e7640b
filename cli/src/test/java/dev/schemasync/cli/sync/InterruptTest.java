package dev.schemasync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.schemasync.cli.ExitStatus;
import dev.schemasync.cli.Launcher;
import dev.schemasync.cli.Main;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.TestDatabase;
import dev.schemasync.testkit.terminal.PseudoTerminal;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A person on a terminal, with progress bars before them, ends the command before it is done. */
class InterruptTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Where a table has rows, its index and the view on it take minutes. */
  private static final String[] SCHEMA = {
    """
    CREATE FUNCTION slow(x bigint) RETURNS bigint LANGUAGE plpgsql IMMUTABLE AS
    $$ BEGIN PERFORM pg_sleep(0.5); RETURN x; END $$
    """,
    "CREATE TABLE a (id bigint PRIMARY KEY, s varchar CHECK (s IN ('a', 'b')))",
    "CREATE INDEX a_slow ON a (slow(id))",
    "CREATE TABLE b (id bigint PRIMARY KEY)",
    "CREATE MATERIALIZED VIEW m AS SELECT slow(id) AS x FROM b"
  };

  private static final String[] SLEEP = {
    """
    CREATE FUNCTION sleep() RETURNS event_trigger LANGUAGE plpgsql AS
    $$ BEGIN PERFORM pg_sleep(120); END $$
    """,
    "CREATE EVENT TRIGGER sleep ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'CREATE VIEW')"
        + " EXECUTE FUNCTION sleep()"
  };

  /** The ways to end a command, each with the exit status that shells know it by. */
  enum Ending {
    CTRL_C(130) {
      @Override
      void happen(PseudoTerminal terminal, Process process) throws IOException {
        terminal.type(PseudoTerminal.CTRL_C);
      }
    },
    SIGINT(130) {
      @Override
      void happen(PseudoTerminal terminal, Process process)
          throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-INT", "" + process.pid()).start().waitFor())
            .isZero();
      }
    },
    SIGTERM(143) {
      @Override
      void happen(PseudoTerminal terminal, Process process) {
        process.destroy();
      }
    },
    HANG_UP(129) {
      @Override
      void happen(PseudoTerminal terminal, Process process) throws IOException {
        terminal.close();
      }
    };

    private final int status;

    Ending(int status) {
      this.status = status;
    }

    abstract void happen(PseudoTerminal terminal, Process process)
        throws IOException, InterruptedException;
  }

  @TempDir private Path directory;
  private ImmutableList<String> program =
      ImmutableList.of(
          Launcher.java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", Main.class.getName());
  private Clusters clusters;
  private PseudoTerminal terminal;

  @BeforeEach
  void start() throws IOException, InterruptedException, SQLException {
    clusters = Clusters.on(PostgresServers.get(18), directory, 2, SCHEMA);
    terminal = PseudoTerminal.open();
  }

  @AfterEach
  void stop() throws IOException, SQLException {
    terminal.close();
    clusters.close();
  }

  @ParameterizedTest
  @EnumSource
  void inPreData(Ending ending) throws Exception {
    clusters.shard(1).execute(SLEEP);
    ImmutableList<?> before = clusters.catalogs();
    end(ending, clusters.shard(1), "query LIKE 'CREATE TABLE%' AND wait_event = 'PgSleep'");
    assertTold(
        ending,
        "shard 0 pre-data",
        "shard 0 (",
        "nothing changed",
        "the run was cancelled",
        "cancelled; nothing was changed");
    assertThat(clusters.catalogs()).isEqualTo(before);
    clusters.shard(1).execute("DROP EVENT TRIGGER sleep", "DROP FUNCTION sleep()");
    clusters.sync().assertStatus(ExitStatus.DONE);
  }

  /** Then every statement stands alone, so that what is done stays. */
  @ParameterizedTest
  @EnumSource(names = "CTRL_C")
  void inPreDataThatGoesOnAfterErrors(Ending ending) throws Exception {
    clusters.shard(1).execute(SLEEP);
    end(
        ending,
        clusters.shard(1),
        "query LIKE 'CREATE TABLE%' AND wait_event = 'PgSleep'",
        "--ignore-errors");
    assertThat(Clusters.values(clusters.shard(0), "SELECT 'public.a'::regclass")).hasSize(1);
    assertTold(
        ending, "cancelled; what is done, as told for each shard, stays and is not done twice");
    assertThat(terminal.shown()).doesNotContain("nothing was changed");
    clusters.shard(1).execute("DROP EVENT TRIGGER sleep", "DROP FUNCTION sleep()");
    clusters.sync().assertStatus(ExitStatus.DONE);
  }

  @ParameterizedTest
  @EnumSource
  void inPostData(Ending ending) throws Exception {
    clusters.sync().assertStatus(ExitStatus.DONE);
    clusters.shard(1).execute("INSERT INTO a SELECT generate_series(1, 1000)");
    end(
        ending,
        clusters.shard(1),
        "query LIKE 'CREATE INDEX CONCURRENTLY%' AND wait_event = 'PgSleep'",
        "--data-sync-complete");
    assertTold(
        ending, "shard 1 post-data", "create index public.a_slow was cancelled", "shard 0 (");
    assertThat(terminal.shown()).doesNotContain("error:", "mend the cause");
    clusters.shard(1).execute("TRUNCATE a");
    clusters.sync("--data-sync-complete").assertStatus(ExitStatus.DONE);
  }

  @Test
  void throughTheLauncher(@TempDir Path checkout) throws Exception {
    program = ImmutableList.of("sh", Launcher.in(checkout).built().command());
    inPostData(Ending.CTRL_C);
  }

  @ParameterizedTest
  @EnumSource
  void atCutover(Ending ending) throws Exception {
    clusters.sync().assertStatus(ExitStatus.DONE);
    clusters.sync("--data-sync-complete").assertStatus(ExitStatus.DONE);
    clusters.shard(1).execute("INSERT INTO b SELECT generate_series(1, 1000)");
    end(
        ending,
        clusters.shard(1),
        "query LIKE 'REFRESH MATERIALIZED VIEW%' AND wait_event = 'PgSleep'",
        "--cutover");
    assertTold(ending, "shard 1 cutover", "refresh materialized view public.m was cancelled");
  }

  @ParameterizedTest
  @EnumSource
  void whileTheSourceIsRead(Ending ending) throws Exception {
    endBehindALock(ending, clusters.source());
  }

  @ParameterizedTest
  @EnumSource(names = {"CTRL_C", "SIGTERM", "HANG_UP"})
  void whileAShardIsRead(Ending ending) throws Exception {
    endBehindALock(ending, clusters.shard(1));
  }

  private void endBehindALock(Ending ending, TestDatabase database) throws Exception {
    try (Connection holder = database.connect();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("LOCK TABLE pg_catalog.pg_publication IN ACCESS EXCLUSIVE MODE");
      end(ending, database, "wait_event_type = 'Lock'");
    }
    assertTold(ending, "cancelled; nothing was changed");
  }

  @ParameterizedTest
  @EnumSource(names = {"CTRL_C", "SIGTERM", "HANG_UP"})
  void whileTextsAreProbed(Ending ending) throws Exception {
    clusters.sync().assertStatus(ExitStatus.DONE);
    clusters.shard(1).execute(SLEEP);
    end(ending, clusters.shard(1), "query LIKE 'CREATE VIEW%' AND wait_event = 'PgSleep'");
    assertTold(ending, "cancelled; nothing was changed");
  }

  @ParameterizedTest
  @EnumSource(names = {"CTRL_C", "SIGTERM", "HANG_UP"})
  void inADryRun(Ending ending) throws Exception {
    try (Connection holder = clusters.shard(0).connect();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("LOCK TABLE pg_catalog.pg_publication IN ACCESS EXCLUSIVE MODE");
      end(ending, clusters.shard(0), "wait_event_type = 'Lock'", "--dry-run");
    }
    assertTold(ending, "cancelled; nothing was changed");
  }

  @Test
  void theSecondTimeItLeavesAtOnce() throws Exception {
    clusters
        .shard(1)
        .execute(
            """
            CREATE FUNCTION insist() RETURNS event_trigger LANGUAGE plpgsql AS $$
            BEGIN
              LOOP
                BEGIN
                  PERFORM pg_sleep(120);
                EXCEPTION WHEN query_canceled THEN
                  -- Goes on.
                END;
              END LOOP;
            END $$
            """,
            "CREATE EVENT TRIGGER insist ON ddl_command_end WHEN TAG IN ('CREATE TABLE')"
                + " EXECUTE FUNCTION insist()");
    Process process = launch();
    awaitActive(clusters.shard(1), "query LIKE 'CREATE TABLE%' AND wait_event = 'PgSleep'");
    terminal.type(PseudoTerminal.CTRL_C);
    terminal.await(t -> t.contains("once more leaves at once"), PATIENCE);
    terminal.type(PseudoTerminal.CTRL_C);
    // Much earlier than it would give up by itself.
    assertThat(process.waitFor(5, TimeUnit.SECONDS)).as(terminal.shown()).isTrue();
    assertThat(process.exitValue()).isEqualTo(130);
    terminal.await(t -> t.contains("left at once"), PATIENCE);
    Clusters.values(
        clusters.shard(1),
        "SELECT pg_terminate_backend(pid, 10000)::text FROM pg_stat_activity"
            + " WHERE application_name = 'pgdog'");
  }

  /** Runs a stage, ends it when a session of that kind is there, and waits until all is over. */
  private void end(Ending ending, TestDatabase database, String session, String... options)
      throws Exception {
    String settings = terminal.settings();
    Process process = launch(options);
    awaitActive(database, session);
    ending.happen(terminal, process);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).as(terminal.shown()).isTrue();
    assertThat(process.exitValue()).as(terminal.shown()).isEqualTo(ending.status);
    awaitNothing();
    if (ending != Ending.HANG_UP) {
      assertThat(terminal.settings()).isEqualTo(settings);
    }
  }

  private Process launch(String... options) throws IOException {
    List<String> command =
        Stream.of(
                program.stream(),
                Stream.of(clusters.files()),
                Stream.of(Clusters.SYNC),
                Stream.of(options))
            .flatMap(s -> s)
            .toList();
    ProcessBuilder builder = terminal.process(command).directory(directory.toFile());
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.environment().put("PGDOG_JAVA", Launcher.java());
    return builder.start();
  }

  /** What the person at the terminal reads, if there still is one. */
  private void assertTold(Ending ending, String... parts) throws InterruptedException {
    if (ending == Ending.HANG_UP) {
      return;
    }
    String shown = terminal.await(t -> t.contains("un the same command again"), PATIENCE);
    assertThat(shown)
        .contains(parts)
        .endsWith("\n")
        // The cursor was never hidden, nothing else was switched over.
        .doesNotContain("\u001b[?")
        .doesNotContain("Exception", "internal error");
  }

  private static void awaitActive(TestDatabase database, String condition)
      throws SQLException, InterruptedException {
    await(
        "the session has not begun",
        () ->
            !Clusters.values(
                    database,
                    """
                    SELECT pid FROM pg_stat_activity
                    WHERE datname = current_database() AND application_name = 'pgdog'
                      AND state = 'active' AND %s
                    """
                        .formatted(condition))
                .isEmpty());
  }

  private void awaitNothing() throws SQLException, InterruptedException {
    await(
        "sessions of ours are left",
        () ->
            Clusters.values(
                    clusters.source(),
                    "SELECT query FROM pg_stat_activity WHERE application_name = 'pgdog'")
                .isEmpty());
  }

  private interface Condition {
    boolean holds() throws SQLException;
  }

  private static void await(String otherwise, Condition condition)
      throws SQLException, InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.holds()) {
      assertThat(System.nanoTime()).as(otherwise).isLessThan(end);
      Thread.sleep(50);
    }
  }
}
