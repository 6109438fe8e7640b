package dev.schemasync.emitter;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a statement does, as far as a step and a foreign parser can both tell; all names raw.
 *
 * @param action such as {@code create table}
 * @param object the parts of the name of what it is done to
 * @param details such as {@code columns} with the names of all columns in order
 */
record Facts(
    String action, ImmutableList<String> object, ImmutableListMultimap<String, String> details) {

  static Builder of(String action, List<String> object) {
    return new Builder(action, ImmutableList.copyOf(object));
  }

  /** Every name, and whatever else a detail says. */
  Stream<String> names() {
    return Stream.concat(object.stream(), details.values().stream());
  }

  @Override
  public String toString() {
    String what = action + " " + String.join(".", object);
    return details.isEmpty()
        ? what
        : details.asMap().entrySet().stream()
            .map(e -> e.getKey() + " " + String.join(", ", e.getValue()))
            .collect(Collectors.joining("; ", what + " (", ")"));
  }

  static final class Builder {
    private final String action;
    private final ImmutableList<String> object;
    private final ImmutableListMultimap.Builder<String, String> details =
        ImmutableListMultimap.builder();

    private Builder(String action, ImmutableList<String> object) {
      this.action = action;
      this.object = object;
    }

    Builder with(String detail, String value) {
      details.put(detail, value);
      return this;
    }

    Builder with(String detail, Iterable<String> values) {
      details.putAll(detail, values);
      return this;
    }

    Facts build() {
      return new Facts(action, object, details.build());
    }
  }
}
