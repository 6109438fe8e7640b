package dev.schemasync.model.diff;

import dev.schemasync.model.name.Identifier;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prints values of a catalog for people. */
final class Describe {
  private Describe() {}

  static String value(Object value) {
    return switch (value) {
      case Optional<?> optional -> optional.map(Describe::value).orElse("none");
      case Collection<?> all ->
          all.stream().map(Describe::value).collect(Collectors.joining(", ", "[", "]"));
      case Identifier name -> name.value();
      case Record record when !hasWords(record) -> components(record);
      case Object other -> other.toString();
    };
  }

  /** Whether a record says itself how it is called. */
  private static boolean hasWords(Record record) {
    return !record.toString().startsWith(record.getClass().getSimpleName() + "[");
  }

  /** The components of a record that say anything. */
  private static String components(Record record) {
    String said =
        Components.of(record).stream()
            .filter(component -> says(component.get(record)))
            .map(component -> component.name() + " " + value(component.get(record)))
            .collect(Collectors.joining(", "));
    String kind = record.getClass().getSimpleName();
    return said.isEmpty() ? kind.toLowerCase(Locale.ROOT) : kind + " (" + said + ")";
  }

  private static boolean says(Object value) {
    return switch (value) {
      case Optional<?> optional -> optional.isPresent();
      case Collection<?> all -> !all.isEmpty();
      case Map<?, ?> all -> !all.isEmpty();
      case Boolean flag -> flag;
      case Record record when !hasWords(record) ->
          Components.of(record).stream().anyMatch(component -> says(component.get(record)));
      case Object other -> true;
    };
  }
}
