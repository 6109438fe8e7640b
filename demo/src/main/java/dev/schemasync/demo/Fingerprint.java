package dev.schemasync.demo;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Ordering;
import com.google.common.collect.Sets;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/**
 * All user objects of a database as the server itself describes them, read without any code of the
 * product: see {@code fingerprint.sql}.
 *
 * @param objects definition by name by kind
 */
record Fingerprint(ImmutableSortedMap<String, ImmutableSortedMap<String, String>> objects) {

  private static final String CONSTRAINT = "constraint";

  /** The fingerprint of a database. */
  static Fingerprint of(Member member) throws SQLException {
    try (Connection connection = describing(member)) {
      return freeze(read(connection));
    }
  }

  /**
   * The fingerprint that a faithful copy of a database has. A server prints some expressions in
   * another way once they were created from what it printed before ({@code IN} over a varchar is
   * the common case), so checks are taken as they come back from a second table.
   */
  static Fingerprint ofCopy(Member member) throws SQLException {
    try (Connection connection = describing(member)) {
      NavigableMap<String, NavigableMap<String, String>> objects = read(connection);
      NavigableMap<String, String> constraints = objects.getOrDefault(CONSTRAINT, new TreeMap<>());
      RecreatedChecks.read(connection).forEach(constraints::replace);
      return freeze(objects);
    }
  }

  /** The kinds that either of two databases has. */
  static ImmutableSortedSet<String> kinds(Fingerprint a, Fingerprint b) {
    return ImmutableSortedSet.copyOf(Sets.union(a.objects.keySet(), b.objects.keySet()));
  }

  /** Definition by name of the objects of a kind. */
  ImmutableSortedMap<String, String> of(String kind) {
    return Objects.requireNonNullElse(objects.get(kind), ImmutableSortedMap.of());
  }

  /** The beginning of a hash over all names and definitions of a kind. */
  String digest(String kind) {
    Hasher hasher = Hashing.sha256().newHasher();
    of(kind)
        .forEach(
            (name, definition) -> {
              hasher.putString(name, StandardCharsets.UTF_8).putByte((byte) 0);
              hasher.putString(definition, StandardCharsets.UTF_8).putByte((byte) 0);
            });
    return hasher.hash().toString().substring(0, 12);
  }

  /** What is missing, additional or different in a copy, one line each. */
  ImmutableList<String> differences(Fingerprint copy, String kind) {
    Map<String, String> wanted = of(kind);
    Map<String, String> found = copy.of(kind);
    ImmutableList.Builder<String> differences = ImmutableList.builder();
    for (String name : Ordering.natural().sortedCopy(Sets.union(wanted.keySet(), found.keySet()))) {
      String here = wanted.get(name);
      String there = found.get(name);
      if (there == null) {
        differences.add("%s %s is missing: %s".formatted(kind, name, here));
      } else if (here == null) {
        differences.add("%s %s is not in the source: %s".formatted(kind, name, there));
      } else if (!here.equals(there)) {
        differences.add("%s %s is %s instead of %s".formatted(kind, name, there, here));
      }
    }
    return differences.build();
  }

  /** A session in which the server qualifies every name. */
  private static Connection describing(Member member) throws SQLException {
    Connection connection = member.connect();
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET search_path = ''");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private static NavigableMap<String, NavigableMap<String, String>> read(Connection connection)
      throws SQLException {
    NavigableMap<String, NavigableMap<String, String>> objects = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SampleApplication.resource("fingerprint.sql"))) {
      while (rows.next()) {
        objects
            .computeIfAbsent(rows.getString("kind"), kind -> new TreeMap<>())
            .merge(
                rows.getString("name"), rows.getString("definition"), (a, b) -> a + "; also " + b);
      }
    }
    return objects;
  }

  private static Fingerprint freeze(NavigableMap<String, NavigableMap<String, String>> objects) {
    ImmutableSortedMap.Builder<String, ImmutableSortedMap<String, String>> frozen =
        ImmutableSortedMap.naturalOrder();
    objects.forEach((kind, byName) -> frozen.put(kind, ImmutableSortedMap.copyOfSorted(byName)));
    return new Fingerprint(frozen.buildOrThrow());
  }
}
