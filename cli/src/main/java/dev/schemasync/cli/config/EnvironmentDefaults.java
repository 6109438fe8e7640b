package dev.schemasync.cli.config;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The variables that stand in for keys of {@code [general]}: {@code PGDOG_} and the key in
 * capitals. A value that cannot be used is a problem, where PgDog would silently take its default.
 */
final class EnvironmentDefaults {

  /** Where a variable stands, for problems with it. */
  static final Location LOCATION = Location.file("environment");

  private final Map<String, String> environment;
  private final ImmutableList.Builder<Problem> problems = ImmutableList.builder();

  EnvironmentDefaults(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Empty when unset or set to nothing. */
  Optional<String> text(String key) {
    return Optional.ofNullable(environment.get(variable(key))).filter(value -> !value.isEmpty());
  }

  Optional<Long> number(String key) {
    return text(key)
        .flatMap(
            value -> {
              if (value.matches("\\d{1,18}")) {
                return Optional.of(Long.valueOf(value));
              }
              report(key, value, "an integer of at least 0");
              return Optional.empty();
            });
  }

  <E extends Enum<E>> Optional<E> choice(String key, Class<E> type, ValueType.Choice words) {
    return text(key)
        .flatMap(
            value -> {
              Optional<String> word = words.meant(value);
              if (word.isEmpty()) {
                report(key, value, words.expectation());
              }
              return word.map(meant -> TableView.constant(meant, type));
            });
  }

  ImmutableList<Problem> problems() {
    return problems.build();
  }

  static String variable(String key) {
    return "PGDOG_" + key.toUpperCase(Locale.ROOT);
  }

  private void report(String key, String value, String expectation) {
    problems.add(
        Problem.at(
            LOCATION, variable(key), "expected " + expectation + ", found \"" + value + '"', ""));
  }
}
