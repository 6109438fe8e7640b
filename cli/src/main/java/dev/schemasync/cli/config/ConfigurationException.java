package dev.schemasync.cli.config;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.Stream;

/** The configuration cannot be used. Its message holds every problem, one after the other. */
public final class ConfigurationException extends Exception {

  private final ImmutableList<Problem> problems;

  ConfigurationException(ImmutableList<Problem> problems) {
    super(
        Stream.concat(problems.stream().map(Problem::toString), hint(problems).stream())
            .collect(joining("\n")));
    this.problems = problems;
  }

  private static Optional<String> hint(ImmutableList<Problem> problems) {
    return problems.stream()
        .filter(problem -> problem.kind() == Problem.Kind.UNKNOWN_KEY)
        .findFirst()
        .map(unknown -> "To go on in spite of an unknown key: " + AcceptedKeys.option(unknown));
  }

  /** Never empty; those of {@code pgdog.toml} first, then by line and column. */
  public ImmutableList<Problem> problems() {
    return problems;
  }

  static void throwIfAny(ImmutableList<Problem> problems) throws ConfigurationException {
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
  }
}
