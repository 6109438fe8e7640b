package dev.schemasync.cli.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Two files in a directory of a test. */
final class ConfigurationFiles {

  static final String ADMIN =
      """
      [[users]]
      name = "migrator"
      all_databases = true
      password = "hunter2"
      schema_admin = true
      """;

  private final Path directory;

  ConfigurationFiles(Path directory) {
    this.directory = directory;
  }

  Settings read(String pgdogToml, String usersToml) throws ConfigurationException {
    return read(pgdogToml, usersToml, Map.of());
  }

  Settings read(String pgdogToml, String usersToml, Map<String, String> environment)
      throws ConfigurationException {
    return SettingsReader.read(
        write("pgdog.toml", pgdogToml), write("users.toml", usersToml), environment);
  }

  /** The problems, without the directory in front of the file names. */
  List<String> problems(String pgdogToml, String usersToml) {
    return problems(pgdogToml, usersToml, Map.of());
  }

  List<String> problems(String pgdogToml, String usersToml, Map<String, String> environment) {
    return shown(
        catchThrowableOfType(
            ConfigurationException.class, () -> read(pgdogToml, usersToml, environment)));
  }

  ClusterResolver resolver(String pgdogToml, String usersToml) throws ConfigurationException {
    return new ClusterResolver(read(pgdogToml, usersToml));
  }

  /** What is wrong with a run from one cluster to another. */
  List<String> runProblems(String pgdogToml, String usersToml, String from, String to)
      throws ConfigurationException {
    ClusterResolver resolver = resolver(pgdogToml, usersToml);
    return shown(
        catchThrowableOfType(ConfigurationException.class, () -> resolver.resolve(from, to)));
  }

  List<String> shown(ConfigurationException exception) {
    return shown(exception.problems());
  }

  List<String> shown(List<Problem> problems) {
    return problems.stream()
        .map(problem -> problem.toString().replace(directory + "/", ""))
        .toList();
  }

  private Path write(String name, String text) {
    try {
      return Files.writeString(directory.resolve(name), text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
