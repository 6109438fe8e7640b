package dev.schemasync.cli.sync;

import dev.schemasync.engine.SyncResult;
import dev.schemasync.executor.Threads;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Cancels a run when the process is asked to end (Ctrl-C, SIGTERM, a closed terminal), and keeps
 * the process alive until the run has told what became of it. Close it then.
 */
final class Cancellation implements AutoCloseable {
  /** Servers abandon statements at once; one that does not answer must not hold the process. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** A request to abandon a statement is lost if it arrives just before the statement does. */
  private static final Duration REPETITION = Duration.ofMillis(500);

  /** A terminal that takes nothing (Ctrl-S) must not hold the process either. */
  private static final Duration READING = Duration.ofSeconds(1);

  private final CountDownLatch told = new CountDownLatch(1);
  private final Runnable abandon;
  private final Consumer<String> remarks;
  private final Thread hook = new Thread(this::cancel, "cancel");
  private volatile boolean requested;

  /**
   * @param abandon asks the servers to abandon what they run
   * @param remarks gets lines for the person at the terminal
   */
  Cancellation(Runnable abandon, Consumer<String> remarks) {
    this.abandon = abandon;
    this.remarks = remarks;
  }

  /** From now on the process does not end without the run. */
  Cancellation begin() {
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already, before there was anything to cancel.
      requested = true;
      abandon.run();
    }
    return this;
  }

  private void cancel() {
    requested = true;
    SecondSignal.leave(
        () ->
            say(
                "left at once; a server may go on with what it runs. Run the same"
                    + " command again to finish"));
    say(
        "cancelling: the servers are asked to abandon what they run; Ctrl-C once more leaves at"
            + " once");
    try {
      long end = System.nanoTime() + PATIENCE.toNanos();
      do {
        abandon.run();
      } while (!told.await(REPETITION.toMillis(), TimeUnit.MILLISECONDS)
          && System.nanoTime() < end);
      if (told.getCount() > 0) {
        say(
            "warning: a server does not answer; it rolls back what is open when it notices that"
                + " the connection is gone. Run the same command again to finish");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void say(String text) {
    try {
      Threads.start("say", () -> remarks.accept(text)).join(READING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What it means to somebody who ended the run there. */
  static String words(SyncResult.Phase phase) {
    return switch (phase) {
      case BEFORE -> "cancelled; nothing was changed. Run the same command again when you like";
      case STATEMENTS ->
          "cancelled; what is done, as told for each shard, stays and is not done twice: run the"
              + " same command again to finish";
      case COMPARING ->
          "cancelled before every shard was compared with what it should hold; run the same command"
              + " again to finish";
    };
  }

  @Override
  public void close() {
    told.countDown();
    if (!requested) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The process began to end just now: the hook finds that all is told.
      }
    }
  }
}
