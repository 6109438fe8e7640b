package dev.schemasync.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemasync.cli.CommandRun;
import dev.schemasync.cli.ExitStatus;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Command lines of PgDog that are not for this program. */
class PgdogOnlyCommandTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "run --pool-size 10 --session-mode true",
        "-c elsewhere.toml run -p 5",
        "data-sync --from-database a --to-database b --publication p --sync-only",
        "setup --database a",
        "route --user u --database d --file queries.sql",
        "route -u u -d postgres://x -f queries.sql",
        "hash hunter2",
        "fingerprint --query hunter2",
        "replicate-and-cutover --from-database a --to-database b --publication p",
        "run --help",
      })
  void isAnsweredAsPgdogs(String line) {
    CommandRun run = CommandRun.of(directory, Map.of(), line.split(" "));
    run.assertStatus(ExitStatus.USAGE).assertNoResult().assertOneError();
    assertThat(run.err())
        .contains("is a command of PgDog, not of this program", "schema-sync and configcheck")
        .doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-c pgdog.toml", "-d postgres://u:hunter2@h/db"})
  void nothingToDoIsNoProxy(String line) {
    CommandRun run =
        CommandRun.of(directory, Map.of(), line.isEmpty() ? new String[0] : line.split(" "));
    run.assertStatus(ExitStatus.USAGE).assertNoResult().assertOneError();
    assertThat(run.err())
        .contains("Missing command", "the proxy that PgDog starts without a command is not part")
        .doesNotContain("hunter2");
  }

  @Test
  void helpOfACommandIsFoundAsInPgdog() {
    assertThat(
            CommandRun.of(directory, Map.of(), "help", "schema-sync")
                .assertStatus(ExitStatus.DONE)
                .out())
        .contains("Usage: pgdog schema-sync");
    assertThat(CommandRun.of(directory, Map.of(), "--help").out())
        .contains("--database-url=URL")
        .doesNotContain("replicate-and-cutover");
  }
}
