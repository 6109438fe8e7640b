package dev.schemasync.cli.roundtrip;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;

/**
 * The major versions to test on: the oldest and the newest, or those that the system property
 * {@code majors} lists, by comma.
 */
final class Majors {
  private static final String PROPERTY = "majors";

  private Majors() {}

  static ImmutableList<Integer> selected() {
    return Splitter.on(',')
        .trimResults()
        .splitToStream(System.getProperty(PROPERTY, "13,18"))
        .map(Integer::valueOf)
        .collect(toImmutableList());
  }
}
