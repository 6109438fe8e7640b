package dev.schemasync.executor;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Threads for what waits for servers. They are few, so virtual ones would gain nothing; and the
 * poller behind those would have a JVM that ends wait 0.3 s for a thread in native code.
 */
public final class Threads {
  private Threads() {}

  /** One thread for each task; closing it waits for all of them. */
  public static ExecutorService perTask() {
    return Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory());
  }

  /** Starts a task that nobody waits for, and that does not keep the process alive. */
  public static Thread start(String name, Runnable task) {
    return Thread.ofPlatform().daemon().name(name).start(task);
  }
}
