package dev.schemasync.planner.relation;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.catalog.PartitionRole;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Requirements;
import dev.schemasync.planner.order.Fact;
import dev.schemasync.planner.order.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The steps of a table: itself, its place among partitions, its checks, and its columns' settings.
 */
public final class TableSteps {
  private final Table table;
  private final Context context;
  private final ImmutableSet<ObjectId> separated;
  private final Optional<Table> present;
  private final Child child;
  private final NotNullSteps notNulls;
  private final List<Node> steps = new ArrayList<>();

  private TableSteps(Table table, Context context, ImmutableSet<ObjectId> separated) {
    this.table = table;
    this.context = context;
    this.separated = separated;
    this.present = context.present(table.id(), Table.class);
    this.child = new Child(table, context);
    this.notNulls = new NotNullSteps(table, child, context);
  }

  public static List<Node> of(Table table, Context context, ImmutableSet<ObjectId> separated) {
    TableSteps all = new TableSteps(table, context, separated);
    if (all.present.isEmpty()) {
      all.create();
    }
    all.attach();
    all.steps.addAll(
        new ChildSteps(table, all.child, context)
            .parents(Inheritance.beforeAttaching(table, context, separated)));
    all.type();
    all.columns();
    all.replicaIdentity();
    all.rowSecurity();
    return all.steps;
  }

  private void create() {
    ImmutableList<Constraint.Check> checks =
        checks().filter(Constraint.Check::local).collect(toImmutableList());
    new ChildSteps(table, child, context)
        .template(checks().filter(check -> !check.local()).collect(toImmutableList()))
        .ifPresent(steps::add);
    ImmutableSortedMap.Builder<Identifier, Sequence> identities = ImmutableSortedMap.naturalOrder();
    ImmutableSet.Builder<Fact> provides = ImmutableSet.builder();
    ImmutableSet.Builder<Fact> requires = ImmutableSet.builder();
    provides.add(Fact.exists(table.id()));
    requires.addAll(Requirements.of(table.id(), context));
    checks().forEach(check -> provides.add(Fact.exists(check.id())));
    for (Constraint.Check check : checks) {
      requires.addAll(context.references(check.id()));
    }
    if (child.isMade(Child.Making.OF_PARENTS)) {
      table.parents().forEach(parent -> requires.add(Fact.exists(ObjectId.table(parent))));
      provides.add(Fact.attached(table.id()));
    } else if (child.isMade(Child.Making.OF_TEMPLATE)) {
      requires.add(Fact.lent(table.id()));
    }
    for (Column column : table.columns()) {
      ObjectId defaultId = ObjectId.columnDefault(table.id(), column.name());
      if (!notNulls.isLater(column)) {
        Inheritance.notNull(table.name(), column).ifPresent(id -> provides.add(Fact.exists(id)));
      }
      if (!child.isListed(column)) {
        continue;
      }
      if (column.value() instanceof Column.Value.Default && !separated.contains(defaultId)) {
        provides.add(Fact.exists(defaultId));
        requires.addAll(context.references(defaultId));
      } else if (column.value() instanceof Column.Value.Identity identity
          && !isInherited(identity)) {
        Sequence sequence = sequence(identity);
        identities.put(column.name(), sequence);
        provides.add(Fact.exists(sequence.id()));
      }
    }
    steps.add(
        new Node(
            new Step.CreateTable(
                withoutLaterValues(), child.madeOf(), checks, identities.buildOrThrow()),
            Stage.PRE_DATA,
            Node.Pass.OBJECTS,
            provides.build(),
            without(requires.build(), table)));
  }

  /**
   * A partition is made alone and attached later, so it need not wait for its parent. But it must
   * not take the name that the server is about to choose for a NOT NULL constraint of the parent.
   */
  private static ImmutableSet<Fact> without(ImmutableSet<Fact> facts, Table table) {
    return table.partitionRole() instanceof PartitionRole.Partition partition
            && table.columns().stream().noneMatch(TableSteps::namesNotNull)
        ? facts.stream()
            .filter(f -> !f.equals(Fact.exists(ObjectId.table(partition.parent()))))
            .collect(ImmutableSet.toImmutableSet())
        : facts;
  }

  private static boolean namesNotNull(Column column) {
    return column.notNull().flatMap(Column.NotNull::name).isPresent();
  }

  /**
   * Without the defaults and NOT NULLs that steps of their own set, and what comes with being
   * attached.
   */
  private Table withoutLaterValues() {
    return table.withColumns(
        table.columns().stream()
            .map(c -> comesLater(c) ? c.withValue(new Column.Value.None()) : c)
            .map(c -> c.withNotNull(notNulls.atOnce(c)))
            .map(c -> context.notNullNames.spelledOut(table, c))
            .collect(toImmutableList()));
  }

  /** The checks that the table has as soon as it is made. */
  private Stream<Constraint.Check> checks() {
    return Inheritance.checks(table.name(), context)
        .filter(
            check ->
                check.local()
                    ? Inheritance.isInline(check, separated)
                    : check.validated() && !Inheritance.comesLater(check, context, separated));
  }

  private boolean comesLater(Column column) {
    return child.getsExpression(column)
        || separated.contains(ObjectId.columnDefault(table.id(), column.name()))
        || (column.value() instanceof Column.Value.Identity identity && isInherited(identity));
  }

  /** Attaching brings it along; a table that has an identity of its own cannot be attached. */
  private boolean isInherited(Column.Value.Identity identity) {
    return PartitionIdentities.isInherited(table, identity, context.desired.catalog());
  }

  private Sequence sequence(Column.Value.Identity identity) {
    return PartitionIdentities.sequence(identity, context.desired.catalog());
  }

  private void attach() {
    if (table.partitionRole() instanceof PartitionRole.Partition partition
        && !(present.map(Table::partitionRole).orElse(new PartitionRole.Standalone())
            instanceof PartitionRole.Partition)) {
      steps.add(
          Node.after(
                  table.id(),
                  new Step.AttachPartition(table.name(), partition.parent(), partition.bound()),
                  Stage.PRE_DATA)
              .requiring(List.of(Fact.exists(ObjectId.table(partition.parent()))))
              .requiring(context.joining(table.name()))
              .requiring(Inheritance.beforeAttaching(table, context, separated))
              .requiring(identityOf(partition))
              .providing(Fact.attached(table.id())));
    }
  }

  /**
   * Attaching gives the identity of the parent to the table that is attached, not to those below.
   */
  private List<Fact> identityOf(PartitionRole.Partition partition) {
    return table.columns().stream()
            .map(Column::value)
            .anyMatch(v -> v instanceof Column.Value.Identity identity && isInherited(identity))
        ? List.of(Fact.attached(ObjectId.table(partition.parent())))
        : List.of();
  }

  private void type() {
    if (!table.ofType().equals(present.flatMap(Table::ofType))) {
      steps.add(
          Node.after(
                  table.id(), new Step.SetTableType(table.name(), table.ofType()), Stage.PRE_DATA)
              .requiring(
                  table.ofType().stream()
                      .map(type -> new ObjectId.InSchema(ObjectKind.COMPOSITE_TYPE, type))
                      .map(Fact::exists)
                      .toList()));
    }
  }

  private void columns() {
    for (Column column : table.columns()) {
      Optional<Column> now = present.flatMap(t -> t.column(column.name()));
      setDefault(column, now);
      inheritedValue(column, now);
      notNulls.of(column).forEach(steps::add);
      setting(
          Optional.of(column.statisticsTarget().orElse(Step.DEFAULT_STATISTICS)),
          now.flatMap(Column::statisticsTarget).or(() -> Optional.of(Step.DEFAULT_STATISTICS)),
          target -> new Step.SetColumnStatistics(table.id(), column.name(), target));
      setting(
          column.storage(),
          now.flatMap(Column::storage),
          storage -> new Step.SetColumnStorage(table.id(), column.name(), storage));
      setting(
          Optional.of(column.options()).filter(o -> !o.isEmpty()),
          now.map(Column::options),
          options -> new Step.SetColumnOptions(table.id(), column.name(), options));
      foreignOptions(column, now.map(Column::foreignOptions).orElse(ImmutableMap.of()));
    }
  }

  private void setDefault(Column column, Optional<Column> now) {
    ObjectId id = ObjectId.columnDefault(table.id(), column.name());
    boolean missing =
        present.isEmpty()
            ? !child.isMadeWithDefault(column, separated)
            : now.filter(c -> !c.value().equals(column.value()))
                .filter(c -> c.value() instanceof Column.Value.None || child.isOfParent(c))
                .isPresent();
    if (missing && column.value() instanceof Column.Value.Default(var expression)) {
      steps.add(
          Node.of(
              new Step.SetDefault(table.id(), column.name(), expression),
              Stage.PRE_DATA,
              Requirements.of(id, context)));
    }
  }

  /** What CREATE TABLE cannot say of a column that it leaves to the parents. */
  private void inheritedValue(Column column, Optional<Column> now) {
    if (column.value() instanceof Column.Value.None
        && (present.isEmpty()
            ? child.getsDefault(column)
            : now.filter(child::isOfParent).isPresent())) {
      steps.add(
          Node.after(table.id(), new Step.DropDefault(table.id(), column.name()), Stage.PRE_DATA));
    }
    if (column.value() instanceof Column.Value.Identity identity
        && (present.isEmpty()
            ? !child.isListed(column)
            : !column.local()
                && now.filter(c -> c.value() instanceof Column.Value.None).isPresent())) {
      Sequence sequence = sequence(identity);
      steps.add(
          Node.after(
                  table.id(),
                  new Step.AddIdentity(table.name(), column.name(), identity.kind(), sequence),
                  Stage.PRE_DATA)
              .requiring(
                  Inheritance.notNull(table.name(), column).stream().map(Fact::exists).toList())
              .providing(Fact.exists(sequence.id())));
    }
  }

  /** CREATE FOREIGN TABLE could set those of the columns that it lists, but of no other. */
  private void foreignOptions(Column column, ImmutableMap<String, String> now) {
    setting(
        Optional.of(column.foreignOptions()),
        Optional.of(now),
        options -> new Step.SetForeignColumnOptions(table.name(), column.name(), now, options));
  }

  private <T> void setting(Optional<T> wanted, Optional<T> now, Function<T, Step> step) {
    if (wanted.isPresent() && !wanted.equals(now)) {
      steps.add(Node.after(table.id(), step.apply(wanted.get()), Stage.PRE_DATA));
    }
  }

  /**
   * Its policies come first, so that there is no moment in which nobody may write; and where it is
   * to end, it ends before the rows come.
   */
  private void rowSecurity() {
    Table.RowSecurity now = present.map(Table::rowSecurity).orElse(Table.RowSecurity.NONE);
    if (!now.equals(table.rowSecurity())) {
      steps.add(
          Node.after(
                  table.id(),
                  new Step.SetRowSecurity(table.name(), table.rowSecurity()),
                  rowSecurityStage(table))
              .requiring(
                  table.rowSecurity().enabled()
                      ? context.policies(table.name())
                      : ImmutableList.of()));
    }
  }

  /** When the row security of a table becomes what it should be. */
  static Stage rowSecurityStage(Table table) {
    return table.rowSecurity().enabled() ? Stage.POST_DATA : Stage.PRE_DATA;
  }

  private void replicaIdentity() {
    Table.ReplicaIdentity now =
        present.map(Table::replicaIdentity).orElse(new Table.ReplicaIdentity.Default());
    if (now.equals(table.replicaIdentity())) {
      return;
    }
    Node node =
        Node.after(
            table.id(),
            new Step.SetReplicaIdentity(table.name(), table.replicaIdentity()),
            Stage.POST_DATA);
    if (table.replicaIdentity() instanceof Table.ReplicaIdentity.UsingIndex(var index)) {
      // One that is not copied, being invalid on the source, can be the identity of nothing.
      context
          .owner(new QualifiedName(table.name().schema(), index))
          .ifPresent(owner -> steps.add(node.requiring(List.of(Fact.exists(owner)))));
    } else {
      steps.add(node);
    }
  }
}
