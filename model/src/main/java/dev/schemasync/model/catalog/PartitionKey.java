package dev.schemasync.model.catalog;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.name.QualifiedName;
import java.util.Optional;

/** How a partitioned table divides its rows ({@code pg_partitioned_table}). */
public record PartitionKey(Strategy strategy, ImmutableList<Element> elements) {
  /** {@code partstrat}. */
  public enum Strategy {
    RANGE,
    LIST,
    HASH
  }

  /**
   * One column or expression of the key.
   *
   * @param collation if it is not the column's
   * @param opclass if it is not the type's default
   */
  public record Element(
      KeyExpression expression,
      Optional<QualifiedName> collation,
      Optional<QualifiedName> opclass) {}
}
