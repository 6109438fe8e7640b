package dev.schemasync.cli.roundtrip;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import dev.schemasync.testkit.coverage.CoverageExceptions;
import dev.schemasync.testkit.coverage.CoverageRow;
import dev.schemasync.testkit.coverage.CoverageRow.Priority;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the list of all that a database can hold names arrives on a shard, by all the judges
 * that there are. {@code coverage_table_exceptions.tsv} lists what does not, with the reason for
 * each; what arrives may not stand there.
 */
class CoverageTableTest {
  /** What belongs to a server or to a cluster, and not to the schema of a database. */
  private static final ImmutableSet<String> GLOBAL =
      ImmutableSet.of("database", "role", "parameter", "tablespace", "subscription");

  static Stream<Integer> majors() {
    return Majors.newest().stream();
  }

  @ParameterizedTest(name = "PostgreSQL {0}")
  @MethodSource("majors")
  void everyRowArrives(int major) throws Exception {
    ImmutableSortedMap<String, String> exceptions =
        CoverageExceptions.on(major, CoverageTableTest.class, "coverage_table_exceptions.tsv");
    ImmutableList<CoverageRow> rows =
        CoverageRow.on(major).stream()
            .filter(row -> !GLOBAL.contains(row.kind()))
            .collect(toImmutableList());
    PostgresServer server = PostgresServers.get(major);
    Roles.create(server);
    CoverageExamination.Result result =
        CoverageExamination.of(
            server,
            rows.stream().filter(r -> !exceptions.containsKey(r.id())).collect(toImmutableList()),
            rows.stream().filter(r -> exceptions.containsKey(r.id())).collect(toImmutableList()));
    Roles.drop(server);

    System.out.println(summary(major, rows, result));
    assertThat(complaints(exceptions, result)).as("rows on PostgreSQL %d", major).isEmpty();
  }

  private static ImmutableList<String> complaints(
      ImmutableSortedMap<String, String> exceptions, CoverageExamination.Result result) {
    return Stream.concat(
            result.failing().entrySet().stream()
                .filter(row -> !exceptions.containsKey(row.getKey()))
                .map(row -> "%s does not arrive:%n  %s".formatted(row.getKey(), row.getValue())),
            exceptions.keySet().stream()
                .filter(id -> !result.failing().containsKey(id))
                .map(id -> id + " needs no exception: it arrives, or changes nothing"))
        .collect(toImmutableList());
  }

  private static String summary(
      int major, ImmutableList<CoverageRow> rows, CoverageExamination.Result result) {
    return Stream.of(Priority.values())
        .map(priority -> summary(priority, rows, result))
        .collect(Collectors.joining("; ", "PostgreSQL " + major + ": ", ""));
  }

  private static String summary(
      Priority priority, ImmutableList<CoverageRow> rows, CoverageExamination.Result result) {
    long all = CoverageRow.all().stream().filter(row -> row.priority() == priority).count();
    ImmutableList<CoverageRow> run =
        rows.stream()
            .filter(row -> row.priority() == priority)
            .filter(row -> !result.idle().contains(row.id()))
            .collect(toImmutableList());
    long failing = run.stream().filter(row -> result.failing().containsKey(row.id())).count();
    return "%s: %d arrive, %d do not, %d are not applicable"
        .formatted(priority, run.size() - failing, failing, all - run.size());
  }
}
