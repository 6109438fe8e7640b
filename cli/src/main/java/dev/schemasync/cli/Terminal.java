package dev.schemasync.cli;

import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Where a command writes.
 *
 * @param out the result and nothing else
 * @param err findings, progress and reports
 * @param interactive whether a person watches, so that lines may be drawn over
 * @param directory for the files that a command leaves behind
 */
public record Terminal(PrintStream out, PrintStream err, boolean interactive, Path directory) {}
