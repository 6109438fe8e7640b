package dev.schemasync.cli.command;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.schemasync.cli.Terminal;
import dev.schemasync.cli.config.AcceptedKeys;
import dev.schemasync.cli.config.ConfigurationException;
import dev.schemasync.cli.config.ConfigurationSource;
import dev.schemasync.cli.config.Settings;
import dev.schemasync.cli.config.SettingsReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code pgdog} itself. */
@Command(
    name = "pgdog",
    mixinStandardHelpOptions = true,
    version = "pgdog schema-sync, schema compiler 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    description = "Brings the schema of a PostgreSQL database to every shard of a new cluster.",
    footer = {
      "",
      "Exit status: 0 done; 1 stopped by errors, or done with failures or differences;",
      "2 usage or configuration; 3 a server could not be reached or was lost.",
      "",
      "See also: pgdog demo, which shows a whole run on servers of its own."
    },
    subcommands = {
      SchemaSyncCommand.class,
      ConfigCheckCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Pgdog implements Runnable {
  /** Held here so that its level is not lost with it. */
  private static final Logger DRIVER = Logger.getLogger("org.postgresql");

  private static final String DATABASE_URL = "--database-url";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      defaultValue = "pgdog.toml",
      scope = CommandLine.ScopeType.INHERIT,
      description = "Servers and clusters (default: ${DEFAULT-VALUE}).")
  private Path config = Path.of("pgdog.toml");

  @Option(
      names = {"-u", "--users"},
      paramLabel = "FILE",
      defaultValue = "users.toml",
      scope = CommandLine.ScopeType.INHERIT,
      description = "Users and passwords (default: ${DEFAULT-VALUE}).")
  private Path users = Path.of("users.toml");

  /** For picocli; where some stand behind the command, it loses those before it. */
  @SuppressWarnings("unused")
  @Option(
      names = {"-d", DATABASE_URL},
      paramLabel = "URL",
      scope = CommandLine.ScopeType.INHERIT,
      description = {
        "A server, postgres://user:password@host:port/cluster?shard=0&role=primary, instead of"
            + " those in the files. Repeatable. Others see it in the list of processes;"
            + " PGDOG_DATABASE_URL_1, _2, ... are read where it is not given."
      })
  private List<String> databaseUrls = new ArrayList<>();

  private final Terminal terminal;
  private final Map<String, String> environment;

  private Pgdog(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  /** Runs a command line and returns its exit status. */
  public static int run(String[] args, Terminal terminal, Map<String, String> environment) {
    // What the driver has to say comes with its exceptions; its log would repeat it on stderr.
    DRIVER.setLevel(Level.OFF);
    Failures failures = new Failures(terminal, environment);
    CommandLine commands = new CommandLine(new Pgdog(terminal, environment));
    PgdogOnlyCommand.addTo(commands, terminal);
    return commands
        .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures)
        .execute(args);
  }

  /** What the options and the environment name, read. */
  Settings settings(AcceptedKeys accepted) throws ConfigurationException {
    return SettingsReader.read(
        new ConfigurationSource(config, users, databaseUrls(), environment, accepted),
        terminal.err()::println);
  }

  Path config() {
    return config;
  }

  Path users() {
    return users;
  }

  /** Every URL, wherever it stands: one that was lost unnoticed would be a shard less. */
  ImmutableList<String> databaseUrls() {
    return spec.commandLine().getParseResult().asCommandLineList().stream()
        .map(command -> command.getParseResult().matchedOption(DATABASE_URL))
        .filter(Objects::nonNull)
        .flatMap(option -> option.originalStringValues().stream())
        .collect(toImmutableList());
  }

  Terminal terminal() {
    return terminal;
  }

  /** Without a command there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Missing command: schema-sync, configcheck or demo; the proxy that PgDog starts without a"
            + " command is not part of this program");
  }
}
