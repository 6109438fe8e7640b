package dev.schemasync.cli.sync;

import dev.schemasync.cli.ExitStatus;
import dev.schemasync.executor.ConnectionFactory;
import dev.schemasync.executor.Executor;
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

  /** How far the run is, and what that means to somebody who ends it there. */
  private enum Phase {
    BEFORE("cancelled; nothing was changed. Run the same command again when you like"),
    STATEMENTS("cancelled; what is done is not done twice: run the same command again to finish"),
    COMPARING(
        "cancelled before every shard was compared with what it should hold; run the same command"
            + " again to finish");

    private final String words;

    Phase(String words) {
      this.words = words;
    }
  }

  private final OpenConnections connections = new OpenConnections();
  private final CountDownLatch told = new CountDownLatch(1);
  private final Consumer<String> remarks;
  private final Thread hook = new Thread(this::cancel, "cancel");
  private volatile boolean requested;
  private volatile Phase phase = Phase.BEFORE;
  private volatile Runnable abandon = connections::cancel;

  /**
   * @param remarks gets lines for the person at the terminal
   */
  Cancellation(Consumer<String> remarks) {
    this.remarks = remarks;
  }

  /** From now on the process does not end without the run. */
  Cancellation begin() {
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already, before there was anything to cancel.
      requested = true;
      connections.cancel();
    }
    return this;
  }

  /** Connections whose work is abandoned when the run is cancelled. */
  ConnectionFactory reaching(ConnectionFactory factory) {
    return connections.of(factory);
  }

  /**
   * From now on the executor knows best how to stop.
   *
   * @throws RunException if the run is cancelled already
   */
  void running(Executor executor) throws RunException {
    phase = Phase.STATEMENTS;
    abandon = executor::cancel;
    if (requested) {
      phase = Phase.BEFORE;
      check();
    }
  }

  /**
   * Tells whether what was just learned can be trusted: questions that a server abandoned have no
   * answer.
   *
   * @throws RunException if the run is cancelled
   */
  void check() throws RunException {
    if (requested) {
      throw new RunException(ExitStatus.FAILED, "the run was cancelled");
    }
  }

  /** The statements have run; what is left is to compare. */
  void comparing() {
    phase = Phase.COMPARING;
    abandon = connections::cancel;
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
      Thread.ofVirtual().start(() -> remarks.accept(text)).join(READING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the process is ending. */
  boolean requested() {
    return requested;
  }

  /** What that means for a run that was ended here. */
  String words() {
    return phase.words;
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
