package dev.schemasync.executor;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Waits until a shard's server has ended the processes that worked for a run: it learns of closed
 * connections only when it next looks, and until then holds their locks.
 */
final class Departure {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration INTERVAL = Duration.ofMillis(20);

  private Departure() {}

  static void await(ShardRun run) {
    ImmutableList<Integer> pids = run.pids();
    if (pids.isEmpty()) {
      return;
    }
    String present =
        "SELECT pg_catalog.count(*) FROM pg_catalog.pg_stat_activity WHERE pid IN (%s)"
            .formatted(Joiner.on(", ").join(pids));
    RunControl clock = new RunControl();
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (!run.controlSession().value(present).equals("0")
          && System.nanoTime() < end
          && clock.pause(INTERVAL)) {
        // Asked again.
      }
    } catch (SQLException e) {
      // The control session is lost, which its user finds out; its server ends the others, too.
    }
  }
}
