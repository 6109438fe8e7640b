package dev.schemasync.executor;

/** Hands events of several threads to the listener, one at a time. */
final class Events {
  private final ExecutionListener listener;

  Events(ExecutionListener listener) {
    this.listener = listener;
  }

  synchronized void emit(ExecutionEvent event) {
    listener.on(event);
  }
}
