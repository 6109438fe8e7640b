package dev.schemasync.cli.command;

import dev.schemasync.cli.ExitStatus;
import dev.schemasync.cli.Terminal;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a person reads when a command line makes no sense, or when this program is at fault. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private static final String DEBUG = "PGDOG_DEBUG";

  private final Terminal terminal;
  private final Map<String, String> environment;

  Failures(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  /** One line on what is wrong, and where to read what is right. */
  @Override
  public int handleParseException(ParameterException exception, String[] args) {
    CommandLine command = exception.getCommandLine();
    terminal.err().println("error: " + exception.getMessage());
    UnmatchedArgumentException.printSuggestions(exception, command.getErr());
    terminal.err().printf("see: %s --help%n", command.getCommandSpec().qualifiedName(" "));
    return ExitStatus.USAGE.code();
  }

  /** The last resort: nobody but us should have to read a stack trace. */
  @Override
  public int handleExecutionException(
      Exception exception, CommandLine command, ParseResult parsed) {
    terminal
        .err()
        .printf(
            "internal error: %s; please report it, with what %s=1 prints%n",
            exception.toString().lines().collect(Collectors.joining(" ")), DEBUG);
    if ("1".equals(environment.get(DEBUG))) {
      exception.printStackTrace(terminal.err());
    }
    return ExitStatus.FAILED.code();
  }
}
