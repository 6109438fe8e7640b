package dev.schemasync.cli.command;

import com.google.common.collect.ImmutableList;
import dev.schemasync.cli.ExitStatus;
import dev.schemasync.cli.config.AcceptedKeys;
import dev.schemasync.cli.config.ClusterResolver;
import dev.schemasync.cli.config.ConfigurationException;
import dev.schemasync.cli.config.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code pgdog configcheck}. */
@Command(
    name = "configcheck",
    mixinStandardHelpOptions = true,
    description = "Checks pgdog.toml and users.toml without connecting to any server.")
final class ConfigCheckCommand implements Callable<Integer> {
  @ParentCommand private Pgdog pgdog;

  @Spec private CommandSpec spec;

  @Option(
      names = "--accept",
      paramLabel = "unknown-key[:PATH]",
      description = "Let keys pass that are not known here, or the one of this path. Repeatable.")
  private List<String> accept = new ArrayList<>();

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ConfigCheckCommand() {}

  @Override
  public Integer call() {
    accept.stream()
        .filter(value -> !AcceptedKeys.isMeant(value))
        .findFirst()
        .ifPresent(
            value -> {
              throw new ParameterException(
                  spec.commandLine(),
                  "--accept: configcheck finds nothing but %s to accept, not \"%s\""
                      .formatted(AcceptedKeys.CODE, value));
            });
    try {
      ClusterResolver resolver = new ClusterResolver(pgdog.settings(AcceptedKeys.of(accept)));
      resolver
          .checkForRuns()
          .forEach(
              problem ->
                  pgdog
                      .terminal()
                      .err()
                      .println("warning: schema-sync cannot use this cluster: " + problem));
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
