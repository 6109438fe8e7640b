package dev.schemasync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemasync.testkit.terminal.PseudoTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the launcher shows of a build. A script stands in for Maven, with messages as Maven has
 * them: to build the program once more would take minutes.
 */
class LauncherTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path root;
  private Launcher launcher;

  @BeforeEach
  void checkOut() throws IOException {
    launcher = Launcher.in(root);
  }

  /** From now on this is what {@code mvn} does, in the directory of the checkout. */
  private void maven(String script) throws IOException {
    Path mvn = Files.createDirectories(root.resolve("bin")).resolve("mvn");
    Files.writeString(mvn, "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(mvn, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private ProcessBuilder prepared(ProcessBuilder builder) {
    builder
        .environment()
        .merge("PATH", root.resolve("bin").toString(), (old, bin) -> bin + ":" + old);
    builder.environment().put("PGDOG_JAVA", Launcher.java());
    builder.environment().remove("PGDOG_NO_BUILD");
    return builder;
  }

  private int run(String argument) throws IOException, InterruptedException {
    Process process =
        prepared(new ProcessBuilder("sh", launcher.command(), argument))
            .redirectOutput(root.resolve("out").toFile())
            .redirectError(root.resolve("err").toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private static final String BUILD =
      """
      echo '[INFO] Scanning for projects...'
      echo '[INFO] ---------------------< dev.schemasync:schemasync-model >----------------------'
      echo '[INFO] Building schemasync model 0.1.0-SNAPSHOT                           [1/2]'
      sleep 2
      printf '\\033[33mWARNING\\033[0m something of no importance\\n'
      echo '[INFO] Building schemasync cli 0.1.0-SNAPSHOT                             [2/2]'
      sleep 2
      """;

  private static final String PRODUCT =
      "mkdir -p cli/target && cp program.jar cli/target/schemasync-cli.jar\n";

  @Test
  void aBuildShowsHowFarItIs() throws Exception {
    maven(BUILD + PRODUCT);
    assertThat(run("--version")).isZero();
    assertThat(root.resolve("out")).content().startsWith("pgdog schema-sync").hasLineCount(1);
    String err = Files.readString(root.resolve("err"));
    assertThat(err.lines())
        .containsSubsequence(
            "pgdog: building cli for the first time, which takes minutes",
            "pgdog: all that Maven says goes to " + root.resolve("target/pgdog-build.log"),
            "pgdog: 1/2 schemasync model",
            "pgdog: 2/2 schemasync cli")
        .last()
        .asString()
        .startsWith("pgdog: built in ");
    assertThat(err).doesNotContain("\u001b", "[INFO]", "importance");
    assertThat(root.resolve("target/pgdog-build.log")).content().contains("no importance");

    assertThat(run("--version")).isZero();
    assertThat(root.resolve("err")).isEmptyFile();
  }

  @Test
  void onATerminalOneLineIsWrittenOver() throws Exception {
    maven(BUILD + PRODUCT);
    try (PseudoTerminal terminal = PseudoTerminal.open()) {
      Process process =
          prepared(terminal.process(List.of("sh", launcher.command(), "--version"))).start();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      String shown = terminal.await(text -> text.contains("pgdog schema-sync"), PATIENCE);
      assertThat(shown)
          .containsPattern("\rpgdog: 1/2 schemasync model, \\d+ s")
          .containsPattern("\rpgdog: 2/2 schemasync cli, \\d+ s")
          .containsPattern("\rpgdog: built in \\d+ s +\r\n")
          .doesNotContain("\u001b");
    }
  }

  @Test
  void aBuildThatFailsSaysWhy() throws Exception {
    maven(BUILD + "printf '[\\033[1;31mERROR\\033[m] the disk is full\\n'; exit 1\n");
    assertThat(run("--version")).isEqualTo(1);
    assertThat(root.resolve("out")).isEmptyFile();
    assertThat(root.resolve("err"))
        .content()
        .contains(
            "[ERROR] the disk is full",
            "the build failed; all of its messages are in "
                + root.resolve("target/pgdog-build.log"))
        .doesNotContain("\u001b", "[INFO]");
    assertThat(root.resolve("target/pgdog.lock")).doesNotExist();
  }

  @Test
  void aBuildIsInterrupted() throws Exception {
    maven("echo $$ >maven.pid\nexec sleep 300\n");
    try (PseudoTerminal terminal = PseudoTerminal.open()) {
      Process process =
          prepared(terminal.process(List.of("sh", launcher.command(), "--version"))).start();
      terminal.await(text -> text.contains("starting Maven, 1 s"), PATIENCE);
      long maven = Long.parseLong(Files.readString(root.resolve("maven.pid")).strip());
      assertThat(ProcessHandle.of(maven)).isPresent();
      terminal.type(PseudoTerminal.CTRL_C);
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(130);
      assertThat(ProcessHandle.of(maven)).isEmpty();
      assertThat(root.resolve("target/pgdog.lock")).doesNotExist();
      terminal.await(text -> text.contains("the build was interrupted"), PATIENCE);
    }
  }
}
