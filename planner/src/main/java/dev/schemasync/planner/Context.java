package dev.schemasync.planner;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.catalog.PartitionRole;
import dev.schemasync.model.catalog.Relation;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.diff.TextEquivalence;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.server.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the expansion of objects into steps looks things up in: the two sides, and the relations
 * between objects that catalogs hold the other way round.
 */
final class Context {
  final Desired desired;
  final Snapshot actual;
  final TextEquivalence texts;
  final PlanOptions options;

  private final ImmutableListMultimap<QualifiedName, QualifiedName> partitions;
  private final ImmutableListMultimap<QualifiedName, QualifiedName> indexChildren;
  private final ImmutableMap<QualifiedName, ObjectId> byIndex;
  private final ImmutableListMultimap<QualifiedName, Constraint> constraints;
  private final ImmutableMap<QualifiedName, ObjectId> relationNames;
  private final ImmutableSet<ObjectId> earlyKeys;

  Context(Desired desired, Snapshot actual, TextEquivalence texts, PlanOptions options) {
    this.desired = desired;
    this.actual = actual;
    this.texts = texts;
    this.options = options;
    this.constraints = desired.catalog().constraintsByTable();
    this.earlyKeys = ReplicaIdentities.keysNeeded(desired.catalog());
    ImmutableListMultimap.Builder<QualifiedName, QualifiedName> partitions =
        ImmutableListMultimap.builder();
    ImmutableListMultimap.Builder<QualifiedName, QualifiedName> children =
        ImmutableListMultimap.builder();
    ImmutableMap.Builder<QualifiedName, ObjectId> byIndex = ImmutableMap.builder();
    for (CatalogObject object : desired.catalog().all()) {
      if (object instanceof Table table
          && table.partitionRole() instanceof PartitionRole.Partition partition) {
        partitions.put(partition.parent(), table.name());
      } else if (object instanceof Constraint.Key key) {
        byIndex.put(key.index(), key.id());
        key.parentIndex().ifPresent(parent -> children.put(parent, key.index()));
      } else if (object instanceof Index index) {
        byIndex.put(index.name(), index.id());
        index.parentIndex().ifPresent(parent -> children.put(parent, index.name()));
      }
    }
    this.partitions = partitions.build();
    this.indexChildren = children.build();
    this.byIndex = byIndex.buildOrThrow();
    this.relationNames = relationNames(actual.catalog());
  }

  private static ImmutableMap<QualifiedName, ObjectId> relationNames(Catalog catalog) {
    ImmutableMap.Builder<QualifiedName, ObjectId> names = ImmutableMap.builder();
    catalog.all(Relation.class).forEach(r -> names.put(r.name(), r.id()));
    catalog.all(Index.class).forEach(i -> names.put(i.name(), i.id()));
    catalog.all(Constraint.Key.class).forEach(k -> names.put(k.index(), k.id()));
    return names.buildKeepingLast();
  }

  /** The object of this identity on the shard. */
  Optional<CatalogObject> present(ObjectId id) {
    return actual.catalog().find(id);
  }

  /** The object of this identity and class on the shard. */
  <T extends CatalogObject> Optional<T> present(ObjectId id, Class<T> type) {
    return actual.catalog().find(id, type);
  }

  /** What on the shard has the name of a relation or index. */
  Optional<ObjectId> occupant(QualifiedName name) {
    return Optional.ofNullable(relationNames.get(name));
  }

  /** The constraints a table should have. */
  ImmutableList<Constraint> constraints(QualifiedName table) {
    return constraints.get(table);
  }

  /**
   * Whether a key or unique index must be there before the data, for replication to find rows by.
   */
  boolean isEarlyKey(ObjectId keyOrIndex) {
    return earlyKeys.contains(keyOrIndex);
  }

  /**
   * The facts that a table's partitions are attached, so that nothing made on it reaches too few.
   */
  ImmutableList<Fact> partitionsAttached(QualifiedName table) {
    return partitions.get(table).stream()
        .map(p -> Fact.attached(ObjectId.table(p)))
        .collect(toImmutableList());
  }

  /** The partitions of a table, theirs, and so on. */
  ImmutableList<ObjectId> descendants(ObjectId relation) {
    if (!(relation instanceof ObjectId.InSchema(ObjectKind kind, var name))
        || kind != ObjectKind.TABLE) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<ObjectId> descendants = ImmutableList.builder();
    for (QualifiedName partition : partitions.get(name)) {
      ObjectId id = ObjectId.table(partition);
      descendants.add(id).addAll(descendants(id));
    }
    return descendants.build();
  }

  /** The object that an index is, or the key that made it. */
  Optional<ObjectId> owner(QualifiedName index) {
    return Optional.ofNullable(byIndex.get(index));
  }

  /** The facts that an index has all its descendants attached, and so is valid. */
  ImmutableList<Fact> descendantsAttached(QualifiedName index) {
    List<Fact> facts = new ArrayList<>();
    for (QualifiedName child : indexChildren.get(index)) {
      facts.add(Fact.attached(ObjectId.index(child)));
      facts.addAll(descendantsAttached(child));
    }
    return ImmutableList.copyOf(facts);
  }

  /** The facts that everything an object refers to is there. */
  List<Fact> references(ObjectId id) {
    List<Fact> facts = new ArrayList<>();
    for (ObjectId reference : desired.catalog().references(id)) {
      facts.add(Fact.exists(reference));
    }
    return facts;
  }

  /** Whether a table is partitioned. */
  boolean isPartitioned(QualifiedName table) {
    return desired
        .catalog()
        .find(ObjectId.table(table), Table.class)
        .flatMap(t -> t.partitionRole().partitionKey())
        .isPresent();
  }
}
