package dev.schemasync.cli.config;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;

/** The configuration cannot be used. Its message holds every problem, one after the other. */
public final class ConfigurationException extends Exception {

  private final ImmutableList<Problem> problems;

  ConfigurationException(ImmutableList<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(joining("\n")));
    this.problems = problems;
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
