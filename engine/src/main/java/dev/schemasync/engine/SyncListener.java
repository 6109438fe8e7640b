package dev.schemasync.engine;

/** Hears of a run as it goes on; called from several threads. */
@FunctionalInterface
public interface SyncListener {
  /** Called once per event. */
  void on(SyncEvent event);
}
