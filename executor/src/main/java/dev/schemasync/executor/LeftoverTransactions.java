package dev.schemasync.executor;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds, and finishes, the prepared transactions that killed runs left behind.
 *
 * <p>In a run over several shards one of them, the coordinator, does not prepare: when all others
 * have, it commits, and that is the decision. So a leftover is committed if the coordinator's
 * {@link CommitRecord} says that it has committed, wherever that record is found. It is rolled back
 * only if the record is found without that, and the coordinator's transaction, on that record's own
 * server, has ended: then it cannot commit any more. Without a record a person must decide.
 */
final class LeftoverTransactions {
  private static final String PREPARED =
      "SELECT gid FROM pg_catalog.pg_prepared_xacts"
          + " WHERE database = pg_catalog.current_database() ORDER BY gid";

  private final ImmutableMap<Shard, Session> sessions;
  private final ImmutableMap<Shard, ImmutableList<Gid>> prepared;
  private final ImmutableMap<Shard, ImmutableList<CommitRecord>> records;
  private final Map<Gid.Run, Leftover.Fate> fates = new HashMap<>();

  private LeftoverTransactions(
      ImmutableMap<Shard, Session> sessions,
      ImmutableMap<Shard, ImmutableList<Gid>> prepared,
      ImmutableMap<Shard, ImmutableList<CommitRecord>> records) {
    this.sessions = sessions;
    this.prepared = prepared;
    this.records = records;
  }

  /**
   * Looks at every shard.
   *
   * @throws ShardUnavailableException if one is lost
   */
  static LeftoverTransactions on(ImmutableMap<Shard, Session> sessions) {
    Map<Shard, ImmutableList<Gid>> prepared = new ConcurrentHashMap<>();
    Map<Shard, ImmutableList<CommitRecord>> records = new ConcurrentHashMap<>();
    Parallel.forEach(
        sessions.entrySet(),
        new RunControl(),
        entry -> {
          try {
            prepared.put(entry.getKey(), prepared(entry.getValue()));
            records.put(entry.getKey(), CommitRecord.read(entry.getValue()));
          } catch (SQLException e) {
            throw new ShardUnavailableException(entry.getKey(), e);
          }
        });
    return new LeftoverTransactions(
        sessions, inOrder(sessions, prepared), inOrder(sessions, records));
  }

  private static <T> ImmutableMap<Shard, T> inOrder(
      ImmutableMap<Shard, Session> sessions, Map<Shard, T> found) {
    return sessions.keySet().stream().collect(ImmutableMap.toImmutableMap(s -> s, found::get));
  }

  private static ImmutableList<Gid> prepared(Session session) throws SQLException {
    return session.query(PREPARED, row -> Gid.parse(row.getString("gid"))).stream()
        .flatMap(Optional::stream)
        .collect(toImmutableList());
  }

  /**
   * All, of every shard.
   *
   * @throws ShardUnavailableException if a shard is lost
   */
  ImmutableList<Leftover> all() {
    ImmutableList.Builder<Leftover> leftovers = ImmutableList.builder();
    prepared.forEach(
        (shard, gids) ->
            gids.forEach(
                gid ->
                    leftovers.add(
                        new Leftover(
                            shard, gid.text(), fates.computeIfAbsent(gid.run(), this::fate)))));
    return leftovers.build();
  }

  private Leftover.Fate fate(Gid.Run run) {
    List<Shard> undecided = new ArrayList<>();
    for (Map.Entry<Shard, ImmutableList<CommitRecord>> entry : records.entrySet()) {
      for (CommitRecord found : entry.getValue()) {
        if (found.run().equals(run.name())) {
          if (found.committed()) {
            return new Leftover.Fate.Commit();
          }
          undecided.add(entry.getKey());
        }
      }
    }
    return switch (undecided.size()) {
      case 0 -> new Leftover.Fate.Unknown("no shard has a record of that run");
      case 1 -> fate(run, undecided.getFirst());
      default ->
          new Leftover.Fate.Unknown(
              "several shards have a record of that run, so one is a copy of another");
    };
  }

  /** Of a run that has not recorded a commit: whether it may do so yet. */
  private Leftover.Fate fate(Gid.Run run, Shard coordinator) {
    try {
      Session session = session(coordinator);
      if (!TransactionId.system(session).equals(run.coordinator().system())) {
        return new Leftover.Fate.Unknown(
            "the record of that run, on %s, was copied from another server".formatted(coordinator));
      }
      // Asked first, and the record read again: what is not running now cannot change it later.
      if (run.coordinator().status(session).equals(Optional.of("in progress"))) {
        return new Leftover.Fate.Unknown(
            "that run has not ended yet on %s: wait for it to end".formatted(coordinator));
      }
      return CommitRecord.read(session).stream()
              .anyMatch(r -> r.run().equals(run.name()) && r.committed())
          ? new Leftover.Fate.Commit()
          : new Leftover.Fate.RollBack();
    } catch (SQLException e) {
      ServerError error = ServerError.of(e);
      if (error.connectionLost()) {
        throw new ShardUnavailableException(coordinator, e);
      }
      return new Leftover.Fate.Unknown("%s does not tell: %s".formatted(coordinator, error));
    }
  }

  /**
   * Finishes all, and removes the records that nobody needs any more.
   *
   * @throws LeftoverException if one cannot be decided, before any is finished, or not be finished
   * @throws ShardUnavailableException if a shard is lost
   */
  void finish(Events events) {
    ImmutableList<Leftover> leftovers = all();
    for (Leftover leftover : leftovers) {
      if (leftover.fate() instanceof Leftover.Fate.Unknown(String reason)) {
        throw new LeftoverException(leftover, reason);
      }
    }
    for (Leftover leftover : leftovers) {
      boolean commit = leftover.fate() instanceof Leftover.Fate.Commit;
      try {
        session(leftover.shard()).execute(leftover.finish(commit));
      } catch (SQLException e) {
        ServerError error = ServerError.of(e);
        throw error.connectionLost()
            ? new ShardUnavailableException(leftover.shard(), e)
            : new LeftoverException(leftover, "it could not be finished: " + error);
      }
      events.emit(new ExecutionEvent.LeftoverResolved(leftover.shard(), leftover.gid(), commit));
    }
    records.forEach(this::erase);
  }

  private void erase(Shard shard, ImmutableList<CommitRecord> found) {
    try {
      for (CommitRecord record : found) {
        record.erase(session(shard));
      }
    } catch (SQLException e) {
      throw new ShardUnavailableException(shard, e);
    }
  }

  private Session session(Shard shard) {
    return Objects.requireNonNull(sessions.get(shard));
  }
}
