package dev.schemasync.executor;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.Duration;

/**
 * How to run a script.
 *
 * @param jobs statements in flight on one shard after pre-data
 * @param ignoreErrors whether to go on after a failed statement; pre-data is then not atomic
 * @param parseCheck whether each server's parser reads the script before anything runs
 * @param lockTimeout how long a statement waits for a lock; zero waits for ever. Statements that
 *     cannot run in a transaction always wait for ever: they take weak locks, and giving up would
 *     leave half of their work behind
 * @param lockRetries how often a statement is tried again after {@code lockTimeout}
 * @param lockBackoff the pause before the first of those tries; it doubles each time, up to ten
 *     seconds
 * @param statementTimeout how long a statement may run; zero is for ever
 * @param batchSize statements sent in one round trip
 */
public record ExecutionOptions(
    int jobs,
    boolean ignoreErrors,
    boolean parseCheck,
    Duration lockTimeout,
    int lockRetries,
    Duration lockBackoff,
    Duration statementTimeout,
    int batchSize) {
  private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(10);

  public ExecutionOptions {
    checkArgument(jobs > 0, "jobs: %s", jobs);
    checkArgument(batchSize > 0, "batch size: %s", batchSize);
    checkArgument(lockRetries >= 0, "lock retries: %s", lockRetries);
    checkArgument(!lockTimeout.isNegative(), "lock timeout: %s", lockTimeout);
    checkArgument(!lockBackoff.isNegative(), "lock back-off: %s", lockBackoff);
    checkArgument(!statementTimeout.isNegative(), "statement timeout: %s", statementTimeout);
  }

  /** Four jobs, stop at the first failure, five seconds for a lock and ten tries more. */
  public static ExecutionOptions defaults() {
    return new ExecutionOptions(
        4,
        false,
        true,
        Duration.ofSeconds(5),
        10,
        Duration.ofMillis(500),
        Duration.ZERO,
        // The driver reads answers after some 256 statements; a batch should need it once.
        200);
  }

  /** The same with another number of jobs. */
  public ExecutionOptions withJobs(int number) {
    return new ExecutionOptions(
        number,
        ignoreErrors,
        parseCheck,
        lockTimeout,
        lockRetries,
        lockBackoff,
        statementTimeout,
        batchSize);
  }

  /** The same, going on after a failure or not. */
  public ExecutionOptions withIgnoreErrors(boolean ignore) {
    return new ExecutionOptions(
        jobs,
        ignore,
        parseCheck,
        lockTimeout,
        lockRetries,
        lockBackoff,
        statementTimeout,
        batchSize);
  }

  /** The same with another way to wait for locks. */
  public ExecutionOptions withLocks(Duration timeout, int retries, Duration backoff) {
    return new ExecutionOptions(
        jobs, ignoreErrors, parseCheck, timeout, retries, backoff, statementTimeout, batchSize);
  }

  /** The pause before try number {@code retry}, from 1, of a statement that got no lock. */
  Duration backoff(int retry) {
    Duration pause = lockBackoff.multipliedBy(1L << Math.min(retry - 1, 20));
    return pause.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : pause;
  }
}
