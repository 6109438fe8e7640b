package dev.schemasync.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.schemasync.testkit.terminal.PseudoTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person on a terminal ends the demonstration. */
final class InterruptTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Pattern DATA = Pattern.compile("(/\\S+)/data");
  private static final Pattern FILES = Pattern.compile("(/\\S+)/pgdog.toml");

  private PseudoTerminal terminal;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    terminal = PseudoTerminal.open();
  }

  @AfterEach
  void close() throws IOException {
    terminal.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2. Sample application", "6. post-data"})
  void ctrlC(String section) throws Exception {
    Process process = launch();
    String shown = terminal.await(text -> text.contains(section), PATIENCE);
    ImmutableList<ProcessHandle> servers = servers(process);
    ImmutableList<Path> folders = folders(servers);
    assertThat(folders).isNotEmpty();
    Matcher files = FILES.matcher(shown);
    terminal.type(PseudoTerminal.CTRL_C);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(terminal.shown()).isTrue();
    assertThat(process.exitValue()).as(terminal.shown()).isEqualTo(130);
    assertGone(servers, folders);
    terminal.await(text -> text.contains("Interrupted: the servers are stopped"), PATIENCE);
    assertThat(terminal.shown()).doesNotContain("failed", "Exception", "SLF4J");
    assertThat(files.results().map(match -> Path.of(match.group(1)))).noneMatch(Files::exists);
  }

  @Test
  void aClosedTerminal() throws Exception {
    Process process = launch();
    terminal.await(text -> text.contains("2. Sample application"), PATIENCE);
    ImmutableList<ProcessHandle> servers = servers(process);
    ImmutableList<Path> folders = folders(servers);
    terminal.close();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(129);
    assertGone(servers, folders);
  }

  private Process launch() throws IOException {
    ProcessBuilder builder =
        terminal.process(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dpostgres.binaries=" + System.getProperty("postgres.binaries"),
                Main.class.getName()));
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    return builder.start();
  }

  private static ImmutableList<ProcessHandle> servers(Process process) {
    return process.descendants().collect(ImmutableList.toImmutableList());
  }

  /** The folders that the servers keep their data in. */
  private static ImmutableList<Path> folders(ImmutableList<ProcessHandle> servers) {
    return servers.stream()
        .flatMap(server -> server.info().commandLine().stream())
        .map(DATA::matcher)
        .flatMap(Matcher::results)
        .map(match -> Path.of(match.group(1)))
        .distinct()
        .collect(ImmutableList.toImmutableList());
  }

  private static void assertGone(ImmutableList<ProcessHandle> servers, ImmutableList<Path> folders)
      throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (servers.stream().anyMatch(ProcessHandle::isAlive)
        || folders.stream().anyMatch(Files::exists)) {
      assertThat(System.nanoTime()).as("left: %s, %s", servers, folders).isLessThan(end);
      Thread.sleep(50);
    }
  }
}
