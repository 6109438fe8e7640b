package dev.schemasync.executor;

import com.google.common.collect.ImmutableMap;
import java.util.List;

/**
 * How many locks each transaction of a shard may take where several run at the same time, so that
 * all of them leave half of their server's table to others.
 */
record LockBudget(ImmutableMap<ShardRun, Long> perTransaction) {
  /**
   * The budget of each shard's transactions.
   *
   * @param atOnce how many of a shard run at the same time
   */
  static LockBudget of(List<Server> servers, int atOnce) {
    ImmutableMap.Builder<ShardRun, Long> budget = ImmutableMap.builder();
    for (Server server : servers) {
      long each = server.freeLocks() / 2 / ((long) server.runs().size() * atOnce);
      server.runs().forEach(run -> budget.put(run, each));
    }
    return new LockBudget(budget.buildOrThrow());
  }

  long of(ShardRun run) {
    return perTransaction.getOrDefault(run, 0L);
  }
}
