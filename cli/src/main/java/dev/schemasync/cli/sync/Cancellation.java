package dev.schemasync.cli.sync;

import dev.schemasync.cli.Terminal;
import dev.schemasync.executor.Executor;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Cancels a run when the process is asked to end (Ctrl-C, SIGTERM), and keeps the process alive
 * until the run has told what became of it. Close it then.
 */
final class Cancellation implements AutoCloseable {
  /** Servers abandon statements at once; one that does not answer must not hold the process. */
  private static final int PATIENCE_SECONDS = 15;

  private final CountDownLatch told = new CountDownLatch(1);
  private final Terminal terminal;
  private final Thread hook;
  private volatile boolean requested;

  private Cancellation(Executor executor, Terminal terminal) {
    this.terminal = terminal;
    hook = new Thread(() -> cancel(executor), "cancel");
  }

  static Cancellation of(Executor executor, Terminal terminal) {
    Cancellation cancellation = new Cancellation(executor, terminal);
    Runtime.getRuntime().addShutdownHook(cancellation.hook);
    return cancellation;
  }

  private void cancel(Executor executor) {
    requested = true;
    executor.cancel();
    try {
      if (!told.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        terminal
            .err()
            .println(
                "warning: a server does not answer; it rolls back what is open when it notices that"
                    + " the connection is gone. Run the same command again to finish");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the process is ending. */
  boolean requested() {
    return requested;
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
