package dev.schemasync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemasync.cli.command.Pgdog;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** A command line that ran in this process, and all that it wrote. */
public record CommandRun(int status, String out, String err) {
  /**
   * Runs a command line.
   *
   * @param directory for the files that it leaves behind
   */
  public static CommandRun of(Path directory, Map<String, String> environment, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status;
    try (PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8)) {
      status = Pgdog.run(args, new Terminal(outStream, errStream, false, directory), environment);
    }
    return new CommandRun(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Asserts the exit status; a failure shows what was said. */
  public CommandRun assertStatus(ExitStatus expected) {
    assertThat(status).as("exit status of%n%s%n%s", out, err).isEqualTo(expected.code());
    return this;
  }

  /** Asserts that standard output got nothing: nothing was asked of it. */
  public CommandRun assertNoResult() {
    assertThat(out).isEmpty();
    return this;
  }

  /** Asserts that it was told all of this. */
  public CommandRun assertSays(String... parts) {
    assertThat(err).contains(parts);
    return this;
  }

  /** Asserts that one problem is told, for a person: no stack trace, no class of ours. */
  public CommandRun assertOneError() {
    assertThat(err.lines().filter(l -> l.contains("error")))
        .as("lines with an error in%n%s", err)
        .hasSize(1);
    return assertReadable();
  }

  /** Asserts that no internals show. */
  public CommandRun assertReadable() {
    assertThat(err).doesNotContainPattern("\\bat [a-z]+\\.").doesNotContain("Exception", "null");
    return this;
  }
}
