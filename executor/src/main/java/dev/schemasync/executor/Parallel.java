package dev.schemasync.executor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** One thread per item, and an end that waits for all of them. */
final class Parallel {
  private Parallel() {}

  /**
   * Runs the task for each item and returns when all have ended. If the calling thread is
   * interrupted the run is cancelled, the tasks are waited for, and the thread is interrupted
   * again. What a task throws stops the run and is thrown here, the first of several.
   */
  static <T> void forEach(Collection<T> items, RunControl control, Consumer<T> task) {
    try (ExecutorService threads = Threads.perTask()) {
      List<Future<?>> running = new ArrayList<>();
      for (T item : items) {
        running.add(threads.submit(() -> guarded(item, control, task)));
      }
      await(running, control);
    }
  }

  private static <T> void guarded(T item, RunControl control, Consumer<T> task) {
    try {
      task.accept(item);
    } catch (RuntimeException | Error e) {
      control.stop("the run failed: " + e);
      throw e;
    }
  }

  private static void await(List<Future<?>> running, RunControl control) {
    boolean interrupted = false;
    Throwable thrown = null;
    for (Future<?> future : running) {
      for (boolean waiting = true; waiting; ) {
        try {
          future.get();
          waiting = false;
        } catch (InterruptedException e) {
          interrupted = true;
          control.cancel("the run was interrupted");
        } catch (ExecutionException e) {
          thrown = thrown == null ? e.getCause() : thrown;
          waiting = false;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    switch (thrown) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(thrown);
    }
  }
}
