package dev.schemasync.planner.relation;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.PartitionRole;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.server.Feature;
import dev.schemasync.model.server.ServerVersion;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The identity columns of partitions. From 17 on a partition has the identity of its root and can
 * have no other; before, it has none unless it was given one of its own.
 */
public final class PartitionIdentities {
  private final Catalog catalog;
  private final ServerVersion version;
  private final Partitions partitions;
  private final ImmutableMap<QualifiedName, ImmutableMap<Identifier, Column.Value>> ofRoots;

  public PartitionIdentities(Catalog catalog, ServerVersion version) {
    this.catalog = catalog;
    this.version = version;
    this.partitions = Partitions.of(catalog);
    this.ofRoots =
        catalog
            .all(Table.class)
            .filter(t -> t.partitionRole() instanceof PartitionRole.Partitioned)
            .filter(t -> t.columns().stream().anyMatch(PartitionIdentities::isIdentity))
            .collect(
                toImmutableMap(
                    Table::name,
                    t ->
                        t.columns().stream()
                            .filter(PartitionIdentities::isIdentity)
                            .collect(toImmutableMap(Column::name, Column::value))));
  }

  private static boolean isIdentity(Column column) {
    return column.value() instanceof Column.Value.Identity;
  }

  public static Sequence sequence(Column.Value.Identity identity, Catalog catalog) {
    return catalog.find(ObjectId.sequence(identity.sequence()), Sequence.class).orElseThrow();
  }

  /** Whether an identity of a table is that of the root of which it is a partition. */
  public static boolean isInherited(Table table, Column.Value.Identity identity, Catalog catalog) {
    return sequence(identity, catalog).ownership() instanceof Sequence.Ownership.IdentityOf owner
        && !owner.table().equals(table.name());
  }

  /** What the column of a table holds on a server of the version, when a row does not say. */
  public Column.Value on(Table table, Column column) {
    if (!(table.partitionRole() instanceof PartitionRole.Partition)) {
      return column.value();
    }
    if (version.has(Feature.IDENTITY_ON_PARTITIONS)) {
      return Optional.ofNullable(ofRoots.get(root(table)))
          .map(identities -> identities.get(column.name()))
          .orElse(column.value());
    }
    return column.value() instanceof Column.Value.Identity identity
            && isInherited(table, identity, catalog)
        ? new Column.Value.None()
        : column.value();
  }

  private QualifiedName root(Table table) {
    return partitions.withAncestors(table.name()).reduce((below, above) -> above).orElseThrow();
  }

  /** What is lost on a server of the version. */
  public ImmutableList<Finding> findings() {
    ImmutableList.Builder<Finding> findings = ImmutableList.builder();
    Set<QualifiedName> without = new LinkedHashSet<>();
    catalog
        .all(Table.class)
        .filter(t -> t.partitionRole() instanceof PartitionRole.Partition)
        .forEach(
            table -> {
              for (Column column : table.columns()) {
                Column.Value there = on(table, column);
                if (version.has(Feature.IDENTITY_ON_PARTITIONS)) {
                  replaced(table, column, there).ifPresent(findings::add);
                } else if (!there.equals(column.value())) {
                  without.add(root(table));
                }
              }
            });
    without.forEach(root -> findings.add(lost(ObjectId.table(root))));
    return findings.build();
  }

  private Optional<Finding> replaced(Table table, Column column, Column.Value there) {
    return switch (column.value()) {
      case Column.Value.None none -> Optional.empty();
      case Column.Value.Generated generated -> Optional.empty();
      case Column.Value.Identity identity ->
          isInherited(table, identity, catalog)
              ? Optional.empty()
              : Optional.of(unsupported(table, column, "an identity of its own"));
      case Column.Value.Default value ->
          there.equals(value)
              ? Optional.empty()
              : Optional.of(
                  unsupported(table, column, "a default where its parent has an identity"));
    };
  }

  private Finding unsupported(Table table, Column column, String what) {
    ObjectId.Part id = ObjectId.column(table.id(), column.name());
    return Finding.of(
        FindingCode.UNSUPPORTED_BY_DESTINATION,
        id,
        "The "
            + id
            + " of a partition has "
            + what
            + ", which ended with PostgreSQL "
            + Feature.IDENTITY_ON_PARTITIONS.since()
            + "; the shard runs "
            + version
            + ".",
        "Use an older server for the shard, or take it from the column on the source.");
  }

  private Finding lost(ObjectId root) {
    return Finding.of(
        FindingCode.PARTITION_IDENTITY,
        root,
        "The identity of the "
            + root
            + " is not one of its partitions on PostgreSQL "
            + version
            + ": a row that names a partition in INSERT gets no value from it there.",
        "Insert into the "
            + root
            + ", or use PostgreSQL "
            + Feature.IDENTITY_ON_PARTITIONS.since()
            + " or newer for the shard.");
  }
}
