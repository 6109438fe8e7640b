package dev.schemasync.planner.relation;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.Limited;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.PartitionRole;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.diff.Difference;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.plan.Probe;
import dev.schemasync.model.server.Feature;
import dev.schemasync.planner.destination.Conflicts;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Features;
import dev.schemasync.planner.kind.Interference;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.kind.Member;
import dev.schemasync.planner.kind.Occupants;
import dev.schemasync.planner.kind.ProbeContexts;
import dev.schemasync.planner.kind.Replaced;
import dev.schemasync.planner.kind.Scoped;
import dev.schemasync.planner.kind.Silent;
import dev.schemasync.planner.kind.Surrounding;
import dev.schemasync.planner.order.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A table, with its columns and its place among partitions. */
public record TableKind(Table table)
    implements Kind, Silent.NoRelationOfAnother, Silent.UsualStage, Silent.HangsOnNothing {
  @Override
  public CatalogObject object() {
    return table;
  }

  @Override
  public List<Node> steps(Context context, ImmutableSet<ObjectId> separated) {
    return TableSteps.of(table, context, separated);
  }

  @Override
  public ImmutableList<Finding> notices(Context context) {
    Optional<Table> present = context.present(table.id(), Table.class);
    return Stream.of(
            present.flatMap(this::replacedType),
            present.flatMap(this::replacedIdentity),
            present.flatMap(this::replacedRowSecurity))
        .flatMap(Optional::stream)
        .collect(toImmutableList());
  }

  /** A type that the table has on the shard, and that is not the source's. */
  private Optional<Finding> replacedType(Table present) {
    return present
        .ofType()
        .filter(now -> !table.ofType().equals(present.ofType()))
        .map(
            now ->
                Replaced.finding(
                    table.id(),
                    "is of the type " + now,
                    table.ofType().map(type -> "is of the type " + type).orElse("is of no type"),
                    Stage.PRE_DATA));
  }

  /** A replica identity that somebody chose on the shard, and that is not the source's. */
  private Optional<Finding> replacedIdentity(Table present) {
    return Optional.of(present.replicaIdentity())
        .filter(now -> !(now instanceof Table.ReplicaIdentity.Default))
        .filter(now -> !now.equals(table.replicaIdentity()))
        .map(
            now ->
                Replaced.finding(
                    table.id(),
                    "has the replica identity " + words(now),
                    "has the replica identity " + words(table.replicaIdentity()),
                    Stage.POST_DATA));
  }

  /** Row security that somebody switched on on the shard, and that is not the source's. */
  private Optional<Finding> replacedRowSecurity(Table present) {
    return Optional.of(present.rowSecurity())
        .filter(now -> !now.equals(Table.RowSecurity.NONE))
        .filter(now -> !now.equals(table.rowSecurity()))
        .map(
            now ->
                Replaced.finding(
                    table.id(),
                    "has row security " + words(now),
                    "has row security " + words(table.rowSecurity()),
                    TableSteps.rowSecurityStage(table)));
  }

  private static String words(Table.RowSecurity rowSecurity) {
    return (rowSecurity.enabled() ? "enabled" : "disabled")
        + (rowSecurity.forced() ? " and forced" : "");
  }

  private static String words(Table.ReplicaIdentity identity) {
    return switch (identity) {
      case Table.ReplicaIdentity.Default d -> "DEFAULT";
      case Table.ReplicaIdentity.Full f -> "FULL";
      case Table.ReplicaIdentity.Nothing n -> "NOTHING";
      case Table.ReplicaIdentity.UsingIndex(var index) -> "USING INDEX " + index;
    };
  }

  @Override
  public ImmutableList<Finding> obstacles(Context context) {
    return Stream.concat(
            Inheritance.refused(table, context).stream().map(Conflicts::refused),
            ChildSteps.wrongTemplate(table, context).stream()
                .map(template -> Conflicts.wrongTemplate(table.id(), template)))
        .collect(toImmutableList());
  }

  @Override
  public ImmutableMap<ObjectId, Member> members() {
    ImmutableMap.Builder<ObjectId, Member> members = ImmutableMap.builder();
    members.putAll(
        Member.sorted(
            table.columns(),
            column -> ObjectId.column(table.id(), column.name()),
            column -> new Member(column.privileges(), column.comment())));
    for (Column column : table.columns()) {
      Inheritance.notNull(table.name(), column)
          .ifPresent(
              id ->
                  members.put(
                      id,
                      new Member(Privileges.DEFAULT, column.notNull().orElseThrow().comment())));
    }
    return members.buildOrThrow();
  }

  @Override
  public ImmutableMap<ObjectId.Part, Boolean> constraints() {
    ImmutableMap.Builder<ObjectId.Part, Boolean> found = ImmutableMap.builder();
    for (Column column : table.columns()) {
      Inheritance.notNull(table.name(), column)
          .ifPresent(id -> found.put(id, column.notNull().orElseThrow().validated()));
    }
    return found.buildKeepingLast();
  }

  @Override
  public ImmutableList<Occupants.Name> names() {
    return Occupants.withRowType(table.name());
  }

  @Override
  public Stream<Feature> features(Catalog catalog) {
    return Stream.of(
            table.columns().stream().flatMap(Features::neededBy),
            Families.features(table, catalog),
            Features.when(table.hasPartitionsAccessMethod(), Feature.PARTITIONED_ACCESS_METHODS))
        .flatMap(features -> features);
  }

  @Override
  public Stream<Surrounding> surroundings() {
    Stream<Surrounding> storage =
        Stream.concat(
            table.tablespace().stream().map(Surrounding.Tablespace::new),
            table.accessMethod().stream().map(Surrounding.AccessMethod::new));
    return Stream.concat(
        storage,
        table.columns().stream()
            .flatMap(column -> column.collation().stream())
            .map(Surrounding.Collation::new));
  }

  /** Defaults, generated columns, the partition key, constants of a bound. */
  @Override
  public ImmutableMap<SqlText, Probe.Context> texts() {
    return ProbeContexts.all(table, new Probe.Context.Row(table.name()));
  }

  @Override
  public Stream<Interference> interference() {
    return Stream.concat(
        parent().map(parent -> Interference.on(parent, "can take rows")),
        table.parents().stream().map(parent -> Interference.on(parent, "adds to the rows")));
  }

  @Override
  public Stream<ObjectId> brings(Catalog catalog) {
    return Stream.concat(
        Stream.concat(parent(), table.parents().stream()).map(ObjectId::table),
        table.columns().stream()
            .flatMap(
                column ->
                    catalog
                        .references(ObjectId.columnDefault(table.id(), column.name()))
                        .stream()));
  }

  /** No publication sends the rows of a foreign table, so it comes with what it is a part of. */
  @Override
  public boolean joins(Scoped scope) {
    return table.isForeign()
        && Stream.concat(parent(), table.parents().stream())
            .map(ObjectId::table)
            .anyMatch(scope::contains);
  }

  private Stream<QualifiedName> parent() {
    return table.partitionRole() instanceof PartitionRole.Partition partition
        ? Stream.of(partition.parent())
        : Stream.empty();
  }

  @Override
  public Optional<Identifier> clusteredOn() {
    return table.clusteredOn();
  }

  @Override
  public boolean canChange(
      Limited.To limit, CatalogObject now, Difference.Changed change, Context context) {
    return switch (limit) {
      case PLACE ->
          change.path().getFirst().equals("parents")
              ? new Child(table, context).canJoin((Table) now)
              : canAttach(((Table) now).partitionRole());
      case PARTS ->
          ColumnChanges.possible(
              context.texts.canonical(table),
              context.texts.canonical((Table) now),
              change.path().get(1),
              context);
      case CHOICE -> table.clusteredOn().isPresent();
    };
  }

  /** A table that stands alone can become a partition. */
  private boolean canAttach(PartitionRole now) {
    return table.partitionRole() instanceof PartitionRole.Partition partition
        && !(now instanceof PartitionRole.Partition)
        && partition.partitionKey().equals(now.partitionKey());
  }
}
