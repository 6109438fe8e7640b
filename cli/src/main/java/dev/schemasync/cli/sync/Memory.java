package dev.schemasync.cli.sync;

/**
 * The memory of the process. A JVM that may grow does so rather than look for what is no longer
 * needed, of which there is never as much as when large catalogs have just been read.
 */
final class Memory {
  /** Below, looking would take longer than it is worth. */
  private static final long LARGE = 200L << 20;

  private Memory() {}

  /** Gives back what is no longer needed, if that may be much. */
  static void tidy() {
    Runtime runtime = Runtime.getRuntime();
    if (runtime.totalMemory() - runtime.freeMemory() > LARGE) {
      runtime.gc();
    }
  }
}
