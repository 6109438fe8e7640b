package dev.schemasync.planner;

import com.google.common.collect.ImmutableSortedMap;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.name.QualifiedName;
import java.util.Optional;

/** Variations of an index. */
final class Indexes {
  private Indexes() {}

  static Index withParent(Index index, Optional<QualifiedName> parent) {
    return with(index, parent, index.expressionStatistics(), index.valid(), index.comment());
  }

  static Index withStatistics(Index index, int ordinal, int target) {
    return with(
        index,
        index.parentIndex(),
        ImmutableSortedMap.of(ordinal, target),
        index.valid(),
        index.comment());
  }

  static Index invalid(Index index) {
    return with(index, index.parentIndex(), index.expressionStatistics(), false, index.comment());
  }

  static Index withComment(Index index, String comment) {
    return with(
        index,
        index.parentIndex(),
        index.expressionStatistics(),
        index.valid(),
        Optional.of(comment));
  }

  private static Index with(
      Index index,
      Optional<QualifiedName> parent,
      ImmutableSortedMap<Integer, Integer> statistics,
      boolean valid,
      Optional<String> comment) {
    return new Index(
        index.name(),
        index.relation(),
        index.onPartitioned(),
        index.method(),
        index.unique(),
        index.nullsNotDistinct(),
        index.keys(),
        index.include(),
        index.predicate(),
        index.storageParameters(),
        index.tablespace(),
        parent,
        statistics,
        valid,
        comment);
  }
}
