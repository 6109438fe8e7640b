package dev.schemasync.executor;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/**
 * Finishes the prepared transactions that killed runs left behind.
 *
 * <p>In a run over several shards one of them, the coordinator, does not prepare: when all others
 * have, it commits, and that is the decision. So a leftover is committed if the coordinator's
 * transaction, which its name gives, has committed, and rolled back if it has not. It is found on
 * any shard of the coordinator's server; where no shard is on it, or the server has forgotten the
 * transaction, a person must decide.
 */
final class LeftoverTransactions {
  private static final String PREPARED =
      "SELECT gid FROM pg_prepared_xacts WHERE database = current_database() ORDER BY gid";

  private final ImmutableMap<Shard, Session> sessions;
  private final Events events;

  LeftoverTransactions(ImmutableMap<Shard, Session> sessions, Events events) {
    this.sessions = sessions;
    this.events = events;
  }

  /**
   * Finishes all, of every shard.
   *
   * @throws LeftoverException if one cannot be decided or finished
   * @throws ShardUnavailableException if a shard is lost
   */
  void resolve() {
    for (Map.Entry<Shard, Session> entry : sessions.entrySet()) {
      Shard shard = entry.getKey();
      Session session = entry.getValue();
      for (Gid gid : leftovers(shard, session)) {
        boolean commit = committed(shard, gid);
        try {
          session.execute(gid.finish(commit));
        } catch (SQLException e) {
          throw new LeftoverException(
              shard, gid.text(), "it could not be finished: " + ServerError.of(e));
        }
        events.emit(new ExecutionEvent.LeftoverResolved(shard, gid.text(), commit));
      }
    }
  }

  private static ImmutableList<Gid> leftovers(Shard shard, Session session) {
    try {
      return session.query(PREPARED, row -> Gid.parse(row.getString("gid"))).stream()
          .flatMap(Optional::stream)
          .collect(ImmutableList.toImmutableList());
    } catch (SQLException e) {
      throw new ShardUnavailableException(shard, e);
    }
  }

  private boolean committed(Shard shard, Gid gid) {
    Optional<String> status;
    try {
      Session coordinator =
          coordinator(gid)
              .orElseThrow(
                  () ->
                      new LeftoverException(
                          shard, gid.text(), "no shard is on the server that decides on it"));
      status = new TransactionId(gid.system(), gid.xid()).status(coordinator);
    } catch (SQLException e) {
      throw new LeftoverException(shard, gid.text(), "its fate is unknown: " + ServerError.of(e));
    }
    return switch (status.orElse("")) {
      case "committed" -> true;
      case "aborted" -> false;
      case "in progress" ->
          throw new LeftoverException(shard, gid.text(), "that run has not ended yet");
      default -> throw new LeftoverException(shard, gid.text(), "the server forgot its fate");
    };
  }

  private Optional<Session> coordinator(Gid gid) throws SQLException {
    for (Session session : sessions.values()) {
      if (TransactionId.system(session).equals(gid.system())) {
        return Optional.of(session);
      }
    }
    return Optional.empty();
  }
}
