package dev.schemasync.executor;

import static dev.schemasync.model.plan.LockMode.ACCESS_EXCLUSIVE;
import static dev.schemasync.model.plan.LockMode.SHARE;
import static dev.schemasync.model.plan.LockMode.SHARE_ROW_EXCLUSIVE;
import static dev.schemasync.model.plan.LockMode.SHARE_UPDATE_EXCLUSIVE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.plan.Lock;
import dev.schemasync.model.script.Script;
import dev.schemasync.testkit.server.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

class PostDataTest {
  private static final ExecutionOptions OPTIONS = ExecutionOptions.defaults();
  private static final ImmutableList<Lock> NONE = ImmutableList.of();

  private static final String LIMITED = "executor_test_limited";

  /** Makes {@code work(name, seconds)}, which notes when it ran. */
  private static void prepareWork(Destination destination) throws SQLException {
    for (int shard = 0; shard < destination.shards().size(); shard++) {
      destination
          .database(shard)
          .execute(
              "CREATE TABLE log (name text, began timestamptz, ended timestamptz)",
              """
              CREATE FUNCTION work(name text, seconds float) RETURNS void LANGUAGE plpgsql AS $$
              DECLARE began timestamptz := clock_timestamp();
              BEGIN
                PERFORM pg_sleep(seconds);
                INSERT INTO log VALUES (name, began, clock_timestamp());
              END $$
              """);
    }
  }

  private static String overlapping(Destination destination) throws SQLException {
    return String.join(
        " ",
        destination.values(
            0,
            "SELECT a.name || b.name FROM log a JOIN log b ON a.name < b.name AND a.began < b.ended"
                + " AND b.began < a.ended ORDER BY 1"));
  }

  private static Script postData(Scripts scripts) {
    return scripts.script();
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void statementsOverlapUnlessTheirLocksConflict(int major) throws Exception {
    try (Destination destination = Destination.of(major, 1)) {
      prepareWork(destination);
      Script script =
          postData(
              Scripts.of(Stage.POST_DATA)
                  .heavy("SELECT work('a', 0.7)", 9, List.of(Scripts.lock("x", SHARE)))
                  .heavy(
                      "SELECT work('b', 0.7)", 8, List.of(Scripts.lock("x", SHARE_ROW_EXCLUSIVE)))
                  .heavy("SELECT work('c', 0.7)", 7, List.of(Scripts.lock("x", SHARE)))
                  .heavy("SELECT work('d', 0.2)", 6, List.of(Scripts.lock("y", SHARE)), 1));
      RunReport report = destination.run(OPTIONS, script);
      assertThat(report.succeeded()).isTrue();
      assertThat(report.shards().getFirst().result()).isEqualTo(new ShardResult.Piecemeal());
      assertThat(overlapping(destination)).isEqualTo("ac");
      assertThat(
              destination.value(
                  0,
                  "SELECT (SELECT ended FROM log WHERE name = 'b')"
                      + " <= (SELECT began FROM log WHERE name = 'd')"))
          .isEqualTo("t");
    }
  }

  @Test
  void oneJobRunsTheLargestFirst() throws Exception {
    try (Destination destination = Destination.of(18, 1)) {
      prepareWork(destination);
      Script script =
          postData(
              Scripts.of(Stage.CUTOVER)
                  .light("SELECT work('light', 0)")
                  .heavy("SELECT work('small', 0)", 1, NONE)
                  .heavy("SELECT work('large', 0)", 100, NONE)
                  .heavy("SELECT work('after', 0)", 1000, NONE, 1));
      assertThat(destination.run(OPTIONS.withJobs(1), script).succeeded()).isTrue();
      assertThat(destination.values(0, "SELECT name FROM log ORDER BY began"))
          .containsExactly("large", "small", "after", "light");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void whatNeedsAFailedStatementIsNotReached(int major) throws Exception {
    try (Destination destination = Destination.of(major, 2)) {
      prepareWork(destination);
      Script bad =
          postData(
              Scripts.of(Stage.POST_DATA)
                  .heavy("SELECT 1/0", 9, NONE)
                  .light("SELECT work('child', 0)", 0)
                  .light("SELECT work('grandchild', 0)", 1)
                  .light("SELECT work('other', 0)"));
      Script good = postData(Scripts.of(Stage.POST_DATA).light("SELECT work('good', 0)"));
      RunReport report = destination.run(OPTIONS.withJobs(1).withIgnoreErrors(true), bad, good);

      assertThat(report.succeeded()).isFalse();
      List<StatementReport> statements = report.shards().getFirst().statements();
      assertThat(statements.get(0).outcome())
          .isInstanceOfSatisfying(
              StatementOutcome.Failed.class,
              failed -> assertThat(failed.error().sqlState()).isEqualTo("22012"));
      assertThat(statements.get(1).outcome())
          .isEqualTo(
              new StatementOutcome.NotReached(
                  "it needs statement 1 (summary 0), which was not done"));
      assertThat(statements.get(2).outcome()).isInstanceOf(StatementOutcome.NotReached.class);
      assertThat(statements.get(3).outcome()).isInstanceOf(StatementOutcome.Done.class);
      assertThat(destination.values(0, "SELECT name FROM log")).containsExactly("other");
      assertThat(report.shards().get(1).succeeded()).isTrue();
    }
  }

  @Test
  void aFailureStopsEveryShardButWhatRunsFinishes() throws Exception {
    try (Destination destination = Destination.of(18, 2)) {
      prepareWork(destination);
      Script bad =
          postData(
              Scripts.of(Stage.POST_DATA)
                  .heavy("SELECT pg_sleep(0.3), 1/(random()*0)::int", 9, NONE)
                  .heavy("SELECT work('later', 0)", 1, NONE));
      Script slow =
          postData(
              Scripts.of(Stage.POST_DATA)
                  .heavy("SELECT work('running', 1.5)", 9, NONE)
                  .heavy("SELECT work('waiting', 0)", 1, NONE));
      RunReport report = destination.run(OPTIONS.withJobs(1), bad, slow);
      assertThat(destination.values(0, "SELECT name FROM log")).isEmpty();
      assertThat(destination.values(1, "SELECT name FROM log")).containsExactly("running");
      List<StatementReport> statements = report.shards().get(1).statements();
      assertThat(statements.get(0).outcome()).isInstanceOf(StatementOutcome.Done.class);
      assertThat(statements.get(1).outcome())
          .isInstanceOfSatisfying(
              StatementOutcome.NotReached.class,
              notReached ->
                  assertThat(notReached.reason())
                      .contains("shard 0 (db0): statement 1 (summary 0): division by zero"));
    }
  }

  @Test
  void manyLightStatementsGoInGroupsAndAFailureIsStillExact() throws Exception {
    try (Destination destination = Destination.of(18, 1)) {
      destination.database(0).execute("CREATE TABLE t (a int)");
      Scripts scripts = Scripts.of(Stage.POST_DATA);
      for (int i = 0; i < 3000; i++) {
        scripts.light(
            i == 1234
                ? "COMMENT ON TABLE missing IS 'x'"
                : "COMMENT ON COLUMN t.a IS 'number %d'".formatted(i));
      }
      RunReport report =
          destination.run(OPTIONS.withJobs(1).withIgnoreErrors(true), scripts.script());
      assertThat(report.shards().getFirst().failures())
          .extracting(f -> f.statement().number())
          .containsExactly(1234);
      assertThat(report.shards().getFirst().statements())
          .filteredOn(s -> s.outcome() instanceof StatementOutcome.Done)
          .hasSize(2999);
      assertThat(destination.value(0, "SELECT col_description('t'::regclass, 1)"))
          .isEqualTo("number 2999");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void aStatementWaitsForALockAsOftenAsItTakes(int major) throws Exception {
    try (Destination destination = Destination.of(major, 1)) {
      destination.database(0).execute("CREATE TABLE t (a int)");
      Script script =
          postData(
              Scripts.of(Stage.POST_DATA)
                  .heavy(
                      "ALTER TABLE t ADD b int", 1, List.of(Scripts.lock("t", ACCESS_EXCLUSIVE))));
      ExecutionOptions impatient =
          OPTIONS.withLocks(Duration.ofMillis(100), 20, Duration.ofMillis(50));
      try (Connection blocker = destination.database(0).connect();
          Statement statement = blocker.createStatement()) {
        statement.execute("BEGIN; LOCK TABLE t IN ACCESS SHARE MODE");
        RunReport refused =
            destination.run(
                OPTIONS.withLocks(Duration.ofMillis(100), 1, Duration.ofMillis(50)), script);
        assertThat(
                ((StatementOutcome.Failed)
                        refused.shards().getFirst().statements().getFirst().outcome())
                    .error())
            .satisfies(
                error -> {
                  assertThat(error.sqlState()).isEqualTo("55P03");
                  assertThat(error.remedy()).isPresent();
                });
        CompletableFuture<RunReport> run =
            CompletableFuture.supplyAsync(() -> destination.run(impatient, script));
        while (destination.events(ExecutionEvent.LockRetry.class).size() < 4) {
          TimeUnit.MILLISECONDS.sleep(20);
        }
        statement.execute("COMMIT");
        assertThat(run.get(30, TimeUnit.SECONDS).succeeded()).isTrue();
      }
      assertThat(destination.value(0, "SELECT count(b) FROM t")).isEqualTo("0");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void concurrentBuildsRunOutsideTransactionsAndReportTheirProgress(int major) throws Exception {
    try (Destination destination = Destination.of(major, 1)) {
      destination
          .database(0)
          .execute(
              "CREATE FUNCTION slow(int) RETURNS int LANGUAGE plpgsql IMMUTABLE AS"
                  + " 'BEGIN PERFORM pg_sleep(0.01); RETURN $1; END'",
              "CREATE TABLE t (a int)",
              "INSERT INTO t SELECT generate_series(1, 150)");
      Script script =
          postData(
              Scripts.of(Stage.POST_DATA)
                  .concurrent(
                      "CREATE INDEX CONCURRENTLY i ON t (slow(a))",
                      1000,
                      List.of(Scripts.lock("t", SHARE_UPDATE_EXCLUSIVE)))
                  .light("COMMENT ON INDEX i IS 'built'", 0));
      assertThat(destination.run(OPTIONS, script).succeeded()).isTrue();
      assertThat(
              destination.value(0, "SELECT indisvalid FROM pg_index WHERE indrelid='t'::regclass"))
          .isEqualTo("t");
      assertThat(destination.events(ExecutionEvent.IndexProgress.class))
          .isNotEmpty()
          .allSatisfy(
              p -> {
                assertThat(p.statement().number()).isZero();
                assertThat(p.phase()).isNotEmpty();
              });
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void aConcurrentBuildThatWaitsTellsForWhom(int major) throws Exception {
    try (Destination destination = Destination.of(major, 1);
        Connection blocker = destination.database(0).connect();
        Statement statement = blocker.createStatement()) {
      destination.database(0).execute("CREATE TABLE t (a int)");
      statement.execute("BEGIN; LOCK TABLE t IN SHARE MODE; PREPARE TRANSACTION 'forgotten'");
      statement.execute("BEGIN; LOCK TABLE t IN SHARE MODE");
      Script script =
          postData(
              Scripts.of(Stage.POST_DATA)
                  .concurrent("CREATE INDEX CONCURRENTLY i ON t (a)", 9, NONE));
      CompletableFuture<RunReport> running =
          CompletableFuture.supplyAsync(() -> destination.run(OPTIONS, script));
      try {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (destination.events(ExecutionEvent.LockWait.class).isEmpty()
            && System.nanoTime() < end) {
          TimeUnit.MILLISECONDS.sleep(50);
        }
      } finally {
        statement.execute("ROLLBACK");
        statement.execute("ROLLBACK PREPARED 'forgotten'");
      }
      assertThat(running.get(30, TimeUnit.SECONDS).succeeded()).isTrue();
      assertThat(destination.events(ExecutionEvent.LockWait.class))
          .first()
          .satisfies(
              wait -> {
                assertThat(wait.statement().number()).isZero();
                assertThat(wait.wanted()).isEqualTo("a lock on t");
                assertThat(wait.holders())
                    .extracting(LockHolder::toString)
                    .satisfiesExactly(
                        prepared ->
                            assertThat(prepared).isEqualTo("the prepared transaction forgotten"),
                        session ->
                            assertThat(session).contains("process " + pid(blocker), "of user "));
              });
    }
  }

  /** Where there is room for the session with the lock and one more. */
  @Test
  void workersThatCannotConnectLeaveTheirWorkToTheOthers() throws Exception {
    try (Destination destination = Destination.of(18, 1)) {
      RunReport report = runWithConnectionLimit(destination, 2);
      assertThat(report.succeeded()).isTrue();
      assertThat(destination.values(0, "SELECT name FROM log ORDER BY name"))
          .containsExactly("a", "b", "c", "d");
      assertThat(destination.events(ExecutionEvent.FewerConnections.class))
          .isNotEmpty()
          .allSatisfy(event -> assertThat(event.error().sqlState()).isEqualTo("53300"));
    }
  }

  @Test
  void aShardThatNoWorkerCanConnectToIsLost() throws Exception {
    try (Destination destination = Destination.of(18, 1)) {
      RunReport report = runWithConnectionLimit(destination, 1);
      assertThat(report.connectionLost()).isTrue();
      assertThat(report.shards().getFirst().problem())
          .hasValueSatisfying(
              error ->
                  assertThat(error.remedy())
                      .hasValueSatisfying(
                          remedy ->
                              assertThat(remedy)
                                  .contains("--jobs 1", "CONNECTION LIMIT")
                                  .doesNotContain("server is back")));
      assertThat(destination.values(0, "SELECT name FROM log")).isEmpty();
    }
  }

  /** Four workers, as a role for which there is a limit when they begin. */
  private static RunReport runWithConnectionLimit(Destination destination, int limit)
      throws SQLException {
    TestDatabase database = destination.database(0);
    prepareWork(destination);
    database.execute(
        "CREATE ROLE %s LOGIN".formatted(LIMITED), "GRANT ALL ON log TO %s".formatted(LIMITED));
    try {
      Shard shard =
          new Shard(
              0, "limited", () -> DriverManager.getConnection(database.jdbcUrl(), LIMITED, "any"));
      ExecutionListener listener =
          event -> {
            destination.listener().on(event);
            if (event instanceof ExecutionEvent.StageStarted) {
              limit(destination, limit);
            }
          };
      Scripts scripts = Scripts.of(Stage.POST_DATA);
      for (String name : List.of("a", "b", "c", "d")) {
        scripts.heavy("SELECT work('%s', 0.2)".formatted(name), 1, NONE);
      }
      try (DestinationLock lock = DestinationLock.acquire(List.of(shard), listener)) {
        return new Executor(OPTIONS.withJobs(4), listener)
            .execute(lock, List.of(new ShardScript(shard, scripts.script())));
      }
    } finally {
      database.execute("DROP OWNED BY " + LIMITED, "DROP ROLE " + LIMITED);
    }
  }

  /** Sets the limit when only the session with the lock is left. */
  private static void limit(Destination destination, int limit) {
    try {
      while (!destination
          .value(0, "SELECT count(*) FROM pg_stat_activity WHERE usename = '%s'".formatted(LIMITED))
          .equals("1")) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      destination
          .database(0)
          .execute("ALTER ROLE %s CONNECTION LIMIT %d".formatted(LIMITED, limit));
    } catch (SQLException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static int pid(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getBackendPID();
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void aTerminatedBackendIsReportedAsLost(int major) throws Exception {
    try (Destination destination = Destination.of(major, 2)) {
      prepareWork(destination);
      Script lost =
          postData(
              Scripts.of(Stage.POST_DATA)
                  .heavy("SELECT pg_terminate_backend(pg_backend_pid())", 9, NONE)
                  .heavy("SELECT work('next', 0)", 1, NONE));
      Script good = postData(Scripts.of(Stage.POST_DATA).heavy("SELECT work('good', 0)", 1, NONE));
      RunReport report = destination.run(OPTIONS.withJobs(1).withIgnoreErrors(true), lost, good);
      assertThat(report.connectionLost()).isTrue();
      assertThat(report.shards().get(0).failures())
          .extracting(f -> f.statement().number())
          .containsExactly(0);
      assertThat(report.shards().get(0).statements().get(1).outcome())
          .isInstanceOf(StatementOutcome.NotReached.class);
      assertThat(report.shards().get(1).succeeded()).isTrue();
    }
  }

  @Test
  void theRunStopsWhenTheLockIsLost() throws Exception {
    try (Destination destination = Destination.of(18, 1);
        DestinationLock lock =
            DestinationLock.acquire(destination.shards(), destination.listener())) {
      Executor executor = new Executor(OPTIONS.withJobs(1), destination.listener());
      prepareWork(destination);
      int pid = lock.session(destination.shards().getFirst()).backendPid();
      Script script =
          postData(
              Scripts.of(Stage.POST_DATA)
                  .heavy(
                      "SELECT pg_terminate_backend(%d), work('one', 2.5)".formatted(pid), 9, NONE)
                  .heavy("SELECT work('two', 0)", 1, NONE));
      RunReport report = executor.execute(lock, destination.pair(script));
      assertThat(report.connectionLost()).isTrue();
      assertThat(report.shards().getFirst().statements().get(1).outcome())
          .isInstanceOf(StatementOutcome.NotReached.class);
      assertThat(destination.values(0, "SELECT name FROM log")).containsExactly("one");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void cancellingAbandonsWhatRuns(boolean byInterrupt) throws Exception {
    try (Destination destination = Destination.of(18, 1)) {
      prepareWork(destination);
      Script script =
          postData(
              Scripts.of(Stage.POST_DATA)
                  .heavy("SELECT work('endless', 3600)", 9, NONE)
                  .heavy("SELECT work('next', 0)", 1, NONE));
      Executor executor = new Executor(OPTIONS.withJobs(1), destination.listener());
      CompletableFuture<RunReport> report = new CompletableFuture<>();
      CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
      Thread thread =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try (DestinationLock lock =
                        DestinationLock.acquire(destination.shards(), destination.listener())) {
                      report.complete(executor.execute(lock, destination.pair(script)));
                      interrupted.complete(Thread.interrupted());
                    }
                  });
      while (destination
          .values(0, "SELECT 1 FROM pg_stat_activity WHERE query LIKE 'SELECT work(%'")
          .isEmpty()) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      if (byInterrupt) {
        thread.interrupt();
      } else {
        executor.cancel();
      }
      List<StatementReport> statements =
          report.get(30, TimeUnit.SECONDS).shards().getFirst().statements();
      assertThat(statements.get(0).outcome())
          .isInstanceOfSatisfying(
              StatementOutcome.Failed.class,
              failed -> assertThat(failed.error().sqlState()).isEqualTo("57014"));
      assertThat(statements.get(1).outcome()).isInstanceOf(StatementOutcome.NotReached.class);
      assertThat(interrupted.get(30, TimeUnit.SECONDS)).isEqualTo(byInterrupt);
    }
  }

  /** The request comes when the statement is chosen, but not sent yet. */
  @Test
  void cancellingReachesWhatIsAboutToRun() throws Exception {
    try (Destination destination = Destination.of(18, 1);
        DestinationLock lock =
            DestinationLock.acquire(destination.shards(), destination.listener())) {
      prepareWork(destination);
      Script script =
          postData(Scripts.of(Stage.POST_DATA).heavy("SELECT work('endless', 3600)", 9, NONE));
      CompletableFuture<Executor> started = new CompletableFuture<>();
      Executor executor =
          new Executor(
              OPTIONS,
              event -> {
                if (event instanceof ExecutionEvent.StatementStarted) {
                  started.join().cancel();
                }
              });
      started.complete(executor);
      RunReport report =
          CompletableFuture.supplyAsync(() -> executor.execute(lock, destination.pair(script)))
              .get(30, TimeUnit.SECONDS);
      assertThat(report.succeeded()).isFalse();
      assertThat(destination.values(0, "SELECT name FROM log")).isEmpty();
      assertNothingRuns(destination, lock, 0);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void cancellingEndsAConcurrentBuildOnTheServer(int major) throws Exception {
    try (Destination destination = Destination.of(major, 1);
        Connection blocker = destination.database(0).connect();
        Statement statement = blocker.createStatement();
        DestinationLock lock =
            DestinationLock.acquire(destination.shards(), destination.listener())) {
      destination.database(0).execute("CREATE TABLE t (a int)");
      statement.execute("BEGIN; INSERT INTO t VALUES (1)");
      Script script =
          postData(
              Scripts.of(Stage.POST_DATA)
                  .concurrent("CREATE INDEX CONCURRENTLY i ON t (a)", 9, NONE));
      Executor executor = new Executor(OPTIONS, destination.listener());
      CompletableFuture<RunReport> running =
          CompletableFuture.supplyAsync(() -> executor.execute(lock, destination.pair(script)));
      while (destination
          .values(
              0,
              "SELECT 1 FROM pg_stat_activity WHERE query LIKE 'CREATE INDEX CONC%'"
                  + " AND datname = current_database() AND wait_event_type = 'Lock'")
          .isEmpty()) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      executor.cancel();
      RunReport report = running.get(30, TimeUnit.SECONDS);
      assertNothingRuns(destination, lock, blocker.unwrap(PGConnection.class).getBackendPID());
      assertThat(report.shards().getFirst().failures())
          .singleElement()
          .satisfies(
              f ->
                  assertThat(f.outcome())
                      .isInstanceOfSatisfying(
                          StatementOutcome.Failed.class,
                          failed -> assertThat(failed.error().sqlState()).isEqualTo("57014")));
      statement.execute("ROLLBACK");
    }
  }

  /** What the server shows at this moment, without that of the lock and of the test. */
  private static void assertNothingRuns(Destination destination, DestinationLock lock, int other)
      throws SQLException {
    assertThat(
            destination.values(
                0,
                ("SELECT query FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND backend_type = 'client backend'"
                        + " AND query NOT LIKE 'SELECT 1 FROM pg_stat_activity%%'"
                        + " AND pid NOT IN (pg_backend_pid(), %d, %d)")
                    .formatted(other, lock.session(destination.shards().getFirst()).backendPid())))
        .isEmpty();
  }
}
