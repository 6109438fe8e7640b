package dev.schemasync.bench;

import picocli.CommandLine;

/** Entry point of {@code ./pgdog bench}. */
public final class Main {
  private Main() {}

  /** Runs the command and ends the process with its exit status. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new BenchCommand()).execute(arguments));
  }
}
