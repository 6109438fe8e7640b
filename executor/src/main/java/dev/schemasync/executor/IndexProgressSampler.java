package dev.schemasync.executor;

import dev.schemasync.model.script.Statement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Asks a shard once per second how far the index builds of this run are. Its questions also show
 * that the session which holds the shard's lock is alive; when it is not, the run stops.
 */
final class IndexProgressSampler implements AutoCloseable {
  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final String PROGRESS =
      """
      SELECT pid, phase, blocks_done, blocks_total
      FROM pg_stat_progress_create_index
      WHERE datname = current_database()
      ORDER BY pid
      """;

  private final ShardRun run;
  private final RunControl control;
  private final Map<Integer, Statement> watched = new ConcurrentHashMap<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  private IndexProgressSampler(ShardRun run, RunControl control) {
    this.run = run;
    this.control = control;
    thread =
        Thread.ofVirtual().name("index-progress-" + run.shard().number()).unstarted(this::loop);
  }

  static IndexProgressSampler start(ShardRun run, RunControl control) {
    IndexProgressSampler sampler = new IndexProgressSampler(run, control);
    sampler.thread.start();
    return sampler;
  }

  /** This server process is about to run that statement. */
  void watch(int pid, Statement statement) {
    watched.put(pid, statement);
  }

  void unwatch(int pid) {
    watched.remove(pid);
  }

  private void loop() {
    try {
      while (!closing.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
        sample();
      }
    } catch (SQLException e) {
      ServerError error = ServerError.of(e);
      run.problem(error);
      control.stop(
          "%s: the session that keeps other runs out was lost: %s".formatted(run.shard(), error));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void sample() throws SQLException {
    run.controlSession()
        .query(
            PROGRESS,
            row ->
                new Sample(
                    row.getInt("pid"),
                    row.getString("phase"),
                    row.getLong("blocks_done"),
                    row.getLong("blocks_total")))
        .forEach(this::report);
  }

  private record Sample(int pid, String phase, long blocksDone, long blocksTotal) {}

  private void report(Sample sample) {
    Statement statement = watched.get(sample.pid());
    if (statement != null) {
      run.emit(
          new ExecutionEvent.IndexProgress(
              run.shard(), statement, sample.phase(), sample.blocksDone(), sample.blocksTotal()));
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
