package dev.schemasync.cli.roundtrip;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;

/**
 * The major versions to test on: those that the system property {@code majors} lists, by comma;
 * otherwise the oldest and the newest, or the newest alone.
 */
public final class Majors {
  private static final String PROPERTY = "majors";

  private Majors() {}

  /** The oldest and the newest, unless told. */
  public static ImmutableList<Integer> selected() {
    return or("13,18");
  }

  /** The newest, unless told. */
  public static ImmutableList<Integer> newest() {
    return or("18");
  }

  private static ImmutableList<Integer> or(String majors) {
    return Splitter.on(',')
        .trimResults()
        .splitToStream(System.getProperty(PROPERTY, majors))
        .map(Integer::valueOf)
        .collect(toImmutableList());
  }
}
