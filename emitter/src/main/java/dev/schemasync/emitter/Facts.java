package dev.schemasync.emitter;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimap;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a statement does, as far as a step and a foreign parser can both tell.
 *
 * @param action such as {@code create table}
 * @param object the parts of the name of what it is done to, raw
 * @param named such as {@code columns} with the names of all columns in order, raw
 * @param details all else, such as {@code unique} with {@code true}
 */
record Facts(
    String action,
    ImmutableList<String> object,
    ImmutableListMultimap<String, String> named,
    ImmutableListMultimap<String, String> details) {

  static Builder of(String action, List<String> object) {
    return new Builder(action, ImmutableList.copyOf(object));
  }

  /** Every name. */
  Stream<String> names() {
    return Stream.concat(object.stream(), named.values().stream());
  }

  /** The same of things with other names. */
  Facts renamed(UnaryOperator<String> renaming) {
    ImmutableListMultimap.Builder<String, String> others = ImmutableListMultimap.builder();
    named.forEach((what, name) -> others.put(what, renaming.apply(name)));
    return new Facts(
        action,
        object.stream().map(renaming).collect(ImmutableList.toImmutableList()),
        others.build(),
        details);
  }

  @Override
  public String toString() {
    String what = action + " " + String.join(".", object);
    String more =
        Stream.of(named, details)
            .map(Multimap::asMap)
            .flatMap(all -> all.entrySet().stream())
            .map(e -> e.getKey() + " " + String.join(", ", e.getValue()))
            .collect(Collectors.joining("; "));
    return more.isEmpty() ? what : what + " (" + more + ")";
  }

  static final class Builder {
    private final String action;
    private final ImmutableList<String> object;
    private final ImmutableListMultimap.Builder<String, String> named =
        ImmutableListMultimap.builder();
    private final ImmutableListMultimap.Builder<String, String> details =
        ImmutableListMultimap.builder();

    private Builder(String action, ImmutableList<String> object) {
      this.action = action;
      this.object = object;
    }

    Builder naming(String what, String name) {
      named.put(what, name);
      return this;
    }

    Builder naming(String what, Iterable<String> names) {
      named.putAll(what, names);
      return this;
    }

    Builder with(String detail, String value) {
      details.put(detail, value);
      return this;
    }

    Facts build() {
      return new Facts(action, object, named.build(), details.build());
    }
  }
}
