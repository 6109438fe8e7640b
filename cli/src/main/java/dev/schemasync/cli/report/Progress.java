package dev.schemasync.cli.report;

import dev.schemasync.cli.Terminal;
import dev.schemasync.executor.ExecutionListener;
import dev.schemasync.model.catalog.Stage;

/** Shows how far a run is while it goes on. */
public sealed interface Progress extends ExecutionListener, AutoCloseable
    permits ProgressBars, ProgressLines {
  /** The view that fits a terminal: bars where a person watches, plain lines otherwise. */
  static Progress on(Terminal terminal, Stage stage) {
    return terminal
        .screen()
        .get()
        .<Progress>map(screen -> new ProgressBars(new BarScreen(terminal.err(), screen), stage))
        .orElseGet(() -> new ProgressLines(terminal));
  }

  /** Prints a line that stays. */
  void remark(String text);

  /** Ends the view before the outcome is printed. */
  void finish();

  @Override
  default void close() {
    finish();
  }
}
