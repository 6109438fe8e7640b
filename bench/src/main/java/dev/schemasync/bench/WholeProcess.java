package dev.schemasync.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process from its start to its end.
 *
 * @param peakBytes the most memory it had resident; unknown where there is no {@code /proc}
 */
record WholeProcess(Duration elapsed, int status, OptionalLong peakBytes) {
  private static final long SAMPLE_MILLIS = 20;

  /** Runs a command with its output in a file. */
  static WholeProcess run(ProcessBuilder command, File output)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        command.redirectErrorStream(true).redirectOutput(output).redirectInput(nothing()).start();
    OptionalLong peak = OptionalLong.empty();
    // The kernel keeps the peak itself, but only for as long as the process lives.
    while (!process.waitFor(SAMPLE_MILLIS, TimeUnit.MILLISECONDS)) {
      OptionalLong now = peakOf(process.pid());
      peak = now.isPresent() ? now : peak;
    }
    return new WholeProcess(Duration.ofNanos(System.nanoTime() - start), process.exitValue(), peak);
  }

  private static File nothing() {
    return new File("/dev/null");
  }

  /** {@code VmHWM} of {@code /proc/PID/status}, in bytes. */
  private static OptionalLong peakOf(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("[^0-9]", "")))
          .findFirst();
    } catch (IOException | java.io.UncheckedIOException e) {
      return OptionalLong.empty(); // It has just ended, or the system has no such file.
    }
  }
}
