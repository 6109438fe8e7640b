package dev.schemasync.model.name;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Ordering;
import java.util.Optional;

/** The modifier of a type ({@code pg_attribute.atttypmod}), decoded. */
public sealed interface TypeModifier extends Comparable<TypeModifier> {
  @Override
  default int compareTo(TypeModifier other) {
    return Ordering.<String>natural().lexicographical().compare(sortKey(), other.sortKey());
  }

  /** Words that differ wherever modifiers do, for a total order. */
  private ImmutableList<String> sortKey() {
    return switch (this) {
      case None none -> ImmutableList.of();
      case Arguments(var values) ->
          ImmutableList.<String>builder().add("arguments").addAll(values).build();
      case Interval(var fields, var precision) ->
          ImmutableList.of(
              "interval",
              fields.map(IntervalFields::name).orElse(""),
              precision.map(String::valueOf).orElse(""));
    };
  }

  /** No modifier ({@code atttypmod} is -1). */
  record None() implements TypeModifier {
    @Override
    public String toString() {
      return "";
    }
  }

  /**
   * Arguments in parentheses, as in {@code numeric(10,2)} or {@code geometry(Point,4326)}: numbers
   * or words, in the order of the type's input function.
   */
  record Arguments(ImmutableList<String> values) implements TypeModifier {
    @Override
    public String toString() {
      return "(" + String.join(",", values) + ")";
    }
  }

  /**
   * The modifier of {@code interval}.
   *
   * @param fields the restriction, such as {@code DAY TO SECOND}, or empty for all fields
   * @param precision digits of the second's fraction, if given
   */
  record Interval(Optional<IntervalFields> fields, Optional<Integer> precision)
      implements TypeModifier {
    @Override
    public String toString() {
      return fields.map(f -> " " + f).orElse("") + precision.map(p -> "(" + p + ")").orElse("");
    }
  }
}
