package dev.schemasync.cli.mutation;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;
import static java.util.Comparator.naturalOrder;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import dev.schemasync.cli.roundtrip.Majors;
import dev.schemasync.cli.roundtrip.Roles;
import dev.schemasync.introspect.Introspector;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.diff.CatalogDiff;
import dev.schemasync.model.diff.Difference;
import dev.schemasync.model.diff.TextEquivalence;
import dev.schemasync.testkit.coverage.Tsv;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A comparison that cannot see a difference proves nothing. So one property of one object is
 * changed at a time, and the comparison must say that this property is another one; and every
 * component of the model has its change, or a reason in {@code exceptions.tsv}.
 */
class MutationTest {
  private static final ImmutableSortedSet<String> OF_OBJECTS = ModelComponents.ofObjects();

  static Stream<Arguments> families() throws Exception {
    List<String> families = Families.all();
    return Majors.newest().stream()
        .flatMap(major -> families.stream().map(family -> Arguments.of(family, major)));
  }

  @ParameterizedTest(name = "{0} on PostgreSQL {1}")
  @MethodSource("families")
  void everyChangeIsSeen(String family, int major) throws Exception {
    PostgresServer server = PostgresServers.get(major);
    Roles.create(server);
    try (TestDatabase database = server.freshDatabase("mutations")) {
      for (Path script : Families.scripts(family, major)) {
        server.runScript(database.name(), script);
      }
      ImmutableSortedMap.Builder<String, String> unseen = ImmutableSortedMap.naturalOrder();
      try (Connection connection = database.connectVerbatim()) {
        connection.setAutoCommit(false);
        Catalog before = Introspector.readWithin(connection).catalog();
        connection.rollback();
        for (Mutation mutation : Mutation.of(family)) {
          if (mutation.since() <= major) {
            whyUnseen(mutation, before, connection)
                .ifPresent(reason -> unseen.put(mutation.toString(), reason));
          }
        }
      }
      assertThat(unseen.buildOrThrow()).as("changes not seen, and what was instead").isEmpty();
    }
    Roles.drop(server);
  }

  @Test
  void everyComponentHasItsChange() throws Exception {
    ImmutableSortedSet<String> changed =
        Families.all().stream()
            .flatMap(family -> Mutation.of(family).stream())
            .flatMap(mutation -> mutation.components().stream())
            .collect(toImmutableSortedSet(naturalOrder()));
    ImmutableSet<String> excepted =
        Tsv.read(MutationTest.class, "/mutations/exceptions.tsv").stream()
            .map(line -> line.get("component"))
            .collect(toImmutableSet());
    ImmutableSortedSet<String> all = ModelComponents.all();

    assertThat(Sets.difference(Sets.union(changed, excepted), all)).as("in no record").isEmpty();
    assertThat(Sets.difference(all, Sets.union(changed, excepted)))
        .as("changed by no deed, and not excepted")
        .isEmpty();
    assertThat(Sets.intersection(changed, excepted)).as("excepted for nothing").isEmpty();
  }

  private static Optional<String> whyUnseen(
      Mutation mutation, Catalog before, Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(mutation.deed());
      ImmutableList<Difference> differences =
          CatalogDiff.compare(
              before, Introspector.readWithin(connection).catalog(), TextEquivalence.NONE);
      return mutation.components().stream().allMatch(name -> shows(name, differences))
          ? Optional.empty()
          : Optional.of(differences.toString());
    } catch (SQLException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    } finally {
      connection.rollback();
    }
  }

  /**
   * Whether differences are of a component: it is in the path of one, or the object has become
   * another. A component of a part of an object that is compared as one value has no path.
   */
  private static boolean shows(String component, ImmutableList<Difference> differences) {
    String last = component.substring(component.lastIndexOf('.') + 1);
    return differences.stream()
        .anyMatch(
            difference ->
                switch (difference) {
                  case Difference.Missing _, Difference.Unexpected _ -> true;
                  case Difference.Changed changed ->
                      changed.path().contains(last) || !OF_OBJECTS.contains(component);
                });
  }
}
