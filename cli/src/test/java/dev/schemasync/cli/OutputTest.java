package dev.schemasync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

/** A result that cannot be written is no result. */
class OutputTest {
  private static final String JAVA =
      "\"$JAVA\" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC dev.schemasync.cli.Main ";

  @TempDir private Path directory;

  private int run(String script) throws IOException, InterruptedException {
    Files.writeString(
        directory.resolve("pgdog.toml"),
        """
        [[databases]]
        name = "prod"
        host = "127.0.0.1"
        """);
    Files.writeString(
        directory.resolve("users.toml"),
        """
        [[users]]
        name = "admin"
        password = "x"
        database = "prod"
        schema_admin = true
        """);
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", "-c", script)
            .directory(directory.toFile())
            .redirectError(directory.resolve("err").toFile());
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder
        .environment()
        .put("JAVA", Path.of(System.getProperty("java.home"), "bin", "java").toString());
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private String err() throws IOException {
    return Files.readString(directory.resolve("err"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "--version", "schema-sync --help", "configcheck"})
  void aFullDisk(String command) throws Exception {
    if (!Files.exists(Path.of("/dev/full"))) {
      throw new TestAbortedException("no /dev/full to write to");
    }
    assertThat(run(JAVA + command + " >/dev/full")).isEqualTo(ExitStatus.FAILED.code());
    assertThat(err())
        .startsWith("error: the result could not be written to standard output: ")
        .hasLineCount(1);
  }

  @Test
  void aClosedOutput() throws Exception {
    assertThat(run(JAVA + "configcheck >&-")).isEqualTo(ExitStatus.FAILED.code());
    assertThat(err()).contains("could not be written to standard output").hasLineCount(1);
  }

  @Test
  void aReaderWhoHasGone() throws Exception {
    // The reader ends first: the command waits for it.
    assertThat(
            run(
                "mkfifo gone; ( { cat gone >/dev/null; "
                    + JAVA
                    + "--help; echo $? >status; } | : >gone )"))
        .isZero();
    assertThat(directory.resolve("status")).content().isEqualToIgnoringNewLines("141");
    assertThat(err()).isEmpty();
  }

  @Test
  void whatWentWrongBeforeCountsMore() throws Exception {
    assertThat(run(JAVA + "configcheck -c absent.toml >&-")).isEqualTo(ExitStatus.USAGE.code());
  }
}
