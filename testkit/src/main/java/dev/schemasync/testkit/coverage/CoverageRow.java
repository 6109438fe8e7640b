package dev.schemasync.testkit.coverage;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.Stage;
import java.util.Arrays;

/**
 * One of all the things that a database can hold and a copy must keep: a row of {@code
 * coverage.tsv}.
 *
 * @param kind what it is about, in one word: the part of the id before the dot
 * @param ddl an example that runs in an empty database
 * @param since the first major version that has it
 * @param stage the one in which it must be there
 */
public record CoverageRow(
    String id, String kind, String ddl, int since, Stage stage, Priority priority) {
  /** How much depends on it, most first. */
  public enum Priority {
    P0,
    P1,
    P2,
    P3
  }

  /** All rows, in the order of the list. */
  public static ImmutableList<CoverageRow> all() {
    return Tsv.read(CoverageRow.class, "coverage.tsv").stream()
        .map(CoverageRow::of)
        .collect(toImmutableList());
  }

  /** The rows that a server of a major version knows. */
  public static ImmutableList<CoverageRow> on(int major) {
    return all().stream().filter(row -> row.since <= major).collect(toImmutableList());
  }

  private static CoverageRow of(Tsv.Line line) {
    return new CoverageRow(
        line.get("id"),
        line.get("kind"),
        line.get("example_ddl"),
        Integer.parseInt(line.get("since_pg")),
        stage(line.get("stage")),
        Priority.valueOf(line.get("priority")));
  }

  private static Stage stage(String label) {
    return Arrays.stream(Stage.values())
        .filter(stage -> stage.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no stage is called " + label));
  }

  @Override
  public String toString() {
    return id;
  }
}
