package dev.schemasync.cli.command;

import com.google.common.collect.ImmutableList;
import dev.schemasync.cli.ExitStatus;
import dev.schemasync.cli.config.ClusterResolver;
import dev.schemasync.cli.config.ConfigurationException;
import dev.schemasync.cli.config.Problem;
import dev.schemasync.cli.config.SettingsReader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code pgdog configcheck}. */
@Command(
    name = "configcheck",
    mixinStandardHelpOptions = true,
    description = "Checks pgdog.toml and users.toml without connecting to any server.")
final class ConfigCheckCommand implements Callable<Integer> {
  @ParentCommand private Pgdog pgdog;

  @SuppressWarnings("NullAway.Init") // picocli sets the parent
  ConfigCheckCommand() {}

  @Override
  public Integer call() {
    try {
      ClusterResolver resolver =
          new ClusterResolver(
              SettingsReader.read(pgdog.config(), pgdog.users(), pgdog.environment()));
      ImmutableList<Problem> problems = resolver.check();
      problems.forEach(pgdog.terminal().err()::println);
      if (!problems.isEmpty()) {
        return ExitStatus.USAGE.code();
      }
      pgdog
          .terminal()
          .out()
          .printf(
              "%s and %s are valid; clusters: %s%n",
              pgdog.config(), pgdog.users(), String.join(", ", resolver.clusterNames()));
      return ExitStatus.DONE.code();
    } catch (ConfigurationException e) {
      pgdog.terminal().err().println(e.getMessage());
      return ExitStatus.USAGE.code();
    }
  }
}
