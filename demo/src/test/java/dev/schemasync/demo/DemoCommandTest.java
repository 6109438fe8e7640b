package dev.schemasync.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoCommandTest {

  private static final Pgdog NEVER_CALLED =
      (arguments, out, err, environment) -> {
        throw new AssertionError("called");
      };

  @TempDir Path directory;

  @Test
  void helpNamesEveryOptionAndStatus() {
    DemoRun run = DemoRun.of(NEVER_CALLED, "--help");

    assertThat(run.output())
        .contains("Usage: pgdog demo", "--keep", "--postgres", "--directory", "Exit status:");
    assertThat(run.status()).isZero();
  }

  @Test
  void unknownOptionIsWrongUsage() {
    DemoRun run = DemoRun.of(NEVER_CALLED, "--kep");

    assertThat(run.output()).contains("Unknown option: '--kep'", "--keep");
    assertThat(run.status()).isEqualTo(2);
  }

  @Test
  void versionWithoutServersIsSaidSo() {
    DemoRun run = DemoRun.of(NEVER_CALLED, "--postgres", "11", "--directory", directory.toString());

    assertThat(run.output()).contains("PostgreSQL 11").doesNotContain("Exception");
    assertThat(run.status()).isEqualTo(3);
  }

  @Test
  void stageThatFailsEndsTheDemonstration() throws IOException {
    Pgdog broken =
        (arguments, out, err, environment) -> {
          err.println("error: the schema is too beautiful");
          return 1;
        };

    DemoRun run = DemoRun.of(broken, "--directory", directory.toString());

    assertThat(run.output())
        .contains("pre-data --dry-run ended with exit status 1; it said:")
        .contains("| error: the schema is too beautiful")
        .doesNotContain("5. Rows", "Nothing differs");
    assertThat(run.status()).isEqualTo(1);
    assertThat(Files.getPosixFilePermissions(directory.resolve("users.toml")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }
}
