package dev.schemasync.cli.command;

import com.google.common.collect.ImmutableList;
import dev.schemasync.cli.ExitStatus;
import dev.schemasync.cli.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** A command of PgDog that this program does not replace: it says so, whatever its arguments. */
@Command(hidden = true)
final class PgdogOnlyCommand implements Callable<Integer> {
  private static final ImmutableList<String> NAMES =
      ImmutableList.of(
          "run", "fingerprint", "hash", "route", "data-sync", "setup", "replicate-and-cutover");

  private final String name;
  private final Terminal terminal;

  private PgdogOnlyCommand(String name, Terminal terminal) {
    this.name = name;
    this.terminal = terminal;
  }

  static void addTo(CommandLine commands, Terminal terminal) {
    for (String name : NAMES) {
      CommandLine command =
          new CommandLine(new PgdogOnlyCommand(name, terminal))
              .setUnmatchedArgumentsAllowed(true)
              .setStopAtUnmatched(true);
      commands.addSubcommand(name, command);
    }
  }

  /** The arguments are not repeated: one of them is a password. */
  @Override
  public Integer call() {
    terminal
        .err()
        .printf(
            "error: \"%s\" is a command of PgDog, not of this program, which does schema-sync and"
                + " configcheck; run it with PgDog's own pgdog%n",
            name);
    return ExitStatus.USAGE.code();
  }
}
