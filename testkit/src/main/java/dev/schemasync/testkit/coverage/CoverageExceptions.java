package dev.schemasync.testkit.coverage;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static com.google.common.collect.ImmutableSortedMap.toImmutableSortedMap;
import static java.util.Comparator.naturalOrder;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;

/** The rows that a test excepts, by id, and the reason of each. */
public final class CoverageExceptions {
  private static final String ALL = "all";

  private CoverageExceptions() {}

  /**
   * A line of such a list.
   *
   * @param on the major versions on which it is an exception, by comma, or {@code all}
   */
  private record Excepted(String id, String on, String reason) {
    boolean appliesOn(int major) {
      return on.equals(ALL) || Splitter.on(',').splitToList(on).contains(Integer.toString(major));
    }
  }

  /**
   * Those on servers of a major version.
   *
   * @param beside the class beside which the list lies: with an id, versions by comma, and a reason
   */
  public static ImmutableSortedMap<String, String> on(int major, Class<?> beside, String name) {
    ImmutableList<Excepted> all =
        Tsv.read(beside, name).stream()
            .map(line -> new Excepted(line.get("id"), line.get("majors"), line.get("reason")))
            .collect(toImmutableList());
    ImmutableSet<String> known =
        CoverageRow.all().stream().map(CoverageRow::id).collect(toImmutableSet());
    all.forEach(e -> checkArgument(known.contains(e.id()), "%s: no row %s", name, e.id()));
    ImmutableSet<String> here =
        CoverageRow.on(major).stream().map(CoverageRow::id).collect(toImmutableSet());
    return all.stream()
        .filter(e -> e.appliesOn(major) && here.contains(e.id()))
        .collect(toImmutableSortedMap(naturalOrder(), Excepted::id, Excepted::reason));
  }
}
