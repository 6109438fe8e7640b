package dev.schemasync.executor;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.schemasync.model.script.Statement;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How pre-data is to be committed, as far as that can be known before it runs: from the room that
 * each server has for locks and for prepared transactions.
 *
 * @param chunks what each shard runs in one transaction after the other; all of it in one, where
 *     there is room
 * @param commits how the last transactions of all shards are committed
 */
record PreDataPlan(
    ImmutableList<Server> servers,
    ImmutableMap<ShardRun, ImmutableList<ImmutableList<Statement>>> chunks,
    Commits commits) {
  /** How several transactions are committed. */
  sealed interface Commits {
    /** All or none; this one, which may be on a server without room, is not prepared. */
    record Together(ShardRun coordinator) implements Commits {}

    /** One after the other, since too many cannot be prepared. */
    record OneAfterAnother() implements Commits {}
  }

  /**
   * The plan for the servers as they are.
   *
   * @param share what part of the free locks may be counted on; less than 1 where it has been shown
   *     that others take them, too
   */
  static PreDataPlan of(ImmutableList<Server> servers, ImmutableList<ShardRun> runs, double share) {
    Map<ShardRun, ImmutableList<ImmutableList<Statement>>> chunks = new HashMap<>();
    for (Server server : servers) {
      chunks.putAll(chunks(server, (long) (server.freeLocks() * share)));
    }
    return new PreDataPlan(
        servers,
        runs.stream().collect(ImmutableMap.toImmutableMap(r -> r, chunks::get)),
        commits(servers, runs));
  }

  private static Map<ShardRun, ImmutableList<ImmutableList<Statement>>> chunks(
      Server server, long room) {
    Map<ShardRun, ImmutableList<ImmutableList<Statement>>> chunks = new HashMap<>();
    List<ShardRun> smallestFirst =
        server.runs().stream()
            .sorted(Comparator.comparingLong(PreDataPlan::need))
            .collect(toImmutableList());
    boolean allFit = smallestFirst.stream().mapToLong(PreDataPlan::need).sum() <= room;
    // Those that are torn need room beside those that are not, which hold theirs to the end.
    long left = allFit ? room : room / 2;
    int torn = smallestFirst.size();
    for (ShardRun run : smallestFirst) {
      if (need(run) > left) {
        break;
      }
      chunks.put(run, ImmutableList.of(run.statements()));
      left -= need(run);
      torn--;
    }
    for (ShardRun run : smallestFirst) {
      if (!chunks.containsKey(run)) {
        chunks.put(run, LockNeeds.chunks(run.statements(), (left + room - room / 2) / torn));
      }
    }
    return chunks;
  }

  private static long need(ShardRun run) {
    return run.lockNeed();
  }

  private static Commits commits(ImmutableList<Server> servers, ImmutableList<ShardRun> runs) {
    if (servers.stream().mapToInt(Server::unprepared).sum() > 1) {
      return new Commits.OneAfterAnother();
    }
    return new Commits.Together(
        servers.stream()
            .filter(s -> s.unprepared() == 1)
            .findFirst()
            .map(s -> s.runs().getFirst())
            .orElse(runs.getFirst()));
  }

  /** Whether a shard commits more than once. */
  boolean isTorn(ShardRun run) {
    return chunks(run).size() > 1;
  }

  /** Whether every shard commits once. */
  boolean isWhole() {
    return chunks.values().stream().allMatch(c -> c.size() == 1);
  }

  ImmutableList<ImmutableList<Statement>> chunks(ShardRun run) {
    return Optional.ofNullable(chunks.get(run)).orElseThrow();
  }

  /** Tells what keeps the shards from changing all or not at all. */
  void announce() {
    for (Server server : servers) {
      long need = server.runs().stream().mapToLong(PreDataPlan::need).sum();
      for (ShardRun run : server.runs()) {
        if (isTorn(run)) {
          run.emit(
              new ExecutionEvent.Chunked(
                  run.shard(), chunks(run).size(), lockReason(server, need)));
        }
        if (commits instanceof Commits.OneAfterAnother && server.unprepared() > 0) {
          run.emit(new ExecutionEvent.CommitNotAtomic(run.shard(), slotReason(server)));
        }
      }
    }
  }

  private static String lockReason(Server server, long need) {
    return ("its server has room for %,d locks, and %s up to %,d; max_locks_per_transaction = %d"
            + " makes room for all")
        .formatted(
            server.freeLocks(),
            server.runs().size() == 1
                ? "this takes"
                : "the %d shards on it take".formatted(server.runs().size()),
            need,
            server.settingFor(need));
  }

  private static String slotReason(Server server) {
    return ("its server has room for %d more prepared transactions, and %d of its shards change;"
            + " max_prepared_transactions = %d makes room for all")
        .formatted(
            server.freeSlots(), server.runs().size(), server.slotsTaken() + server.runs().size());
  }
}
