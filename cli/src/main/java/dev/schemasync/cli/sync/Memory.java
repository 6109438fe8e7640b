package dev.schemasync.cli.sync;

/**
 * The memory of the process. A JVM that may grow does so rather than look for what is no longer
 * needed, of which there is never as much as when large catalogs are read.
 */
final class Memory {
  /** Below, looking would take longer than it is worth. */
  private static final long LARGE = 130L << 20;

  /** What was in use when it was looked last. */
  private static long kept = LARGE;

  private Memory() {}

  /** Gives back what is no longer needed, if that may be much. */
  static synchronized void tidy() {
    if (used() > LARGE) {
      Runtime.getRuntime().gc();
      kept = Math.max(used(), LARGE);
    }
  }

  /** The same, if there is half as much again as there was after the last time. */
  static synchronized void tidyIfGrown() {
    if (used() > kept + kept / 2) {
      tidy();
    }
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
