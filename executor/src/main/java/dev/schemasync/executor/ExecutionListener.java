package dev.schemasync.executor;

/**
 * Hears of a run as it goes on. Calls come from several threads, but one at a time, and each
 * happens before the next; they hold up the run, so they should be short.
 */
@FunctionalInterface
public interface ExecutionListener {
  /** Called once per event. What it throws ends the run. */
  void on(ExecutionEvent event);

  /** A listener that does nothing. */
  static ExecutionListener silent() {
    return event -> {};
  }
}
