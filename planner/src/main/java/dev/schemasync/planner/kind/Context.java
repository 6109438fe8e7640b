package dev.schemasync.planner.kind;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableListMultimap.toImmutableListMultimap;
import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableTable;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.KeyExpression;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.catalog.PartitionBound;
import dev.schemasync.model.catalog.PartitionRole;
import dev.schemasync.model.catalog.Policy;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.diff.TextEquivalence;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.server.Snapshot;
import dev.schemasync.planner.Desired;
import dev.schemasync.planner.PlanOptions;
import dev.schemasync.planner.access.Grantors;
import dev.schemasync.planner.operator.OperatorLinks;
import dev.schemasync.planner.order.Fact;
import dev.schemasync.planner.order.Node;
import dev.schemasync.planner.relation.NotNullNames;
import dev.schemasync.planner.relation.Partitions;
import dev.schemasync.planner.relation.ReplicaIdentities;
import dev.schemasync.planner.schema.EventTriggers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the expansion of objects into steps looks things up in: the two sides, and the relations
 * between objects that catalogs hold the other way round.
 */
public final class Context {
  public final Desired desired;
  public final Snapshot actual;
  public final TextEquivalence texts;
  public final PlanOptions options;
  public final NotNullNames notNullNames;
  public final OperatorLinks operatorLinks;
  public final Grantors grantors;
  public final boolean eventTriggersSilenced;

  private final Partitions parents;
  private final ImmutableListMultimap<QualifiedName, QualifiedName> partitions;
  private final ImmutableListMultimap<QualifiedName, QualifiedName> children;
  private final ImmutableMap<QualifiedName, ObjectId> defaultPartitions;
  private final ImmutableSet<QualifiedName> withForeignPartition;
  private final ImmutableListMultimap<QualifiedName, QualifiedName> indexChildren;
  private final ImmutableMap<QualifiedName, QualifiedName> indexParents;
  private final ImmutableMap<QualifiedName, ObjectId> byIndex;
  private final ImmutableListMultimap<QualifiedName, Constraint> constraints;
  private final ImmutableListMultimap<QualifiedName, ObjectId> policies;
  private final Occupants occupants;
  private final ImmutableSet<QualifiedName> present;
  private final ImmutableListMultimap<QualifiedName, ObjectId> joining;
  private final ImmutableSet<ObjectId> earlyKeys;
  private final ImmutableSet<ObjectId> rowsToldApart;
  private final ImmutableTable<QualifiedName, QualifiedName, ObjectId> attachedIndexes;

  public Context(Desired desired, Snapshot actual, TextEquivalence texts, PlanOptions options) {
    this.desired = desired;
    this.actual = actual;
    this.texts = texts;
    this.options = options;
    this.parents = Partitions.of(desired.catalog());
    this.constraints = desired.catalog().constraintsByTable();
    this.policies =
        desired
            .catalog()
            .all(Policy.class)
            .collect(toImmutableListMultimap(Policy::table, Policy::id));
    this.notNullNames = new NotNullNames(desired.catalog(), actual.catalog());
    this.grantors = new Grantors(desired.catalog(), actual.server());
    this.eventTriggersSilenced = EventTriggers.areSilenced(desired.catalog(), actual);
    this.operatorLinks = OperatorLinks.of(desired.catalog());
    this.earlyKeys = ReplicaIdentities.keysNeeded(desired.catalog());
    ImmutableListMultimap.Builder<QualifiedName, QualifiedName> partitions =
        ImmutableListMultimap.builder();
    ImmutableListMultimap.Builder<QualifiedName, QualifiedName> children =
        ImmutableListMultimap.builder();
    ImmutableMap.Builder<QualifiedName, ObjectId> defaults = ImmutableMap.builder();
    ImmutableSet.Builder<QualifiedName> withForeignPartition = ImmutableSet.builder();
    ImmutableListMultimap.Builder<QualifiedName, QualifiedName> indexChildren =
        ImmutableListMultimap.builder();
    ImmutableMap.Builder<QualifiedName, ObjectId> byIndex = ImmutableMap.builder();
    for (CatalogObject object : desired.catalog().all()) {
      if (object instanceof Table table) {
        table.parents().forEach(parent -> children.put(parent, table.name()));
      }
      if (object instanceof Table table
          && table.partitionRole() instanceof PartitionRole.Partition partition) {
        partitions.put(partition.parent(), table.name());
        if (table.isForeign()) {
          withForeignPartition.add(partition.parent());
        }
        if (partition.bound() instanceof PartitionBound.Default) {
          defaults.put(partition.parent(), table.id());
        }
      } else if (object instanceof Constraint.Indexed constraint) {
        byIndex.put(constraint.index(), constraint.id());
        constraint.parentIndex().ifPresent(parent -> indexChildren.put(parent, constraint.index()));
      } else if (object instanceof Index index) {
        byIndex.put(index.name(), index.id());
        index.parentIndex().ifPresent(parent -> indexChildren.put(parent, index.name()));
      }
    }
    this.partitions = partitions.build();
    this.defaultPartitions = defaults.buildOrThrow();
    this.withForeignPartition = withForeignPartition.build();
    this.children = children.build();
    this.indexChildren = indexChildren.build();
    this.indexParents =
        this.indexChildren.inverse().entries().stream()
            .collect(toImmutableMap(Map.Entry::getKey, Map.Entry::getValue));
    this.byIndex = byIndex.buildOrThrow();
    this.occupants = Occupants.of(actual.catalog());
    this.present = indexes(actual.catalog());
    ImmutableListMultimap.Builder<QualifiedName, ObjectId> joining =
        ImmutableListMultimap.builder();
    for (CatalogObject object : desired.catalog().all()) {
      if (object instanceof Index index && joins(index)) {
        joining.put(index.relation().name(), index.id());
      } else if (object instanceof Constraint.Indexed constraint && joins(constraint)) {
        joining.put(constraint.table(), constraint.id());
      }
    }
    this.joining = joining.build();
    this.attachedIndexes = attachedIndexes(actual.catalog());
    this.rowsToldApart =
        actual
            .catalog()
            .all(Index.class)
            .filter(Context::tellsRowsApart)
            .map(Index::relation)
            .collect(toImmutableSet());
  }

  /** What takes the place of each table under each partitioned index. */
  private static ImmutableTable<QualifiedName, QualifiedName, ObjectId> attachedIndexes(
      Catalog catalog) {
    ImmutableTable.Builder<QualifiedName, QualifiedName, ObjectId> attached =
        ImmutableTable.builder();
    catalog
        .all(Index.class)
        .forEach(
            index ->
                index
                    .parentIndex()
                    .ifPresent(p -> attached.put(p, index.relation().name(), index.id())));
    catalog
        .all(Constraint.Indexed.class)
        .forEach(
            constraint ->
                constraint
                    .parentIndex()
                    .ifPresent(p -> attached.put(p, constraint.table(), constraint.id())));
    return attached.buildOrThrow();
  }

  private static boolean tellsRowsApart(Index index) {
    return index.unique()
        && index.valid()
        && index.predicate().isEmpty()
        && index.keys().stream().allMatch(k -> k.expression() instanceof KeyExpression.OfColumn);
  }

  /** The names of all indexes, those of constraints included. */
  private static ImmutableSet<QualifiedName> indexes(Catalog catalog) {
    return Stream.concat(
            catalog.all(Index.class).map(Index::name),
            catalog.all(Constraint.Indexed.class).map(Constraint.Indexed::index))
        .collect(toImmutableSet());
  }

  /** The object of this identity on the shard. */
  public Optional<CatalogObject> present(ObjectId id) {
    return actual.catalog().find(id);
  }

  /** The object of this identity and class on the shard. */
  public <T extends CatalogObject> Optional<T> present(ObjectId id, Class<T> type) {
    return actual.catalog().find(id, type);
  }

  /** The step that makes an object, unless it is there. */
  public ImmutableList<Node> unlessPresent(CatalogObject object, Step step) {
    return present(object.id()).isPresent()
        ? ImmutableList.of()
        : ImmutableList.of(
            Node.of(step, object.id().kind().stage(), Requirements.of(object.id(), this)));
  }

  /** What on the shard has a name that an object needs for itself. */
  public Optional<ObjectId> inTheWayOf(CatalogObject wanted) {
    return occupants.inTheWayOf(wanted);
  }

  /** The constraints a table should have. */
  public ImmutableList<Constraint> constraints(QualifiedName table) {
    return constraints.get(table);
  }

  /** The facts that a table has all its policies. */
  public ImmutableList<Fact> policies(QualifiedName table) {
    return policies.get(table).stream().map(Fact::exists).collect(toImmutableList());
  }

  /**
   * Whether a relation has an index on the shard by which every row is known: what REFRESH
   * MATERIALIZED VIEW CONCURRENTLY asks for.
   */
  public boolean rowsToldApart(ObjectId relation) {
    return rowsToldApart.contains(relation);
  }

  /**
   * Whether a key or unique index must be there before the data, for replication to find rows by.
   */
  public boolean isEarlyKey(ObjectId keyOrIndex) {
    return earlyKeys.contains(keyOrIndex);
  }

  /** The facts that a table's partitions are attached, so that what is made on it reaches all. */
  public ImmutableList<Fact> partitionsAttached(QualifiedName table) {
    return partitions.get(table).stream()
        .map(p -> Fact.attached(ObjectId.table(p)))
        .collect(toImmutableList());
  }

  /** The partitions of a table. */
  public ImmutableList<ObjectId.InSchema> partitions(QualifiedName table) {
    return partitions.get(table).stream().map(ObjectId::table).collect(toImmutableList());
  }

  /** Whether a partition of a table, not of one below it, is a foreign table. */
  public boolean hasForeignPartition(QualifiedName table) {
    return withForeignPartition.contains(table);
  }

  /** The table that a table should be a partition of. */
  public Optional<QualifiedName> parent(QualifiedName table) {
    return Optional.ofNullable(parents.parents().get(table));
  }

  /** The tables that a table should be a partition of, directly or not. */
  public Stream<QualifiedName> ancestors(QualifiedName table) {
    return parents.withAncestors(table).skip(1);
  }

  /** The tables that a table should be a partition or a child of. */
  public ImmutableList<QualifiedName> parents(QualifiedName table) {
    return parent(table)
        .map(ImmutableList::of)
        .orElseGet(
            () ->
                desired
                    .catalog()
                    .find(ObjectId.table(table), Table.class)
                    .map(Table::parents)
                    .orElse(ImmutableList.of()));
  }

  /**
   * Whether a relation should be a partition, and is none on the shard, or lacks a parent there
   * that it should inherit from.
   */
  public boolean toBeAttached(ObjectId.InSchema relation) {
    Optional<Table> present = present(relation, Table.class);
    return parents.parents().containsKey(relation.name())
        ? present
            .map(Table::partitionRole)
            .filter(PartitionRole.Partition.class::isInstance)
            .isEmpty()
        : parents(relation.name()).stream()
            .anyMatch(parent -> present.filter(t -> t.parents().contains(parent)).isEmpty());
  }

  /** The tables that inherit from a table. */
  public ImmutableList<QualifiedName> children(QualifiedName table) {
    return children.get(table);
  }

  /** The tables that inherit from a table, directly or not. */
  public ImmutableSet<ObjectId> heirs(ObjectId relation) {
    Set<ObjectId> heirs = new LinkedHashSet<>();
    if (relation instanceof ObjectId.InSchema(ObjectKind kind, var name)
        && kind == ObjectKind.TABLE) {
      for (QualifiedName child : children.get(name)) {
        if (heirs.add(ObjectId.table(child))) {
          heirs.addAll(heirs(ObjectId.table(child)));
        }
      }
    }
    return ImmutableSet.copyOf(heirs);
  }

  /** The partitions of a table, theirs, and so on. */
  public ImmutableList<ObjectId> descendants(ObjectId relation) {
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

  /** The partition that holds the rows which no other partition of a table does. */
  public Optional<ObjectId> defaultPartition(QualifiedName table) {
    return Optional.ofNullable(defaultPartitions.get(table));
  }

  /**
   * Whether a constraint is one of a table that becomes a partition, and stands for one which the
   * parent has on the shard already, or must have before it becomes a partition in turn.
   */
  public boolean joins(Constraint.Indexed constraint) {
    return joins(constraint.table(), constraint.parentIndex());
  }

  /** The same for an index. */
  public boolean joins(Index index) {
    return joins(index.relation().name(), index.parentIndex());
  }

  private boolean joins(QualifiedName table, Optional<QualifiedName> parentIndex) {
    return parentIndex.filter(p -> present.contains(p) || joins(p)).isPresent()
        && toBeAttached(ObjectId.table(table));
  }

  private boolean joins(QualifiedName index) {
    return owner(index)
        .filter(
            id ->
                desired.catalog().find(id, Index.class).filter(this::joins).isPresent()
                    || desired
                        .catalog()
                        .find(id, Constraint.Indexed.class)
                        .filter(this::joins)
                        .isPresent())
        .isPresent();
  }

  /**
   * The facts that a table has what its parent has on the shard, without which attaching it would
   * make the indexes under names that the server chooses.
   */
  public ImmutableList<Fact> joining(QualifiedName table) {
    return joining.get(table).stream().map(Fact::exists).collect(toImmutableList());
  }

  /** The object that an index is, or the constraint that made it. */
  public Optional<ObjectId> owner(QualifiedName index) {
    return Optional.ofNullable(byIndex.get(index));
  }

  /** The index or key of a table that is attached to a partitioned index on the shard. */
  public Optional<ObjectId> attached(QualifiedName parent, QualifiedName table) {
    return Optional.ofNullable(attachedIndexes.get(parent, table));
  }

  /** The indexes of partitions that are attached to an index. */
  public ImmutableList<QualifiedName> indexesBelow(QualifiedName index) {
    return indexChildren.get(index);
  }

  /** The facts that an index has all its descendants attached, and so is valid. */
  public ImmutableList<Fact> descendantsAttached(QualifiedName index) {
    List<Fact> facts = new ArrayList<>();
    for (QualifiedName child : indexChildren.get(index)) {
      facts.add(Fact.attached(ObjectId.index(child)));
      facts.addAll(descendantsAttached(child));
    }
    return ImmutableList.copyOf(facts);
  }

  /** An index, the one that it is attached to, and so on. */
  public Stream<QualifiedName> withIndexesAbove(QualifiedName index) {
    return Stream.iterate(index, Objects::nonNull, indexParents::get);
  }

  /**
   * Whether a relation holds no rows on any of the shards, and its partitions hold none, so that
   * what reads or locks it is done at once.
   */
  public boolean isEmpty(ObjectId relation) {
    return options.now()
        && holdsNothing(relation)
        && descendants(relation).stream().allMatch(this::holdsNothing);
  }

  private boolean holdsNothing(ObjectId relation) {
    return present(relation).isEmpty() || actual.relationSizes().getOrDefault(relation, 1L) == 0;
  }

  /** The facts that everything an object refers to is there. */
  public List<Fact> references(ObjectId id) {
    List<Fact> facts = new ArrayList<>();
    for (ObjectId reference : desired.catalog().references(id)) {
      facts.add(Fact.exists(reference));
    }
    return facts;
  }

  /** Whether a table is partitioned. */
  public boolean isPartitioned(QualifiedName table) {
    return Partitions.isPartitioned(table, desired.catalog());
  }
}
