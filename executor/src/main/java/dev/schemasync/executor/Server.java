package dev.schemasync.executor;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A server of the destination, with what is scarce on it: all of its databases, and so all shards
 * that are on it, share its table of locks and its prepared transactions.
 *
 * @param runs the shards that are on it
 * @param slots {@code max_prepared_transactions}
 * @param slotsTaken transactions that are prepared already, anybody's
 * @param locksPerTransaction {@code max_locks_per_transaction}
 * @param transactions by how many the table of locks is larger than that
 * @param locksTaken entries of the table that are in use, anybody's
 */
record Server(
    ImmutableList<ShardRun> runs,
    int slots,
    int slotsTaken,
    long locksPerTransaction,
    long transactions,
    long locksTaken) {
  /**
   * Weak locks on few relations are kept elsewhere ({@code fastpath}); a lock has a row per holder
   * and mode.
   */
  private static final String LOOK =
      """
      SELECT pg_catalog.current_setting('max_prepared_transactions') AS slots,
        (SELECT pg_catalog.count(*) FROM pg_catalog.pg_prepared_xacts) AS slots_taken,
        pg_catalog.current_setting('max_locks_per_transaction') AS per_transaction,
        pg_catalog.current_setting('max_connections') AS connections,
        pg_catalog.count(DISTINCT (l.locktype, l.database, l.relation, l.page, l.tuple,
            l.virtualxid, l.transactionid::text, l.classid, l.objid, l.objsubid))
          FILTER (WHERE NOT l.fastpath) AS locks_taken,
        coalesce(
          pg_catalog.string_agg(((l.classid::bigint << 32) | l.objid::bigint)::text, ',')
            FILTER (WHERE l.locktype = 'advisory' AND l.objsubid = 1 AND l.mode = 'ShareLock'),
          '') AS keys
      FROM pg_catalog.pg_locks l
      """;

  /** What one shard's server says. */
  private record Seen(
      int slots,
      int slotsTaken,
      long locksPerTransaction,
      long connections,
      long locksTaken,
      ImmutableSet<String> keys) {
    Server with(List<ShardRun> runs) {
      return new Server(
          ImmutableList.copyOf(runs),
          slots,
          slotsTaken,
          locksPerTransaction,
          connections + slots,
          locksTaken);
    }
  }

  /**
   * The servers of the shards, each with its shards. Two shards are on one server if the one sees a
   * lock that the other holds; nothing that servers say of themselves would tell copies apart.
   *
   * @throws ShardUnavailableException if a shard's control session is lost
   */
  static ImmutableList<Server> of(ImmutableList<ShardRun> runs) {
    ImmutableMap<ShardRun, String> keys =
        runs.stream().collect(ImmutableMap.toImmutableMap(run -> run, run -> newKey()));
    Map<ShardRun, Seen> seen = new ConcurrentHashMap<>();
    each(
        runs,
        run ->
            run.controlSession()
                .execute(
                    "SELECT pg_catalog.pg_try_advisory_lock_shared(%s)".formatted(keys.get(run))));
    each(runs, run -> seen.put(run, run.controlSession().query(LOOK, Server::seen).getFirst()));
    each(
        runs,
        run ->
            run.controlSession()
                .execute(
                    "SELECT pg_catalog.pg_advisory_unlock_shared(%s)".formatted(keys.get(run))));
    List<ShardRun> rest = new ArrayList<>(runs);
    ImmutableList.Builder<Server> servers = ImmutableList.builder();
    while (!rest.isEmpty()) {
      ShardRun one = rest.getFirst();
      Seen first = Objects.requireNonNull(seen.get(one));
      ImmutableList<ShardRun> together =
          rest.stream()
              .filter(run -> run == one || first.keys().contains(keys.get(run)))
              .collect(toImmutableList());
      servers.add(first.with(together));
      rest.removeAll(together);
    }
    return servers.build();
  }

  /** A number that no other lock has. */
  private static String newKey() {
    return Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE));
  }

  private static Seen seen(java.sql.ResultSet row) throws SQLException {
    return new Seen(
        row.getInt("slots"),
        row.getInt("slots_taken"),
        row.getLong("per_transaction"),
        row.getLong("connections"),
        row.getLong("locks_taken"),
        ImmutableSet.copyOf(Splitter.on(',').omitEmptyStrings().split(row.getString("keys"))));
  }

  /** What is asked of a shard. */
  @FunctionalInterface
  private interface Question {
    void ask(ShardRun run) throws SQLException;
  }

  private static void each(ImmutableList<ShardRun> runs, Question question) {
    Parallel.forEach(
        runs,
        new RunControl(),
        run -> {
          try {
            question.ask(run);
          } catch (SQLException e) {
            throw new ShardUnavailableException(run.shard(), e);
          }
        });
  }

  /** How many more transactions can be prepared. */
  int freeSlots() {
    return Math.max(0, slots - slotsTaken);
  }

  /** How many of its shards cannot be prepared. */
  int unprepared() {
    return Math.max(0, runs.size() - freeSlots());
  }

  /** How many more locks there is room for at least. */
  long freeLocks() {
    return Math.max(0, locksPerTransaction * transactions - locksTaken);
  }

  /** The value of {@code max_locks_per_transaction} that makes room for so many more locks. */
  long settingFor(long locks) {
    return Math.ceilDiv(locks + locksTaken, transactions);
  }
}
