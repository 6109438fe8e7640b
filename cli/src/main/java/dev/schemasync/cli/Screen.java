package dev.schemasync.cli;

import com.google.common.base.Splitter;
import com.google.common.primitives.Ints;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The size of a terminal.
 *
 * @param rows of text
 * @param columns characters in a row
 */
public record Screen(int rows, int columns) {
  /** For a terminal that does not tell its size. */
  static final Screen USUAL = new Screen(24, 80);

  /**
   * The terminal behind standard error; none if that is a file or a pipe, or if the terminal cannot
   * move its cursor.
   *
   * <p>The answer comes from {@code stty}, which only looks. Libraries for terminals take over
   * their signals and modes, and then Ctrl-C ends the process before it can cancel what runs.
   */
  static Optional<Screen> ofStandardError(Map<String, String> environment) {
    if (environment.getOrDefault("TERM", "dumb").equals("dumb")) {
      return Optional.empty();
    }
    try {
      Process process =
          new ProcessBuilder("/bin/sh", "-c", "stty size <&2 2>/dev/null || test -t 2")
              .redirectInput(Redirect.INHERIT)
              .redirectError(Redirect.INHERIT)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return process.waitFor() == 0 ? Optional.of(size(said)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Screen size(String said) {
    List<Integer> numbers =
        Splitter.on(' ')
            .splitToStream(said.strip())
            .flatMap(s -> Optional.ofNullable(Ints.tryParse(s)).stream())
            .filter(n -> n > 0)
            .toList();
    return numbers.size() == 2 ? new Screen(numbers.get(0), numbers.get(1)) : USUAL;
  }
}
