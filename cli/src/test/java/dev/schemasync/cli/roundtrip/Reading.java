package dev.schemasync.cli.roundtrip;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import com.google.common.io.Resources;
import dev.schemasync.testkit.server.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;

/**
 * All user objects of a database as its server describes them: see {@code reading.sql}, which
 * shares no code with what reads and compares in the product.
 *
 * @param lines what the server says, by kind and name
 */
record Reading(ImmutableSortedMap<String, Line> lines) {
  /**
   * What the server says of an object.
   *
   * @param recreate a statement that makes it again from there
   */
  private record Line(String definition, Optional<String> recreate) {}

  /** What there is to read in a database. */
  static Reading of(TestDatabase database) throws IOException, SQLException {
    try (Connection connection = database.connect()) {
      return read(connection);
    }
  }

  /** What is different in a copy, one line each; texts count as equal if they are the next time. */
  static ImmutableList<String> differences(TestDatabase original, TestDatabase copy)
      throws IOException, SQLException {
    Reading wanted = of(original);
    Reading found = of(copy);
    Set<String> suspect = wanted.differing(found);
    if (suspect.isEmpty()) {
      return ImmutableList.of();
    }
    Reading again = wanted.recreated(original, suspect);
    return suspect.stream()
        .filter(name -> !again.definition(name).equals(found.definition(name)))
        .map(
            name ->
                "%s is%n  %s instead of%n  %s"
                    .formatted(
                        name,
                        found.definition(name).orElse("missing"),
                        wanted.definition(name).orElse("nothing")))
        .collect(ImmutableList.toImmutableList());
  }

  /** The definition of an object, by kind and name. */
  private Optional<String> definition(String name) {
    return Optional.ofNullable(lines.get(name)).map(Line::definition);
  }

  private ImmutableSortedSet<String> differing(Reading other) {
    return ImmutableSortedSet.copyOf(
        Sets.filter(
            Sets.union(lines.keySet(), other.lines.keySet()),
            name -> !definition(name).equals(other.definition(name))));
  }

  /** The same, with some objects made once more from what is printed of them, and taken back. */
  private Reading recreated(TestDatabase database, Set<String> names)
      throws IOException, SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.setEscapeProcessing(false);
      statement.execute("SET search_path = ''");
      statement.execute("SET check_function_bodies = off");
      for (Line line : Maps.filterKeys(lines, names::contains).values()) {
        if (line.recreate().isPresent()) {
          statement.execute(line.recreate().get());
        }
      }
      Reading again = read(connection);
      connection.rollback();
      return again;
    }
  }

  private static Reading read(Connection connection) throws IOException, SQLException {
    ImmutableSortedMap.Builder<String, Line> lines = ImmutableSortedMap.naturalOrder();
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute("SET search_path = ''");
      try (ResultSet rows = statement.executeQuery(query())) {
        while (rows.next()) {
          lines.put(
              rows.getString("kind") + " " + rows.getString("name"),
              new Line(
                  rows.getString("definition"), Optional.ofNullable(rows.getString("recreate"))));
        }
      }
    }
    return new Reading(lines.buildOrThrow());
  }

  private static String query() throws IOException {
    return Resources.toString(
        Resources.getResource(Reading.class, "reading.sql"), StandardCharsets.UTF_8);
  }
}
