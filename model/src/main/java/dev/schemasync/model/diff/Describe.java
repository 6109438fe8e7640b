package dev.schemasync.model.diff;

import dev.schemasync.model.name.Identifier;
import java.util.Collection;
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
      case Object other -> other.toString();
    };
  }
}
