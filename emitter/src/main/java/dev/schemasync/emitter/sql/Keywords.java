package dev.schemasync.emitter.sql;

import com.google.common.collect.ImmutableSortedSet;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;

/**
 * The keywords that an identifier must be quoted to look like: those that {@code quote_identifier}
 * quotes on any supported server.
 */
public final class Keywords {
  private static final ImmutableSortedSet<String> QUOTED = read();

  private Keywords() {}

  /** All of them, in lower case. */
  public static ImmutableSortedSet<String> quoted() {
    return QUOTED;
  }

  private static ImmutableSortedSet<String> read() {
    try {
      return Resources.readLines(
              Resources.getResource(Keywords.class, "keywords.txt"), StandardCharsets.UTF_8)
          .stream()
          .filter(line -> !line.startsWith("#"))
          .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
    } catch (IOException e) {
      throw new UncheckedIOException("the list of keywords is missing from the program", e);
    }
  }
}
