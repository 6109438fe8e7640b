package dev.schemasync.model.name;

import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;

/**
 * A function by what tells it from all others.
 *
 * @param arguments the types of its arguments ({@code pg_proc.proargtypes})
 */
public record Signature(QualifiedName name, ImmutableList<TypeRef> arguments) {
  /** For people. Not SQL. */
  @Override
  public String toString() {
    return arguments.stream()
        .map(TypeRef::toString)
        .collect(Collectors.joining(", ", name + "(", ")"));
  }
}
