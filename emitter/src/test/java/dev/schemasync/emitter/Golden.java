package dev.schemasync.emitter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file with expected output. {@code -Dgolden=rewrite} writes what the code says now into it, for
 * review by {@code git diff}; under {@code CI} that is refused.
 */
record Golden(Path file) {
  private static final Path FOLDER = Path.of("src/test/resources/dev/schemasync/emitter");

  static Golden of(String name) {
    return new Golden(FOLDER.resolve(name));
  }

  void assertEquals(String actual) {
    try {
      if ("rewrite".equals(System.getProperty("golden"))) {
        assertThat(System.getenv("CI")).as("golden files are not rewritten under CI").isNull();
        Files.writeString(file, actual);
      }
      assertThat(actual).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use " + file, e);
    }
  }
}
