package dev.schemasync.executor;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to work on a destination: a session-level advisory lock in the database of each shard,
 * held by a connection of its own until {@link #close}. Take it before reading the destination, so
 * that what is planned still holds when it runs. The server releases it when the connection ends,
 * however that comes about.
 */
public final class DestinationLock implements AutoCloseable {
  /** The key of the advisory lock: the letters {@code schemasy} in ASCII. */
  public static final long KEY = 0x736368656d617379L;

  private static final String TAKE = "SELECT pg_try_advisory_lock(%d) AS taken".formatted(KEY);

  private static final String RELEASE = "SELECT pg_advisory_unlock(%d)".formatted(KEY);

  private static final Duration POLL = Duration.ofMillis(50);
  private static final int POLLS = 20;

  /** A lock with a 64-bit key shows its halves (manual, {@code pg_locks}). */
  private static final String HOLDER =
      """
      SELECT l.pid, coalesce(a.application_name, '') AS application
      FROM pg_locks l
      LEFT JOIN pg_stat_activity a ON a.pid = l.pid
      WHERE l.locktype = 'advisory'
        AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND l.classid = %d AND l.objid = %d AND l.objsubid = 1
        AND l.granted
      ORDER BY l.pid
      """
          .formatted(KEY >>> 32, KEY & 0xffffffffL);

  private final ImmutableMap<Shard, Session> sessions;

  private DestinationLock(ImmutableMap<Shard, Session> sessions) {
    this.sessions = sessions;
  }

  /**
   * Locks every shard, and finishes what a killed run left prepared there.
   *
   * @throws DestinationBusyException if another run holds one of them
   * @throws SameDatabaseException if two of them are one database
   * @throws ShardUnavailableException if one cannot be reached
   * @throws LeftoverException if a leftover transaction cannot be finished
   */
  public static DestinationLock acquire(Collection<Shard> shards, ExecutionListener listener) {
    DestinationLock lock = acquireToLook(shards, listener);
    try {
      LeftoverTransactions.on(lock.sessions).finish(new Events(listener));
      return lock;
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Locks every shard and changes nothing: what a killed run left is there for {@link #leftovers}.
   *
   * @throws DestinationBusyException if another run holds one of them
   * @throws SameDatabaseException if two of them are one database
   * @throws ShardUnavailableException if one cannot be reached
   */
  public static DestinationLock acquireToLook(
      Collection<Shard> shards, ExecutionListener listener) {
    Events events = new Events(listener);
    DestinationLock lock = new DestinationLock(open(shards));
    try {
      // In the order of their numbers: of two runs that start together, one gets all.
      lock.sessions.forEach(lock::take);
      lock.sessions.keySet().forEach(s -> events.emit(new ExecutionEvent.ShardLocked(s)));
      return lock;
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * The prepared transactions that killed runs left, with what {@link #acquire} does with them.
   *
   * @throws ShardUnavailableException if a shard is lost
   */
  public ImmutableList<Leftover> leftovers() {
    return LeftoverTransactions.on(sessions).all();
  }

  private static ImmutableMap<Shard, Session> open(Collection<Shard> shards) {
    SortedMap<Integer, Shard> byNumber = new TreeMap<>();
    for (Shard shard : shards) {
      if (byNumber.put(shard.number(), shard) != null) {
        throw new IllegalArgumentException("two shards have the number " + shard.number());
      }
    }
    Map<Shard, Session> open = new ConcurrentHashMap<>();
    try {
      Parallel.forEach(
          byNumber.values(),
          new RunControl(),
          shard -> {
            try {
              open.put(shard, Session.open(shard));
            } catch (SQLException e) {
              throw new ShardUnavailableException(shard, e);
            }
          });
    } catch (RuntimeException e) {
      open.values().forEach(Session::close);
      throw e;
    }
    return byNumber.values().stream().collect(ImmutableMap.toImmutableMap(s -> s, open::get));
  }

  private void take(Shard shard, Session session) {
    try {
      session.execute(Settings.UNHINDERED);
      if (!isTaken(session)) {
        refuseSame(shard, session);
        if (!isTakenSoon(session)) {
          throw busy(shard, session);
        }
      }
    } catch (SQLException e) {
      throw new ShardUnavailableException(shard, e);
    }
  }

  private static boolean isTaken(Session session) throws SQLException {
    return session.query(TAKE, row -> row.getBoolean("taken")).getFirst();
  }

  /** The session of a run that has just ended may be there for a moment. */
  private static boolean isTakenSoon(Session session) throws SQLException {
    try {
      for (int poll = 0; poll < POLLS; poll++) {
        Thread.sleep(POLL);
        if (isTaken(session)) {
          return true;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private void refuseSame(Shard shard, Session session) throws SQLException {
    for (Map.Entry<Shard, Session> other : sessions.entrySet()) {
      if (other.getKey().number() < shard.number() && isSame(session, other.getValue())) {
        throw new SameDatabaseException(other.getKey(), shard);
      }
    }
  }

  private static DestinationException busy(Shard shard, Session session) throws SQLException {
    return session
        .query(
            HOLDER,
            row ->
                new DestinationBusyException(
                    shard, row.getInt("pid"), row.getString("application")))
        .stream()
        .findFirst()
        .orElseGet(() -> new DestinationBusyException(shard, 0, ""));
  }

  /** Whether a session waits for a lock that another one of ours has: it is let go to find out. */
  private static boolean isSame(Session waiting, Session holding) throws SQLException {
    holding.execute(RELEASE);
    boolean same = isTaken(waiting);
    if (same) {
      waiting.execute(RELEASE);
    }
    isTaken(holding);
    return same;
  }

  /** The session that holds the lock of a shard. */
  Session session(Shard shard) {
    Session session = sessions.get(shard);
    if (session == null) {
      throw new IllegalArgumentException("%s is not locked".formatted(shard));
    }
    return session;
  }

  /** Releases every shard. */
  @Override
  public void close() {
    sessions.values().forEach(Session::close);
  }
}
