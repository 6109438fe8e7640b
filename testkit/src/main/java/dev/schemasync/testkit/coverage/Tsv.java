package dev.schemasync.testkit.coverage;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A resource of lines with tabs between the cells, the first of which names the columns. */
public final class Tsv {
  private static final Splitter TABS = Splitter.on('\t');

  private Tsv() {}

  /** A line, by column. */
  public record Line(ImmutableMap<String, String> cells) {
    /** The cell of a column. */
    public String get(String column) {
      return requireNonNull(cells.get(column), column);
    }
  }

  /** The lines of a resource that lies beside a class. */
  public static ImmutableList<Line> read(Class<?> beside, String name) {
    List<String> lines = lines(beside, name);
    List<String> columns = TABS.splitToList(lines.getFirst());
    return lines.stream()
        .skip(1)
        .map(line -> line(columns, TABS.splitToList(line)))
        .collect(toImmutableList());
  }

  private static Line line(List<String> columns, List<String> cells) {
    ImmutableMap.Builder<String, String> line = ImmutableMap.builder();
    for (int i = 0; i < columns.size(); i++) {
      line.put(columns.get(i), cells.get(i));
    }
    return new Line(line.buildOrThrow());
  }

  private static List<String> lines(Class<?> beside, String name) {
    try {
      return Resources.readLines(Resources.getResource(beside, name), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
