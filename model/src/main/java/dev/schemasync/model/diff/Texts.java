package dev.schemasync.model.diff;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.name.SqlText;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Finds and replaces the opaque texts anywhere in a record, by its components; so a new kind of
 * object takes part without a line of its own.
 */
public final class Texts {
  private Texts() {}

  /** The record with every text in it mapped. */
  @SuppressWarnings("unchecked") // each branch returns what it got, with texts replaced
  public static <T> T map(T value, UnaryOperator<SqlText> mapping) {
    return (T)
        switch (value) {
          case SqlText text -> mapping.apply(text);
          case Optional<?> optional -> optional.map(v -> map(v, mapping));
          case ImmutableList<?> list ->
              list.stream().map(v -> map(v, mapping)).collect(toImmutableList());
          case Record record -> Components.rebuild(record, v -> map(v, mapping));
          case Object other -> other;
        };
  }

  /** Every text in a record, in the order of its components. */
  public static ImmutableList<SqlText> in(Object value) {
    ImmutableList.Builder<SqlText> found = ImmutableList.builder();
    collect(value, found);
    return found.build();
  }

  private static void collect(Object value, ImmutableList.Builder<SqlText> found) {
    switch (value) {
      case SqlText text -> found.add(text);
      case Optional<?> optional -> optional.ifPresent(v -> collect(v, found));
      case ImmutableList<?> list -> list.forEach(v -> collect(v, found));
      case Record record ->
          Components.of(record).forEach(component -> collect(component.get(record), found));
      case Object other -> {}
    }
  }
}
