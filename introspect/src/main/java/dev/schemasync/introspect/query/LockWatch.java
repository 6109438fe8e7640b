package dev.schemasync.introspect.query;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.schemasync.introspect.CatalogReadException;
import dev.schemasync.introspect.ReadEvent;
import dev.schemasync.introspect.ReadObserver;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Looks, while a reading goes on, whether it waits for a lock, and tells the observer who has it.
 * The session that waits cannot look itself, so this takes other connections: none before a reading
 * has lasted a second, then one at a time and for a moment.
 */
public final class LockWatch implements AutoCloseable {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final ReadObserver observer;
  private final int major;
  private final int process;
  private final long start = System.nanoTime();
  private final CountDownLatch end = new CountDownLatch(1);

  private Optional<ReadEvent.Waiting> last = Optional.empty();

  private LockWatch(ReadObserver observer, int major, int process) {
    this.observer = observer;
    this.major = major;
    this.process = process;
  }

  /** Watches a process of the server. */
  public static LockWatch over(int process, int major, ReadObserver observer) {
    LockWatch watch = new LockWatch(observer, major, process);
    Thread.ofPlatform().daemon().name("lock-watch").start(watch::run);
    return watch;
  }

  private void run() {
    try {
      for (Duration pause = FIRST;
          !end.await(pause.toMillis(), TimeUnit.MILLISECONDS);
          pause = PAUSE) {
        saw(look());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void saw(Optional<ReadEvent.Waiting> waiting) {
    if (end.getCount() > 0) {
      last = waiting;
      waiting.ifPresent(observer::on);
    }
  }

  private Optional<ReadEvent.Waiting> look() {
    Optional<Connection> second = observer.look();
    if (second.isEmpty()) {
      return Optional.empty();
    }
    try (Connection connection = second.get()) {
      return waiting(
          ReadTransaction.ask(
              connection,
              major,
              Query.LOCK_WAIT,
              ImmutableMap.of("introspect.pid", Integer.toString(process))));
    } catch (SQLException e) {
      // What cannot be seen now may be seen later; the reading itself fails if the server is gone.
      return Optional.empty();
    }
  }

  private Optional<ReadEvent.Waiting> waiting(ImmutableList<Row> rows) throws CatalogReadException {
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    ImmutableList.Builder<ReadEvent.Holder> holders = ImmutableList.builder();
    for (Row row : rows) {
      holders.add(
          new ReadEvent.Holder(
              row.integer("pid"),
              row.optionalText("user_name"),
              row.optionalText("application"),
              row.optionalBigint("seconds").map(Duration::ofSeconds)));
    }
    return Optional.of(
        new ReadEvent.Waiting(
            rows.getFirst().text("wanted"),
            holders.build(),
            Duration.ofNanos(System.nanoTime() - start)));
  }

  /** The lock that was waited for at the last look. */
  public synchronized Optional<ReadEvent.Waiting> last() {
    return last;
  }

  @Override
  public synchronized void close() {
    end.countDown();
  }
}
