package dev.schemasync.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemasync.cli.CommandRun;
import dev.schemasync.cli.ExitStatus;
import dev.schemasync.cli.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What needs no server: help, usage errors, and the check of the two files. */
class CommandLineTest {
  private static final String VALID_PGDOG =
      """
      [[databases]]
      name = "prod"
      host = "127.0.0.1"

      [[databases]]
      name = "sharded"
      host = "127.0.0.2"
      """;

  private static final String VALID_USERS =
      """
      [[users]]
      name = "admin"
      password = "x"
      all_databases = true
      schema_admin = true
      """;

  @TempDir private Path directory;

  private CommandRun run(String... args) {
    return CommandRun.of(directory, Map.of(), args);
  }

  private CommandRun runWithFiles(String pgdog, String users, String... args) throws IOException {
    Files.writeString(directory.resolve("pgdog.toml"), pgdog);
    Files.writeString(directory.resolve("users.toml"), users);
    // One option stands before the command, the other after it.
    return run(
        Stream.of(
                Stream.of("--config=" + directory.resolve("pgdog.toml")),
                Stream.of(args),
                Stream.of("-u", directory.resolve("users.toml").toString()))
            .flatMap(s -> s)
            .toArray(String[]::new));
  }

  @Test
  void helpOfTheProgram() {
    CommandRun help = run("--help").assertStatus(ExitStatus.DONE);
    assertThat(help.out())
        .contains(
            "Usage: pgdog",
            "--config=FILE",
            "--users=FILE",
            "schema-sync",
            "configcheck",
            "demo",
            "Exit status",
            "pgdog.toml",
            "users.toml");
    assertThat(help.err()).isEmpty();
  }

  @Test
  void helpOfSchemaSync() {
    CommandRun help = run("schema-sync", "--help").assertStatus(ExitStatus.DONE);
    assertThat(help.out())
        .contains(
            "Usage: pgdog schema-sync",
            "--from-database=NAME",
            "--to-database=NAME",
            "--publication=NAME",
            "--dry-run",
            "--ignore-errors",
            "--data-sync-complete",
            "--cutover",
            "--accept=CODE[:OBJECT]",
            "--jobs=N",
            "--no-concurrently",
            "--config=FILE",
            "--users=FILE",
            "Exit status");
    assertThat(help.err()).isEmpty();
  }

  @Test
  void helpOfConfigcheck() {
    assertThat(run("configcheck", "--help").assertStatus(ExitStatus.DONE).out())
        .contains("Usage: pgdog configcheck", "--config=FILE", "--users=FILE");
  }

  @Test
  void version() {
    assertThat(run("--version").assertStatus(ExitStatus.DONE).out())
        .startsWith("pgdog schema-sync, schema compiler ");
  }

  @Test
  void noCommand() {
    assertUsageError(run(), "Missing command", "schema-sync", "configcheck", "see: pgdog --help");
  }

  @Test
  void unknownCommand() {
    assertUsageError(run("schema-snyc"), "schema-snyc", "Did you mean", "see: pgdog --help");
  }

  @Test
  void unknownOption() {
    assertUsageError(
        run("schema-sync", "--from-databse=a", "--to-database=b", "--publication=p"),
        "--from-database",
        "see: pgdog schema-sync --help");
    assertUsageError(
        run("schema-sync", "--from-database=a", "--to-database=b", "--publication=p", "--dryrun"),
        "--dryrun",
        "--dry-run",
        "see: pgdog schema-sync --help");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--from-database=a", "--to-database=b", "--publication=p"})
  void missingOption(String only) {
    assertUsageError(run("schema-sync", only), "Missing required option");
  }

  @Test
  void optionsThatMakeNoSense() {
    assertUsageError(sync("p", "--data-sync-complete", "--cutover"), "two stages");
    assertUsageError(sync("p", "--jobs=0"), "--jobs must be at least 1");
    assertUsageError(sync("p", "--jobs=many"), "'many'");
    assertUsageError(sync("p", "--accept=nonsense"), "unknown code \"nonsense\"");
    assertUsageError(sync("", "--dry-run"), "--publication must not be empty");
  }

  private CommandRun sync(String publication, String... options) {
    return run(
        Stream.concat(
                Stream.of(
                    "schema-sync",
                    "--from-database=a",
                    "--to-database=b",
                    "--publication=" + publication),
                Stream.of(options))
            .toArray(String[]::new));
  }

  private static void assertUsageError(CommandRun run, String... parts) {
    run.assertStatus(ExitStatus.USAGE).assertNoResult().assertReadable().assertSays(parts);
    assertThat(run.err()).startsWith("error: ");
  }

  @Test
  void configcheckOfValidFiles() throws IOException {
    CommandRun run =
        runWithFiles(VALID_PGDOG, VALID_USERS, "configcheck").assertStatus(ExitStatus.DONE);
    assertThat(run.out()).contains("are valid", "prod", "sharded");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void configcheckTellsEveryProblem() throws IOException {
    CommandRun run =
        runWithFiles(
            VALID_PGDOG + "hots = 1\nport = \"x\"\n", VALID_USERS + "nam = 1\n", "configcheck");
    run.assertStatus(ExitStatus.USAGE)
        .assertNoResult()
        .assertReadable()
        .assertSays("pgdog.toml:8:1", "hots", "pgdog.toml:9:", "port", "users.toml:6:1", "nam");
  }

  @Test
  void filesThatAreNotThere() {
    run("configcheck", "-c", directory.resolve("no.toml").toString())
        .assertStatus(ExitStatus.USAGE)
        .assertNoResult()
        .assertReadable()
        .assertSays("no.toml");
  }

  @Test
  void aFaultOfOursIsOneLine() throws IOException {
    String error = faulty(Map.of());
    assertThat(error.lines())
        .singleElement()
        .asString()
        .startsWith("internal error: java.lang.IllegalStateException: the pipe is gone")
        .contains("please report");
    assertThat(faulty(Map.of("PGDOG_DEBUG", "1")))
        .startsWith("internal error: ")
        .contains("\tat dev.schemasync.cli.command.ConfigCheckCommand");
  }

  /** Runs a command whose output cannot be written, and returns what it says about that. */
  private String faulty(Map<String, String> environment) throws IOException {
    Path pgdog = Files.writeString(directory.resolve("pgdog.toml"), VALID_PGDOG);
    Path users = Files.writeString(directory.resolve("users.toml"), VALID_USERS);
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status;
    try (PrintStream broken =
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8) {
              @Override
              public PrintStream printf(String format, Object... args) {
                throw new IllegalStateException("the pipe\nis gone");
              }
            };
        PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8)) {
      status =
          Pgdog.run(
              new String[] {"-c", pgdog.toString(), "-u", users.toString(), "configcheck"},
              new Terminal(broken, errStream, false, directory),
              environment);
    }
    assertThat(status).isEqualTo(ExitStatus.FAILED.code());
    return err.toString(StandardCharsets.UTF_8);
  }
}
