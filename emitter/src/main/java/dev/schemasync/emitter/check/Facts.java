package dev.schemasync.emitter.check;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimap;
import dev.schemasync.model.catalog.KeyExpression;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
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
public record Facts(
    String action,
    ImmutableList<String> object,
    ImmutableListMultimap<String, String> named,
    ImmutableListMultimap<String, String> details) {

  /** Stands for a key that is no plain column. */
  static final String EXPRESSION = "(expression)";

  /** The facts about what is done to an object, by the parts of its name. */
  public static Builder of(String action, List<String> object) {
    return new Builder(action, ImmutableList.copyOf(object));
  }

  /** The facts about what is done to an object of a schema. */
  public static Builder of(String action, QualifiedName object) {
    return of(action, parts(object));
  }

  private static ImmutableList<String> parts(QualifiedName name) {
    return ImmutableList.of(name.schema().value(), name.name().value());
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

  /** Facts in the making. */
  public static final class Builder {
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

    /** Names by their raw spelling. */
    public Builder naming(String what, Iterable<String> names) {
      named.putAll(what, names);
      return this;
    }

    /** Names in order. */
    public Builder naming(String what, Stream<Identifier> names) {
      names.forEach(name -> named.put(what, name.value()));
      return this;
    }

    /** The parts of one name. */
    public Builder naming(String what, QualifiedName name) {
      return naming(what, parts(name));
    }

    /** The columns of an index; an expression counts as one, whatever it says. */
    public Builder keys(String what, Stream<KeyExpression> keys) {
      keys.forEach(key -> named.put(what, key(key)));
      return this;
    }

    private static String key(KeyExpression expression) {
      return switch (expression) {
        case KeyExpression.OfColumn(var column) -> column.value();
        case KeyExpression.OfExpression e -> EXPRESSION;
      };
    }

    /** Anything but a name. */
    public Builder with(String detail, String value) {
      details.put(detail, value);
      return this;
    }

    /** The facts. */
    public Facts build() {
      return new Facts(action, object, named.build(), details.build());
    }
  }
}
