package dev.schemasync.testkit.corpus;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.schemasync.testkit.script.OnError;
import dev.schemasync.testkit.script.ScriptOutcome;
import dev.schemasync.testkit.script.SqlScript;
import dev.schemasync.testkit.server.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * The corpus: a folder with one {@code NAME.sql} per schema, and {@code roles.sql} with the roles
 * they mention. It is the folder that the system property {@code corpus.dir} names, or else {@code
 * shared/corpus} beside the project.
 */
public final class Corpus {

  /** Names the folder. */
  public static final String PROPERTY = "corpus.dir";

  private static final String ROLES = "roles";

  private Corpus() {}

  /** The file of a schema, if the corpus is there and has it. */
  public static Optional<Path> find(String name) {
    return folder().map(folder -> folder.resolve(name + ".sql")).filter(Files::isRegularFile);
  }

  /**
   * The file of a schema.
   *
   * @throws TestAbortedException when it is absent: the test then counts as skipped, with the
   *     reason
   */
  public static Path require(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new TestAbortedException(
                    "the corpus schema %s.sql is absent; looked in %s. Name the folder with -D%s"
                        .formatted(name, lookedIn(), PROPERTY)));
  }

  /** The names of all schemas, sorted; none when the corpus is absent. */
  public static ImmutableList<String> names() throws IOException {
    Optional<Path> folder = folder();
    if (folder.isEmpty()) {
      return ImmutableList.of();
    }
    try (Stream<Path> files = Files.list(folder.get())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".sql"))
          .map(file -> file.substring(0, file.length() - ".sql".length()))
          .filter(name -> !name.equals(ROLES))
          .sorted()
          .collect(toImmutableList());
    }
  }

  /**
   * Loads a schema into an empty database, after the roles it may mention. Statements the server
   * rejects, such as an extension it does not have, are in the outcome.
   *
   * @throws TestAbortedException when the corpus is absent
   */
  public static ScriptOutcome load(PostgresServer server, String database, String name)
      throws IOException, SQLException {
    Path schema = require(name);
    server.runScript(PostgresServer.MAINTENANCE_DATABASE, require(ROLES));
    return server.runScript(database, SqlScript.read(schema), OnError.COLLECT);
  }

  private static Optional<Path> folder() {
    return candidates().stream().filter(Files::isDirectory).findFirst();
  }

  private static ImmutableList<Path> candidates() {
    String named = System.getProperty(PROPERTY);
    if (named != null) {
      return ImmutableList.of(Path.of(named).toAbsolutePath());
    }
    Path start = Path.of("").toAbsolutePath();
    // Tests run in the folder of their module, and checkouts may lie in a folder of their own.
    return Stream.iterate(start, folder -> folder.getParent() != null, Path::getParent)
        .map(folder -> folder.resolve("shared").resolve("corpus"))
        .collect(toImmutableList());
  }

  private static String lookedIn() {
    return String.join(", ", candidates().stream().map(Path::toString).toList());
  }
}
