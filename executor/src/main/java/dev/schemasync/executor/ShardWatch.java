package dev.schemasync.executor;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import dev.schemasync.model.script.Statement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Looks at a shard once per second while statements run there: how far index builds are, and what
 * statements that wait without limit wait for. It asks over the session that holds the shard's
 * lock; when that is lost, and with it the right to work there, the run stops.
 */
final class ShardWatch implements AutoCloseable {
  private static final Duration INTERVAL = Duration.ofSeconds(1);

  /** How long a statement runs before it is told what it waits for, and until it is told again. */
  private static final Duration BEFORE_TOLD = Duration.ofSeconds(3);

  private static final Duration BEFORE_TOLD_AGAIN = Duration.ofSeconds(30);

  private static final String PROGRESS =
      """
      SELECT pid, phase, blocks_done, blocks_total
      FROM pg_catalog.pg_stat_progress_create_index
      WHERE datname = pg_catalog.current_database()
      ORDER BY pid
      """;

  private final ShardRun run;
  private final RunControl control;
  private final Map<Integer, Watched> watched = new ConcurrentHashMap<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  /**
   * A statement that a server process runs.
   *
   * @param began by {@link System#nanoTime}
   * @param toTell when it is next told what it waits for, by the same clock
   */
  private record Watched(Statement statement, long began, long toTell) {
    static Watched from(Statement statement) {
      long now = System.nanoTime();
      return new Watched(statement, now, now + BEFORE_TOLD.toNanos());
    }

    /** Others give up by themselves, which is told. */
    boolean isDue() {
      return !statement.transactional() && System.nanoTime() - toTell >= 0;
    }

    Watched told() {
      return new Watched(statement, began, System.nanoTime() + BEFORE_TOLD_AGAIN.toNanos());
    }

    Duration running() {
      return Duration.ofNanos(System.nanoTime() - began);
    }
  }

  private ShardWatch(ShardRun run, RunControl control) {
    this.run = run;
    this.control = control;
    thread =
        Thread.ofPlatform().daemon().name("watch-" + run.shard().number()).unstarted(this::loop);
  }

  static ShardWatch start(ShardRun run, RunControl control) {
    ShardWatch watch = new ShardWatch(run, control);
    watch.thread.start();
    return watch;
  }

  /** This server process is about to run that statement. */
  void watch(int pid, Statement statement) {
    watched.put(pid, Watched.from(statement));
  }

  void unwatch(int pid) {
    watched.remove(pid);
  }

  private void loop() {
    try {
      while (!closing.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS) && look()) {
        // Looks again.
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tells whether to look again. */
  private boolean look() {
    try {
      run.controlSession().query(PROGRESS, Progress::read).forEach(this::report);
      reportWaiting();
      return true;
    } catch (SQLException e) {
      ServerError error = ServerError.of(e);
      if (!error.connectionLost()) {
        // What cannot be seen now may be seen later, and nothing else depends on it.
        return true;
      }
      run.problem(error);
      control.stop(
          "%s: the session that keeps other runs out was lost: %s".formatted(run.shard(), error));
      return false;
    }
  }

  private record Progress(int pid, String phase, long blocksDone, long blocksTotal) {
    static Progress read(ResultSet row) throws SQLException {
      return new Progress(
          row.getInt("pid"),
          row.getString("phase"),
          row.getLong("blocks_done"),
          row.getLong("blocks_total"));
    }
  }

  private void report(Progress progress) {
    Watched build = watched.get(progress.pid());
    if (build != null) {
      run.emit(
          new ExecutionEvent.IndexProgress(
              run.shard(),
              build.statement(),
              progress.phase(),
              progress.blocksDone(),
              progress.blocksTotal()));
    }
  }

  /** Who has what a process waits for, or asked for it before. */
  private record Wait(int pid, String wanted, LockHolder holder) {
    static Wait read(ResultSet row) throws SQLException {
      return new Wait(
          row.getInt("waiting"),
          row.getString("wanted"),
          new LockHolder(
              row.getInt("holder"),
              Optional.ofNullable(row.getString("user_name")),
              Optional.ofNullable(row.getString("application")),
              Optional.ofNullable(row.getString("prepared"))));
    }
  }

  private void reportWaiting() throws SQLException {
    ImmutableList<Integer> due =
        watched.entrySet().stream()
            .filter(w -> w.getValue().isDue())
            .map(Map.Entry::getKey)
            .sorted()
            .collect(ImmutableList.toImmutableList());
    if (due.isEmpty()) {
      return;
    }
    ImmutableListMultimap<Integer, Wait> waits =
        waits(due).stream()
            .collect(ImmutableListMultimap.toImmutableListMultimap(Wait::pid, wait -> wait));
    waits.asMap().forEach((pid, holders) -> report(pid, ImmutableList.copyOf(holders)));
  }

  /**
   * Asks who has what these processes wait for, or asked for it before. A prepared transaction has
   * the process 0 among those that block, and none among the locks, where it also holds its own
   * number.
   */
  private ImmutableList<Wait> waits(ImmutableList<Integer> pids) throws SQLException {
    return run.controlSession()
        .query(
            """
            SELECT w.pid AS waiting,
              CASE w.locktype
                WHEN 'relation'
                  THEN 'a lock on ' || w.relation::pg_catalog.regclass::pg_catalog.text
                WHEN 'virtualxid' THEN 'the end of an older transaction'
                WHEN 'transactionid' THEN 'the end of an older transaction'
                ELSE 'a lock (' || w.locktype || ')'
              END AS wanted,
              b.pid AS holder,
              a.usename AS user_name,
              a.application_name AS application,
              CASE b.pid WHEN 0 THEN (
                SELECT pg_catalog.string_agg(DISTINCT p.gid, ', ' ORDER BY p.gid)
                FROM pg_catalog.pg_locks h
                JOIN pg_catalog.pg_locks x
                  ON x.virtualtransaction = h.virtualtransaction AND x.pid IS NULL
                JOIN pg_catalog.pg_prepared_xacts p ON p.transaction = x.transactionid
                WHERE h.granted AND h.pid IS NULL AND h.locktype = w.locktype
                  AND (h.database, h.relation, h.transactionid)
                    IS NOT DISTINCT FROM (w.database, w.relation, w.transactionid)
              ) END AS prepared
            FROM pg_catalog.pg_locks w
            CROSS JOIN LATERAL (
              SELECT DISTINCT pg_catalog.unnest(pg_catalog.pg_blocking_pids(w.pid)) AS pid) b
            LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = b.pid
            WHERE NOT w.granted AND w.pid IN (%s)
            ORDER BY w.pid, wanted, b.pid
            """
                .formatted(Joiner.on(", ").join(pids)),
            Wait::read);
  }

  private void report(int pid, ImmutableList<Wait> waits) {
    Watched waiting = watched.computeIfPresent(pid, (p, w) -> w.told());
    if (waiting != null) {
      run.emit(
          new ExecutionEvent.LockWait(
              run.shard(),
              waiting.statement(),
              waits.getFirst().wanted(),
              waits.stream().map(Wait::holder).collect(ImmutableList.toImmutableList()),
              waiting.running()));
    }
  }

  @Override
  public void close() {
    closing.countDown();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
