package dev.schemasync.executor;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Whether a run goes on, on all shards: the first failure anywhere may stop it everywhere. */
final class RunControl {
  private final Set<Session> sessions = new HashSet<>();
  private final List<Consumer<String>> callbacks = new ArrayList<>();
  private Optional<String> stopReason = Optional.empty();
  private boolean cancelled;

  synchronized boolean stopped() {
    return stopReason.isPresent();
  }

  /** Whether running statements were abandoned, too. */
  synchronized boolean cancelled() {
    return cancelled;
  }

  /** Whether it ended because the run was cancelled, which is no failure of its own. */
  synchronized boolean abandoned(ServerError error) {
    return cancelled && error.canceled();
  }

  synchronized Optional<String> stopReason() {
    return stopReason;
  }

  /** No new statement starts; those that run may finish. Only the first reason counts. */
  void stop(String reason) {
    ImmutableList<Consumer<String>> toTell;
    synchronized (this) {
      if (stopReason.isPresent()) {
        return;
      }
      stopReason = Optional.of(reason);
      toTell = ImmutableList.copyOf(callbacks);
      notifyAll();
    }
    toTell.forEach(callback -> callback.accept(reason));
  }

  /**
   * Stops, and asks the servers to abandon what runs. Each is asked by itself, so that one that
   * does not answer keeps none waiting; whoever cancels again asks again what still runs.
   */
  void cancel(String reason) {
    stop(reason);
    ImmutableList<Session> running;
    synchronized (this) {
      cancelled = true;
      running = ImmutableList.copyOf(sessions);
    }
    running.forEach(session -> Threads.start("cancel", session::cancel));
  }

  /** Calls back with the reason when the run stops, or at once if it has. */
  void onStop(Consumer<String> callback) {
    Optional<String> already;
    synchronized (this) {
      already = stopReason;
      callbacks.add(callback);
    }
    already.ifPresent(callback);
  }

  /** Waits, unless the run stops before; tells whether it goes on. */
  synchronized boolean pause(Duration duration) {
    long end = System.nanoTime() + duration.toNanos();
    for (long left = duration.toMillis(); left > 0 && !stopped(); ) {
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
      left = (end - System.nanoTime()) / 1_000_000;
    }
    return !stopped();
  }

  /** Lets {@link #cancel} reach what the session runs. */
  void track(Session session) {
    synchronized (this) {
      sessions.add(session);
      if (!cancelled) {
        return;
      }
    }
    session.cancel();
  }

  synchronized void forget(Session session) {
    sessions.remove(session);
  }
}
