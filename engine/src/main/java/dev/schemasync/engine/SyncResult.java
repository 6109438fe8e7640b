package dev.schemasync.engine;

import com.google.common.collect.ImmutableList;
import dev.schemasync.executor.Leftover;
import dev.schemasync.executor.RunReport;
import dev.schemasync.executor.ShardScript;
import dev.schemasync.model.finding.Finding;

/** What became of a run. */
public sealed interface SyncResult {
  /** It could not go on. */
  record Stopped(Problem problem) implements SyncResult {}

  /** It was cancelled. */
  record Interrupted(Phase phase) implements SyncResult {}

  /** Nothing can be foretold: a killed run has left prepared transactions. */
  record Blocked(ImmutableList<Leftover> leftovers) implements SyncResult {}

  /** Errors that are not accepted; nothing was changed. */
  record Refused(ImmutableList<Finding> findings) implements SyncResult {}

  /** Only the scripts were asked for; equal shards share one. */
  record Planned(ImmutableList<ShardScript> scripts) implements SyncResult {}

  /** A server was lost while statements ran. */
  record Lost(RunReport report) implements SyncResult {}

  /** It failed, and no shard has changed. */
  record Unchanged(RunReport report) implements SyncResult {}

  /**
   * Every shard was compared with what it should hold.
   *
   * @param differences what is not as it should be, beyond what the report tells
   * @param succeeded whether all statements are done and no difference stops
   */
  record Verified(RunReport report, ImmutableList<Finding> differences, boolean succeeded)
      implements SyncResult {}

  /** How far a run was. */
  enum Phase {
    /** Nothing was changed, or all that was has been rolled back. */
    BEFORE,
    /** Statements may be done, on some shards or on all. */
    STATEMENTS,
    /** The statements have run, the comparison has not ended. */
    COMPARING
  }
}
