package dev.schemasync.planner.relation;

import com.google.common.collect.ImmutableMap;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.PartitionRole;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.name.QualifiedName;
import java.util.Objects;
import java.util.stream.Stream;

/** The parents of partitions. */
public record Partitions(ImmutableMap<QualifiedName, QualifiedName> parents) {
  public static Partitions of(Catalog catalog) {
    ImmutableMap.Builder<QualifiedName, QualifiedName> parents = ImmutableMap.builder();
    catalog
        .all(Table.class)
        .forEach(
            table -> {
              if (table.partitionRole() instanceof PartitionRole.Partition partition) {
                parents.put(table.name(), partition.parent());
              }
            });
    return new Partitions(parents.buildOrThrow());
  }

  /** Whether a table is partitioned. */
  public static boolean isPartitioned(QualifiedName table, Catalog catalog) {
    return catalog
        .find(ObjectId.table(table), Table.class)
        .flatMap(t -> t.partitionRole().partitionKey())
        .isPresent();
  }

  /** A table, its parent, the parent's parent and so on. */
  public Stream<QualifiedName> withAncestors(QualifiedName table) {
    return Stream.iterate(table, Objects::nonNull, parents::get);
  }
}
