package dev.schemasync.demo;

import java.io.PrintStream;
import java.util.Map;

/** The command line under demonstration. */
@FunctionalInterface
interface Pgdog {

  /**
   * Does what the command {@code pgdog} does with these arguments.
   *
   * @return its exit status
   */
  int run(String[] arguments, PrintStream out, PrintStream err, Map<String, String> environment);
}
