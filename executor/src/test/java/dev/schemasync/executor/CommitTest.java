package dev.schemasync.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.script.Script;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can happen to pre-data at its end, or from outside. */
class CommitTest {
  private static final ExecutionOptions OPTIONS = ExecutionOptions.defaults();
  private static final Script SCRIPT = Scripts.preData("CREATE TABLE t (a int)");

  /** Ends all sessions of shard 1 as soon as shard 0, the coordinator, has committed. */
  private static RunReport runCuttingOffShard1(
      Destination destination, AtomicBoolean unreachable, boolean stayUnreachable) {
    ImmutableList<Shard> shards = destination.shards();
    Shard cutOff =
        new Shard(
            1,
            shards.get(1).label(),
            () -> {
              if (unreachable.get()) {
                throw new SQLException("no route to host", "08001");
              }
              return shards.get(1).connections().open();
            });
    ExecutionListener listener =
        event -> {
          if (event instanceof ExecutionEvent.Committed(Shard shard) && shard.number() == 0) {
            unreachable.set(stayUnreachable);
            destination.terminateSessions(1);
          }
        };
    try (DestinationLock lock =
        DestinationLock.acquire(ImmutableList.of(shards.get(0), cutOff), listener)) {
      Executor executor = new Executor(OPTIONS, listener);
      return executor.execute(
          lock,
          ImmutableList.of(
              new ShardScript(shards.get(0), SCRIPT), new ShardScript(cutOff, SCRIPT)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void theNextRunCommitsAShardThatWasCutOffAfterTheDecision(int major) throws Exception {
    try (Destination destination = Destination.of(major, 2)) {
      RunReport report = runCuttingOffShard1(destination, new AtomicBoolean(), true);

      assertThat(report.succeeded()).isFalse();
      assertThat(report.connectionLost()).isTrue();
      assertThat(report.shards().get(0).result()).isEqualTo(new ShardResult.Committed());
      ShardReport cutOff = report.shards().get(1);
      assertThat(cutOff.statements().getFirst().outcome())
          .isInstanceOf(StatementOutcome.InDoubt.class);
      assertThat(cutOff.result())
          .isInstanceOfSatisfying(
              ShardResult.InDoubt.class, doubt -> assertThat(doubt.gid()).isPresent());
      assertThat(destination.tables(0, "t")).isEqualTo(1);
      assertThat(destination.tables(1, "t")).isZero();

      DestinationLock.acquire(destination.shards(), destination.listener()).close();
      assertThat(destination.events(ExecutionEvent.LeftoverResolved.class))
          .singleElement()
          .satisfies(resolved -> assertThat(resolved.committed()).isTrue());
      assertThat(destination.tables(1, "t")).isEqualTo(1);
    }
  }

  @Test
  void aConnectionLostAfterTheDecisionIsMadeAgain() throws Exception {
    try (Destination destination = Destination.of(18, 2)) {
      RunReport report = runCuttingOffShard1(destination, new AtomicBoolean(), false);
      assertThat(report.shards())
          .allSatisfy(s -> assertThat(s.result()).isEqualTo(new ShardResult.Committed()));
      assertThat(report.succeeded()).isTrue();
      assertThat(destination.tables(1, "t")).isEqualTo(1);
      destination.assertNothingPending();
    }
  }

  @Test
  void nothingIsCommittedWithoutTheLock() throws Exception {
    try (Destination destination = Destination.of(18, 2);
        DestinationLock lock =
            DestinationLock.acquire(destination.shards(), destination.listener())) {
      Executor executor = new Executor(OPTIONS, destination.listener());
      int pid = lock.session(destination.shards().get(1)).backendPid();
      Script stealing =
          Scripts.preData(
              "CREATE TABLE t (a int)", "SELECT pg_terminate_backend(%d)".formatted(pid));
      RunReport report = executor.execute(lock, destination.pair(SCRIPT, stealing));
      assertThat(report.succeeded()).isFalse();
      assertLost(report, 1);
      assertThat(destination.tables(0, "t")).isZero();
      assertThat(destination.tables(1, "t")).isZero();
      destination.assertNothingPending();
    }
  }

  /** The report says that a server went away, and which. */
  private static void assertLost(RunReport report, int shard) {
    assertThat(report.connectionLost()).isTrue();
    assertThat(report.shards().get(shard).connectionLost()).isTrue();
    assertThat(report.shards().get(1 - shard).connectionLost()).isFalse();
    assertThat(report.shards())
        .allSatisfy(
            s ->
                assertThat(s.result())
                    .isInstanceOfSatisfying(
                        ShardResult.Unchanged.class,
                        unchanged ->
                            assertThat(unchanged.reason())
                                .contains("shard %d (db%d)".formatted(shard, shard))));
  }

  /** A shard that has run all of its statements waits for the other, and is ended meanwhile. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void aSessionThatIsEndedWhileItWaits(int ended) throws Exception {
    try (Destination destination = Destination.of(18, 2);
        DestinationLock lock =
            DestinationLock.acquire(destination.shards(), destination.listener())) {
      Executor executor = new Executor(OPTIONS, destination.listener());
      Script ending =
          Scripts.preData(
              "CREATE TABLE t (a int)",
              """
              DO $$ BEGIN
                LOOP
                  PERFORM pg_terminate_backend(pid) FROM pg_stat_activity
                  WHERE datname = '%s' AND state = 'idle in transaction'
                    AND query = 'SET CONSTRAINTS ALL IMMEDIATE';
                  EXIT WHEN FOUND;
                  PERFORM pg_sleep(0.01), pg_stat_clear_snapshot();
                END LOOP;
              END $$
              """
                  .formatted(destination.database(ended).name()));
      RunReport report =
          executor.execute(
              lock,
              ended == 0 ? destination.pair(SCRIPT, ending) : destination.pair(ending, SCRIPT));
      assertThat(report.succeeded()).isFalse();
      assertLost(report, ended);
      assertThat(destination.tables(0, "t")).isZero();
      assertThat(destination.tables(1, "t")).isZero();
      destination.assertNothingPending();
    }
  }

  @Test
  void cancellingRollsEveryShardBack() throws Exception {
    try (Destination destination = Destination.of(18, 2);
        DestinationLock lock =
            DestinationLock.acquire(destination.shards(), destination.listener())) {
      Executor executor = new Executor(OPTIONS, destination.listener());
      Script endless = Scripts.preData("CREATE TABLE t (a int)", "SELECT pg_sleep(3600)");
      CompletableFuture<RunReport> report =
          CompletableFuture.supplyAsync(
              () -> executor.execute(lock, destination.pair(SCRIPT, endless)));
      while (destination
          .values(
              1,
              "SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep'"
                  + " AND datname = current_database()")
          .isEmpty()) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      executor.cancel();
      assertThat(report.get(30, TimeUnit.SECONDS).shards())
          .allSatisfy(
              s ->
                  assertThat(s.result())
                      .isInstanceOfSatisfying(
                          ShardResult.Unchanged.class,
                          unchanged ->
                              assertThat(unchanged.reason()).contains("the run was cancelled")));
      assertThat(destination.tables(0, "t")).isZero();
    }
  }

  @Test
  void aThrowingListenerEndsTheRun() throws Exception {
    try (Destination destination = Destination.of(18, 2)) {
      ExecutionListener broken =
          event -> {
            if (event instanceof ExecutionEvent.Progress) {
              throw new IllegalStateException("the screen is gone");
            }
          };
      try (DestinationLock lock = DestinationLock.acquire(destination.shards(), broken)) {
        Executor executor = new Executor(OPTIONS, broken);
        assertThatThrownBy(() -> executor.execute(lock, destination.pair(SCRIPT, SCRIPT)))
            .hasMessage("the screen is gone");
      }
      assertThat(destination.tables(0, "t")).isZero();
      assertThat(destination.tables(1, "t")).isZero();
      destination.assertNothingPending();
    }
  }

  @Test
  void preDataWaitsForLocksToo() throws Exception {
    try (Destination destination = Destination.of(13, 1)) {
      destination.database(0).execute("CREATE TABLE t (a int)");
      Script script =
          Scripts.preData(
              "CREATE TABLE u (a int)", "ALTER TABLE t ADD b int", "CREATE TABLE v (a int)");
      try (Connection blocker = destination.database(0).connect();
          Statement statement = blocker.createStatement()) {
        statement.execute("BEGIN; LOCK TABLE t IN ACCESS SHARE MODE");
        CompletableFuture<RunReport> run =
            CompletableFuture.supplyAsync(
                () ->
                    destination.run(
                        OPTIONS.withLocks(Duration.ofMillis(50), 100, Duration.ofMillis(10)),
                        script));
        while (destination.events(ExecutionEvent.LockRetry.class).size() < 3) {
          TimeUnit.MILLISECONDS.sleep(20);
        }
        statement.execute("COMMIT");
        assertThat(run.get(30, TimeUnit.SECONDS).succeeded()).isTrue();
      }
      assertThat(destination.events(ExecutionEvent.LockRetry.class))
          .allSatisfy(retry -> assertThat(retry.statement().number()).isEqualTo(1));
      assertThat(destination.tables(0, "_")).isEqualTo(3);
    }
  }
}
