package dev.schemasync.cli.roundtrip;

import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.Stage;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * What one run of the command left.
 *
 * @param status its exit status
 * @param out what it printed to standard output
 * @param err what it printed to standard error
 */
record Outcome(int status, String out, String err) {
  private static final Pattern FINDING =
      Pattern.compile("(?m)^(?:error|warning|note|accepted) \\[([a-z-]+)]");

  /** The codes of the findings it printed. */
  ImmutableSortedSet<String> findings() {
    return FINDING
        .matcher(err)
        .results()
        .map(match -> match.group(1))
        .collect(toImmutableSortedSet(Comparator.naturalOrder()));
  }

  /** The codes of the findings that several runs printed. */
  static ImmutableSortedSet<String> findings(ImmutableList<Outcome> runs) {
    return runs.stream()
        .flatMap(run -> run.findings().stream())
        .collect(toImmutableSortedSet(Comparator.naturalOrder()));
  }

  /** What it says of a shard in the end. */
  String summary(int shard, Stage stage) {
    String mark = ": " + stage.label() + ": ";
    return err.lines()
        .filter(line -> line.startsWith("shard " + shard + " (") && line.contains(mark))
        .map(line -> line.substring(line.indexOf(mark) + mark.length()))
        .reduce("nothing", (earlier, last) -> last);
  }
}
