package dev.schemasync.demo;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Aligned columns: text to the left, numbers to the right. */
final class TextTable {
  private static final String GAP = "   ";

  private final ImmutableList<String> header;
  private final List<ImmutableList<String>> rows = new ArrayList<>();
  private final boolean[] numeric;

  TextTable(ImmutableList<String> header) {
    this.header = header;
    this.numeric = new boolean[header.size()];
  }

  /** Adds a row of strings and numbers, a cell for each column. */
  void add(Iterable<?> cells) {
    ImmutableList.Builder<String> row = ImmutableList.builder();
    int column = 0;
    for (Object cell : cells) {
      numeric[column++] |= cell instanceof Number;
      row.add(
          cell instanceof Number number
              ? String.format(Locale.ROOT, "%,d", number.longValue())
              : cell.toString());
    }
    checkArgument(column == header.size(), "%s cells for %s columns", column, header.size());
    rows.add(row.build());
  }

  /** The header, then the rows. */
  ImmutableList<String> lines() {
    ImmutableList<ImmutableList<String>> all =
        ImmutableList.<ImmutableList<String>>builder().add(header).addAll(rows).build();
    int[] widths =
        IntStream.range(0, header.size())
            .map(column -> all.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toArray();
    return all.stream().map(row -> line(row, widths)).collect(toImmutableList());
  }

  private String line(ImmutableList<String> row, int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(
            column ->
                numeric[column]
                    ? Strings.padStart(row.get(column), widths[column], ' ')
                    : Strings.padEnd(row.get(column), widths[column], ' '))
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }
}
