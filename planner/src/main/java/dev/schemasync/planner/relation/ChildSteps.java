package dev.schemasync.planner.relation;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Requirements;
import dev.schemasync.planner.order.Fact;
import dev.schemasync.planner.order.Node;
import java.util.List;
import java.util.Optional;

/** The steps that give a table its parents: before it is made, and after. */
final class ChildSteps {
  private final Table table;
  private final Child child;
  private final Context context;
  private final QualifiedName template;

  ChildSteps(Table table, Child child, Context context) {
    this.table = table;
    this.child = child;
    this.context = context;
    this.template = Child.template(table.name());
  }

  /**
   * The template that lends the table its columns, with what else is not the table's own.
   *
   * @param checks those that the table has as soon as it is made, and not of its own
   */
  Optional<Node> template(ImmutableList<Constraint.Check> checks) {
    if (!child.isMade(Child.Making.OF_TEMPLATE)
        || context.present(ObjectId.table(template)).isPresent()) {
      return Optional.empty();
    }
    ImmutableSet.Builder<Fact> requires = ImmutableSet.builder();
    requires.addAll(Requirements.of(table.id(), context));
    checks.forEach(check -> requires.addAll(context.references(check.id())));
    return Optional.of(
        new Node(
            new Step.CreateTemplate(template, lent(table, child, context), checks),
            Stage.PRE_DATA,
            Node.Pass.OBJECTS,
            ImmutableSet.of(Fact.lent(table.id())),
            requires.build().stream().filter(fact -> !isOwn(fact)).collect(toImmutableSet())));
  }

  /** The table as far as it is lent. */
  private static Table lent(Table table, Child child, Context context) {
    NotNullSteps notNulls = new NotNullSteps(table, child, context);
    return table.withColumns(
        table.columns().stream()
            .map(column -> column.withNotNull(notNulls.lent(column)))
            .collect(toImmutableList()));
  }

  /** Whether it is about the table that is to come, or a part of it such as a generated column. */
  private boolean isOwn(Fact fact) {
    return fact.object().equals(table.id())
        || (fact.object() instanceof ObjectId.Part part && part.of().equals(table.id()));
  }

  /**
   * Its parents, unless it is made as their child.
   *
   * @param before what it must have before
   */
  List<Node> parents(Iterable<Fact> before) {
    Optional<Table> present = context.present(table.id(), Table.class);
    boolean leaves = child.isGivenByTemplate(present);
    boolean joins =
        present.isPresent() ? context.toBeAttached(table.id()) : child.isMade(Child.Making.WHOLE);
    if (table.parents().isEmpty() || (!leaves && !joins)) {
      return isTemplateLeft(present) ? List.of(drop()) : List.of();
    }
    ImmutableList<QualifiedName> missing =
        table.parents().stream()
            .filter(parent -> present.filter(t -> t.parents().contains(parent)).isEmpty())
            .collect(toImmutableList());
    Node inherit =
        Node.after(
                table.id(),
                new Step.Inherit(table.name(), missing, Optional.of(template).filter(t -> leaves)),
                Stage.PRE_DATA)
            .requiring(missing.stream().map(p -> Fact.exists(ObjectId.table(p))).toList())
            .requiring(before)
            .providing(Fact.attached(table.id()));
    return leaves ? List.of(inherit, drop()) : List.of(inherit);
  }

  /** Whether a run was stopped before it dropped the template. */
  private boolean isTemplateLeft(Optional<Table> present) {
    return !table.parents().isEmpty()
        && present.isPresent()
        && context
            .present(ObjectId.table(template), Table.class)
            .filter(there -> lends(there, table, false))
            .isPresent();
  }

  private Node drop() {
    return new Node(
        new Step.DropTemplate(template, table.name()),
        Stage.PRE_DATA,
        Node.Pass.OBJECTS,
        ImmutableSet.of(Fact.settled(table.id())),
        ImmutableSet.of(Fact.attached(table.id())));
  }

  /** The template that a run has left behind, if it lends other columns than it should. */
  static Optional<ObjectId> wrongTemplate(Table table, Context context) {
    Child child = new Child(table, context);
    return child.isMade(Child.Making.OF_TEMPLATE) && context.present(table.id()).isEmpty()
        ? context
            .present(ObjectId.table(Child.template(table.name())), Table.class)
            .filter(
                there -> !lends(there, lent(table, child, context), NotNullSteps.areKept(context)))
            .map(Table::id)
        : Optional.empty();
  }

  private static boolean lends(Table template, Table wanted, boolean withNames) {
    return lent(template, withNames).equals(lent(wanted, withNames));
  }

  /** What the columns of a table are to its child. */
  private static ImmutableList<ImmutableList<Object>> lent(Table table, boolean withNames) {
    return table.columns().stream()
        .map(
            column ->
                ImmutableList.<Object>of(
                    column.name(),
                    column.type(),
                    column.collation(),
                    column.compression(),
                    column.value() instanceof Column.Value.Generated,
                    withNames
                        ? Inheritance.notNull(table.name(), column).map(ObjectId.Part::name)
                        : ""))
        .collect(toImmutableList());
  }
}
