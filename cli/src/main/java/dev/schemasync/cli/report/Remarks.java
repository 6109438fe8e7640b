package dev.schemasync.cli.report;

import dev.schemasync.executor.ExecutionEvent;
import dev.schemasync.executor.LockHolder;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an operator should read of an event, beyond how far the run is. */
final class Remarks {
  private Remarks() {}

  static Optional<String> of(ExecutionEvent event) {
    return switch (event) {
      case ExecutionEvent.StageStarted(var shard, var stage, var total) ->
          Optional.of("%s: %s: %,d statements".formatted(shard, stage.label(), total));
      case ExecutionEvent.LeftoverResolved(var shard, var gid, var committed) ->
          Optional.of(
              "%s: the prepared transaction %s of an earlier run was %s"
                  .formatted(shard, gid, committed ? "committed" : "rolled back"));
      case ExecutionEvent.ParseNotChecked(var shard, var reason) ->
          Optional.of(
              "warning: %s: its parser could not read the script beforehand: %s"
                  .formatted(shard, reason));
      case ExecutionEvent.LockRetry(var shard, var statement, var retry, var pause, var error) ->
          Optional.of(
              "%s: %s waits for a lock; try %d in %d ms"
                  .formatted(shard, statement.summary(), retry + 1, pause.toMillis()));
      case ExecutionEvent.LockWait(var shard, var statement, var wanted, var by, var running) ->
          Optional.of(
              "%s: %s, begun %d s ago, waits for %s, which is held or asked for by %s"
                  .formatted(
                      shard,
                      statement.summary(),
                      running.toSeconds(),
                      wanted,
                      by.stream().map(LockHolder::toString).collect(Collectors.joining(" and "))));
      case ExecutionEvent.FewerConnections(var shard, var error) ->
          Optional.of(
              "note: %s: a connection could not be made (%s); the others run what it would have run"
                  .formatted(shard, error));
      case ExecutionEvent.CommitNotAtomic(var shard, var reason) ->
          Optional.of(
              "note: %s: no two-phase commit (%s); the shards commit one after the other"
                  .formatted(shard, reason));
      case ExecutionEvent.Chunked(var shard, var chunks, var reason) ->
          Optional.of(
              "note: %s: one transaction cannot hold the script (%s); it is committed in %,d chunks"
                      .formatted(shard, reason, chunks)
                  + " of whole objects, so if one fails, those before it stay");
      case ExecutionEvent.TooLarge(var shard, var reason) ->
          Optional.of(
              "warning: %s: its server may be unable to hold one object: %s"
                  .formatted(shard, reason));
      case ExecutionEvent.StartedOver(var shard, var reason) ->
          Optional.of(
              "note: %s: its server has less room than it said (%s); all was rolled back and starts"
                      .formatted(shard, reason)
                  + " over");
      case ExecutionEvent.ShardLocked e -> Optional.empty();
      case ExecutionEvent.ParseChecked e -> Optional.empty();
      case ExecutionEvent.StatementStarted e -> Optional.empty();
      case ExecutionEvent.Progress e -> Optional.empty();
      case ExecutionEvent.StatementFinished e -> Optional.empty();
      case ExecutionEvent.IndexProgress e -> Optional.empty();
      case ExecutionEvent.Committed e -> Optional.empty();
      case ExecutionEvent.RolledBack e -> Optional.empty();
    };
  }

  /** How much is done; 0 where there is no total. */
  static long percent(long done, long total) {
    return total == 0 ? 0 : done * 100 / total;
  }
}
