package dev.schemasync.executor;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.script.Statement;
import java.time.Duration;

/** Something that happened on a shard during a run. */
public sealed interface ExecutionEvent {
  /** Where it happened. */
  Shard shard();

  /** The shard answered and is locked against other runs. */
  record ShardLocked(Shard shard) implements ExecutionEvent {}

  /**
   * A prepared transaction that a killed run left behind was finished.
   *
   * @param committed whether that run had decided to commit; otherwise it was rolled back
   */
  record LeftoverResolved(Shard shard, String gid, boolean committed) implements ExecutionEvent {}

  /**
   * The shard's own parser has read the script.
   *
   * @param rejected how many statements it does not accept
   */
  record ParseChecked(Shard shard, int statements, int rejected) implements ExecutionEvent {}

  /** The script could not be read without executing it. */
  record ParseNotChecked(Shard shard, String reason) implements ExecutionEvent {}

  /** The first statement is about to run. */
  record StageStarted(Shard shard, Stage stage, int total) implements ExecutionEvent {}

  /** The statement was sent; in a batch, together with others. */
  record StatementStarted(Shard shard, Statement statement) implements ExecutionEvent {}

  /**
   * Statements ran; in a transaction they may still be rolled back.
   *
   * @param ran how many of the shard's statements ran so far
   */
  record Progress(Shard shard, int ran, int total) implements ExecutionEvent {}

  /** The final word on a statement; exactly one per planned statement. */
  record StatementFinished(Shard shard, Statement statement, StatementOutcome outcome)
      implements ExecutionEvent {}

  /**
   * The statement got no lock in time, or was chosen to end a deadlock, and will be tried again.
   *
   * @param retry the number of the coming try, from 1
   */
  record LockRetry(Shard shard, Statement statement, int retry, Duration pause, ServerError error)
      implements ExecutionEvent {}

  /** One of the connections for the statements could not be made; the others run them all. */
  record FewerConnections(Shard shard, ServerError error) implements ExecutionEvent {}

  /**
   * The statement waits for a lock, without limit; told after a few seconds, and again while it
   * lasts.
   *
   * @param wanted what is locked
   * @param running how long ago the statement began
   */
  record LockWait(
      Shard shard,
      Statement statement,
      String wanted,
      ImmutableList<LockHolder> holders,
      Duration running)
      implements ExecutionEvent {}

  /**
   * How far the build of an index is, about once per second ({@code
   * pg_stat_progress_create_index}).
   *
   * @param phase the server's words, such as {@code building index: scanning table}
   * @param blocksTotal 0 in phases that do not read blocks
   */
  record IndexProgress(
      Shard shard, Statement statement, String phase, long blocksDone, long blocksTotal)
      implements ExecutionEvent {}

  /**
   * The shards cannot all commit in two phases: if one commit fails, earlier ones stay. Told before
   * anything runs.
   */
  record CommitNotAtomic(Shard shard, String reason) implements ExecutionEvent {}

  /**
   * One transaction cannot hold the script: it will run in chunks of whole objects that commit on
   * their own. Told before anything runs.
   */
  record Chunked(Shard shard, int chunks, String reason) implements ExecutionEvent {}

  /**
   * One object alone takes more locks than its server seems to have room for. Told before anything
   * runs.
   */
  record TooLarge(Shard shard, String reason) implements ExecutionEvent {}

  /** All shards were rolled back and start over, since the server had less room than it seemed. */
  record StartedOver(Shard shard, String reason) implements ExecutionEvent {}

  /** The shard's transaction committed, or one of its chunks. */
  record Committed(Shard shard) implements ExecutionEvent {}

  /** The shard's transaction was rolled back. */
  record RolledBack(Shard shard, String reason) implements ExecutionEvent {}
}
