package dev.schemasync.engine;

import com.google.common.collect.ImmutableList;
import dev.schemasync.executor.ExecutionEvent;
import dev.schemasync.executor.RunReport;
import dev.schemasync.executor.ShardScript;
import dev.schemasync.introspect.ReadEvent;
import dev.schemasync.model.finding.Finding;

/** Something that happened in a run. */
public sealed interface SyncEvent {
  /** The reading of a server waits. */
  record Waiting(String server, ReadEvent event) implements SyncEvent {}

  /** A part of what a server was asked for has been read. */
  record Reading(String server) implements SyncEvent {}

  /** A server was asked for what it prints, on behalf of shards in the same state. */
  record Probed(ImmutableList<Integer> shards) implements SyncEvent {}

  /** Source and shards were read, or after a run the shards. */
  record Read() implements SyncEvent {}

  /** What is left to do was planned, once for shards in the same state. */
  record Planned(ImmutableList<Integer> shards) implements SyncEvent {}

  /** A script was written and checked, once for shards in the same state. */
  record Emitted(ImmutableList<Integer> shards) implements SyncEvent {}

  /** Everything that is wrong, or worth knowing, before anything is written. */
  record Found(ImmutableList<Finding> findings) implements SyncEvent {}

  /** A step of the execution. */
  record Executing(ExecutionEvent event) implements SyncEvent {}

  /**
   * The statements have run.
   *
   * @param cancelled whether the run was asked to end meanwhile
   */
  record Executed(ImmutableList<ShardScript> scripts, RunReport report, boolean cancelled)
      implements SyncEvent {}
}
