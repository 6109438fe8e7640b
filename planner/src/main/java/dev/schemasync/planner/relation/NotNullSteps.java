package dev.schemasync.planner.relation;

import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.server.Feature;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.order.Fact;
import dev.schemasync.planner.order.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How the columns of a table become NOT NULL: when it is made, with its parent, or by a step. */
final class NotNullSteps {
  private final Table table;
  private final Child child;
  private final Context context;
  private final Optional<Table> present;

  /** Whether the server keeps NOT NULL constraints as such. */
  private final boolean kept;

  NotNullSteps(Table table, Child child, Context context) {
    this.table = table;
    this.child = child;
    this.context = context;
    this.present = context.present(table.id(), Table.class);
    this.kept = areKept(context);
  }

  static boolean areKept(Context context) {
    return context.actual.server().version().has(Feature.NAMED_NOT_NULL);
  }

  /** What a column has of its own in the statement that makes the table. */
  Optional<Column.NotNull> atOnce(Column column) {
    if (kept) {
      return column.notNull().filter(n -> n.local() && !isLater(column));
    }
    if (!child.isListed(column)) {
      return Optional.empty();
    }
    // One that is NOT NULL in a parent must be so until it is a child.
    return child.isMade(Child.Making.WHOLE) && child.isNullableAfterwards(column)
        ? Optional.of(Column.NotNull.PLAIN)
        : column.notNull();
  }

  /** What a column has in the template that lends it. */
  Optional<Column.NotNull> lent(Column column) {
    if (kept) {
      return column
          .notNull()
          .filter(n -> !n.local() && !isLater(column))
          .map(n -> n.named(table.name().name(), column.name()));
    }
    return child.isNotNullAbove(column) || (column.notNull().isPresent() && !child.isListed(column))
        ? Optional.of(Column.NotNull.PLAIN)
        : Optional.empty();
  }

  /**
   * Whether the table is made without the NOT NULL that a column gets: CREATE TABLE knows no NOT
   * VALID.
   */
  boolean isLater(Column column) {
    if (column.notNull().isEmpty()) {
      return false;
    }
    if (present.isPresent()) {
      return now(column).filter(c -> c.notNull().isEmpty()).isPresent();
    }
    if (!kept) {
      return !child.isMadeNotNull(column);
    }
    Column.NotNull notNull = column.notNull().get();
    return !notNull.validated()
        || (notNull.local()
            ? Inheritance.comesWithParent(table.name(), column.name(), context)
            : Inheritance.comesLater(table, column.name(), context));
  }

  private Optional<Column> now(Column column) {
    return present.flatMap(t -> t.column(column.name()));
  }

  /** The steps for a column. */
  Stream<Node> of(Column column) {
    if (isLater(column)) {
      Column.NotNull wanted = column.notNull().orElseThrow();
      return wanted.local() ? own(column, wanted) : inherited(column, wanted);
    }
    boolean hasTooMuch = present.isEmpty() || now(column).flatMap(Column::notNull).isPresent();
    return hasTooMuch && child.isNullableAfterwards(column)
        ? Stream.of(
            Node.after(
                    table.id(), new Step.DropNotNull(table.name(), column.name()), Stage.PRE_DATA)
                .requiring(List.of(Fact.attached(table.id()))))
        : Stream.empty();
  }

  private Stream<Node> own(Column column, Column.NotNull wanted) {
    ObjectId.Part id = Inheritance.notNull(table.name(), column).orElseThrow();
    if (Inheritance.comesWithParent(table.name(), column.name(), context)) {
      return wanted.validated() ? Stream.of(validate(id)) : Stream.empty();
    }
    Node add = add(table.name(), column, wanted).providing(Fact.exists(id));
    return Stream.of(
        kept || context.isPartitioned(table.name())
            ? add.requiring(Inheritance.copies(table.name(), column.name(), wanted, context))
                .providing(Inheritance.comingAlong(table.name(), column.name(), context))
            : add);
  }

  /** One that comes from a parent, or from the template that the table is a child of until then. */
  private Stream<Node> inherited(Column column, Column.NotNull wanted) {
    ObjectId.Part id = Inheritance.notNull(table.name(), column).orElseThrow();
    if (child.isGivenByTemplate(present) && Inheritance.isBefore(table, column.name(), context)) {
      return Stream.of(
          add(Child.template(table.name()), column, wanted).providing(Fact.exists(id)));
    }
    boolean validated =
        Inheritance.parentsWithNotNull(table, column.name(), context)
            .flatMap(parent -> parent.column(column.name()).flatMap(Column::notNull).stream())
            .anyMatch(Column.NotNull::validated);
    // Validating one of a parent does so here.
    return wanted.validated() && !validated ? Stream.of(validate(id)) : Stream.empty();
  }

  private Node add(QualifiedName to, Column column, Column.NotNull wanted) {
    return Node.after(
        table.id(),
        new Step.AddNotNull(
            to,
            column.name(),
            // A name of the server's choice would avoid those that partitions have already.
            wanted.named(table.name().name(), column.name()),
            // Before 18 it would be forced upon children that let go of theirs.
            !kept && !context.isPartitioned(table.name())),
        Inheritance.stage(table.name(), column.name(), wanted, context));
  }

  private static Node validate(ObjectId.Part constraint) {
    return Node.after(
        constraint,
        new Step.ValidateConstraint((ObjectId.InSchema) constraint.of(), constraint.name()),
        Stage.POST_DATA);
  }
}
