package dev.schemasync.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where a command writes.
 *
 * @param out the result and nothing else
 * @param err findings, progress and reports
 * @param screen what a person watches {@code err} on, so that lines may be drawn over; none in a
 *     file or a pipe. Looked up when something is drawn: many commands draw nothing
 * @param directory for the files that a command leaves behind
 */
public record Terminal(
    PrintStream out, PrintStream err, Supplier<Optional<Screen>> screen, Path directory) {
  /** On a screen of the usual size, or on none. */
  public Terminal(PrintStream out, PrintStream err, boolean interactive, Path directory) {
    this(out, err, () -> interactive ? Optional.of(Screen.USUAL) : Optional.empty(), directory);
  }
}
