package dev.schemasync.planner.relation;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.PartitionRole;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.server.Feature;
import java.util.stream.Stream;

/** Tables and their parents, be it by partitioning or by inheritance. */
public final class Families {
  private Families() {}

  /** The tables that a table is a partition or a child of. */
  public static ImmutableList<Table> parents(Table table, Catalog catalog) {
    return Stream.concat(
            table.partitionRole() instanceof PartitionRole.Partition partition
                ? Stream.of(partition.parent())
                : Stream.empty(),
            table.parents().stream())
        .flatMap(parent -> catalog.find(ObjectId.table(parent), Table.class).stream())
        .collect(toImmutableList());
  }

  /** What a table may have that its parents have not on some servers only. */
  static Stream<Feature> features(Table table, Catalog catalog) {
    return parents(table, catalog).stream()
        .flatMap(
            parent ->
                table.columns().stream()
                    .flatMap(
                        column ->
                            parent.column(column.name()).stream()
                                .flatMap(above -> features(column, above))));
  }

  private static Stream<Feature> features(Column column, Column above) {
    Stream<Feature> nullable =
        column.notNull().isEmpty() && above.notNull().filter(n -> !n.noInherit()).isPresent()
            ? Stream.of(Feature.NULLABLE_CHILDREN)
            : Stream.empty();
    return Stream.concat(
        nullable,
        column.value() instanceof Column.Value.Generated generated
                && !generated.equals(above.value())
            ? Stream.of(
                above.value() instanceof Column.Value.Generated
                    ? Feature.OWN_GENERATED_EXPRESSIONS
                    : Feature.GENERATED_CHILDREN)
            : Stream.empty());
  }
}
