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
 * @param share what part of the free locks is counted on; less than 1 where it has been shown that
 *     not all can be had
 * @param chunks what each shard runs in one transaction after the other; all of it in one, where
 *     there is room
 * @param commits how the last transactions of all shards are committed
 */
record PreDataPlan(
    ImmutableList<Server> servers,
    double share,
    ImmutableMap<ShardRun, ImmutableList<ImmutableList<Statement>>> chunks,
    Commits commits) {
  /** How several transactions are committed. */
  sealed interface Commits {
    /** All or none; this one, which may be on a server without room, is not prepared. */
    record Together(ShardRun coordinator) implements Commits {}

    /** One after the other, since too many cannot be prepared. */
    record OneAfterAnother() implements Commits {}
  }

  /** The plan for the servers as they are. */
  static PreDataPlan of(ImmutableList<Server> servers, ImmutableList<ShardRun> runs) {
    return of(servers, runs, 1);
  }

  private static PreDataPlan of(
      ImmutableList<Server> servers, ImmutableList<ShardRun> runs, double share) {
    Map<ShardRun, ImmutableList<ImmutableList<Statement>>> chunks = new HashMap<>();
    for (Server server : servers) {
      chunks.putAll(chunks(server, (long) (server.freeLocks() * share)));
    }
    return new PreDataPlan(
        servers,
        share,
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

  /**
   * What to try when a server had less room than it seemed.
   *
   * @param full what that server said
   * @param now the servers as they are now: others may have taken what was free
   * @return empty if nothing is left to try
   */
  Optional<PreDataPlan> instead(ServerError full, ImmutableList<Server> now) {
    ImmutableList<ShardRun> runs = chunks.keySet().asList();
    if (full.slotsFull()) {
      return Optional.of(of(now, runs, share)).filter(plan -> !plan.commits.equals(commits));
    }
    long room = now.stream().mapToLong(Server::freeLocks).max().orElse(0);
    for (double less = share / 2; ; less /= 2) {
      PreDataPlan plan = of(now, runs, less);
      if (!plan.chunks.equals(chunks)) {
        return Optional.of(plan);
      }
      if (room * less < 1) {
        // Every chunk is one object already.
        return Optional.empty();
      }
    }
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
        foreseen(server, run)
            .ifPresent(reason -> run.emit(new ExecutionEvent.TooLarge(run.shard(), reason)));
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

  /** Why a shard's largest transaction, which is one object, may not fit, if that is so. */
  private Optional<String> foreseen(Server server, ShardRun run) {
    if (largestTogether(server) <= server.freeLocks()
        || largest(run) <= server.freeLocks() / server.runs().size()) {
      return Optional.empty();
    }
    ImmutableList<Statement> chunk =
        chunks(run).stream().max(Comparator.comparingLong(LockNeeds::of)).orElseThrow();
    return Optional.of(
        "%s and what belongs to it take up to %,d locks in one transaction, and its server has room"
                .formatted(chunk.getFirst().footprint().whole(), largest(run))
            + " for %,d%s; max_locks_per_transaction = %d makes room"
                .formatted(
                    server.freeLocks(),
                    server.runs().size() == 1
                        ? ""
                        : " for the %d shards on it".formatted(server.runs().size()),
                    server.settingFor(largestTogether(server))));
  }

  /** How many locks a shard's largest transaction takes. */
  private long largest(ShardRun run) {
    return chunks(run).stream().mapToLong(LockNeeds::of).max().orElse(0);
  }

  /** How many locks the largest transactions of a server's shards take, which may all be open. */
  private long largestTogether(Server server) {
    return server.runs().stream().mapToLong(this::largest).sum();
  }

  /** The setting that makes room where a shard's server had none, to be read after its error. */
  String remedy(ShardRun run, ServerError error) {
    Server server = servers.stream().filter(s -> s.runs().contains(run)).findFirst().orElseThrow();
    if (error.lockTableFull()) {
      long setting = server.settingFor(largestTogether(server));
      // Where more was taken than can be foreseen, nobody knows what is enough.
      return "; max_locks_per_transaction = %d makes room"
          .formatted(
              setting > server.locksPerTransaction() ? setting : 2 * server.locksPerTransaction());
    }
    return error.slotsFull()
        ? "; max_prepared_transactions = %d makes room"
            .formatted(Math.max(server.slots() + 1, server.slotsTaken() + server.runs().size()))
        : "";
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
