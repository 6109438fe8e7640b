package dev.schemasync.planner.relation;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.hash.Hashing;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.planner.kind.Context;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A table as a child of those that it inherits from: how it is made so that it has its columns in
 * their order, what then comes from its parents, and what needs a step of its own.
 */
final class Child {
  private static final int HASH_LENGTH = 12;

  /** How a table is made. */
  enum Making {
    /** With all columns of its own; the parents, if it has any, follow. */
    WHOLE,
    /** As a child of its parents, to whose columns it adds its own. */
    OF_PARENTS,
    /** As a child of a template, which it leaves for its parents. */
    OF_TEMPLATE
  }

  private final Table table;
  private final Context context;
  private final boolean keepsNotNulls;
  private final ImmutableList<Table> parents;
  private final Making making;

  Child(Table table, Context context) {
    this.table = table;
    this.context = context;
    this.keepsNotNulls = NotNullSteps.areKept(context);
    this.parents = parents(table, context);
    this.making = making();
  }

  private static ImmutableList<Table> parents(Table table, Context context) {
    return table.parents().stream()
        .flatMap(
            parent -> context.desired.catalog().find(ObjectId.table(parent), Table.class).stream())
        .collect(toImmutableList());
  }

  private Making making() {
    if (table.parents().isEmpty()) {
      return Making.WHOLE;
    }
    // Of a parent that comes with an extension nothing is known.
    if (parents.size() == table.parents().size() && isMerged()) {
      return Making.OF_PARENTS;
    }
    return isAllItsOwn() ? Making.WHOLE : Making.OF_TEMPLATE;
  }

  boolean isMade(Making way) {
    return making == way;
  }

  /** The tables of which it is made a child. */
  ImmutableList<QualifiedName> madeOf() {
    return switch (making) {
      case WHOLE -> ImmutableList.of();
      case OF_PARENTS -> table.parents();
      case OF_TEMPLATE -> ImmutableList.of(template(table.name()));
    };
  }

  /**
   * The name of the template for a table: the same in each run, so that one which was left behind
   * is known.
   */
  static QualifiedName template(QualifiedName table) {
    String hash = Hashing.sha256().hashUnencodedChars(table.name().value()).toString();
    return new QualifiedName(
        table.schema(), Identifier.of("schemasync_template_" + hash.substring(0, HASH_LENGTH)));
  }

  /** Whether all that it has of its parents it has in its own right too. */
  private boolean isAllItsOwn() {
    return table.columns().stream().allMatch(Column::local)
        && table.columns().stream()
            .flatMap(column -> column.notNull().stream())
            .allMatch(Column.NotNull::local)
        && Inheritance.checks(table.name(), context).allMatch(Constraint.Check::local);
  }

  /**
   * Whether CREATE TABLE … INHERITS makes what it should be: the columns of the first parent come
   * first, those of the next that are new follow, then the table's own. Settings of columns come
   * with them, and where parents do not agree it fails.
   */
  private boolean isMerged() {
    return table.columns().stream().map(Column::name).toList().equals(mergedOrder())
        && table.columns().stream().allMatch(this::isMerged)
        // It would be made validated.
        && Inheritance.checks(table.name(), context)
            .noneMatch(check -> !check.validated() && Inheritance.isBefore(check, context));
  }

  private List<Identifier> mergedOrder() {
    Set<Identifier> order = new LinkedHashSet<>();
    parents.forEach(parent -> parent.columns().forEach(column -> order.add(column.name())));
    table.columns().stream().filter(Column::local).forEach(column -> order.add(column.name()));
    return List.copyOf(order);
  }

  private boolean isMerged(Column column) {
    return above(column.name())
            .allMatch(
                c ->
                    c.storage().equals(column.storage())
                        && c.compression().equals(column.compression()))
        && isValueMerged(column)
        && (!keepsNotNulls || isNotNullMerged(column));
  }

  private boolean isValueMerged(Column column) {
    ImmutableSet<Column.Value> above =
        above(column.name())
            .map(Column::value)
            .filter(v -> v instanceof Column.Value.Default || v instanceof Column.Value.Generated)
            .collect(toImmutableSet());
    return switch (column.value()) {
      case Column.Value.None none -> above.size() < 2;
      case Column.Value.Default value -> above.size() < 2;
      case Column.Value.Generated value ->
          column.local() ? above.size() < 2 : above.equals(ImmutableSet.of(value));
      case Column.Value.Identity value -> above.isEmpty();
    };
  }

  private boolean isNotNullMerged(Column column) {
    Optional<Column.NotNull> notNull = column.notNull();
    if (notNull.isEmpty()) {
      return true;
    }
    if (!notNull.get().validated() && Inheritance.isBefore(table, column.name(), context)) {
      return false;
    }
    Identifier name = notNull.get().nameOn(table.name().name(), column.name());
    return notNull.get().local() || name.equals(inheritedName(column.name()).orElse(name));
  }

  /** The name of the first NOT NULL constraint of a parent that it gets. */
  private Optional<Identifier> inheritedName(Identifier column) {
    ImmutableList<Table> with =
        Inheritance.parentsWithNotNull(table, column, context).collect(toImmutableList());
    return Stream.concat(
            with.stream().filter(p -> !Inheritance.comesLater(p, column, context)), with.stream())
        .flatMap(p -> Inheritance.notNull(p.name(), p.column(column).orElseThrow()).stream())
        .map(ObjectId.Part::name)
        .findFirst();
  }

  /** The column of this name of each parent that has one. */
  private Stream<Column> above(Identifier column) {
    return parents.stream().flatMap(parent -> parent.column(column).stream());
  }

  /**
   * Whether a column is one of the statement that makes the table; others come from its parents.
   */
  boolean isListed(Column column) {
    return column.local() || making == Making.WHOLE;
  }

  /** Whether a column has the default that it should have as soon as the table is made. */
  boolean isMadeWithDefault(Column column, Set<ObjectId> separated) {
    return isListed(column)
        ? !separated.contains(ObjectId.columnDefault(table.id(), column.name()))
        : making == Making.OF_PARENTS
            && parents.stream().anyMatch(parent -> gives(parent, column, separated));
  }

  private boolean gives(Table parent, Column column, Set<ObjectId> separated) {
    Optional<Column> wanted = parent.column(column.name());
    Optional<Table> present = context.present(parent.id(), Table.class);
    return wanted.map(Column::value).equals(Optional.of(column.value()))
        && (present.isPresent()
            ? present
                .flatMap(p -> p.column(column.name()))
                .map(Column::value)
                .equals(Optional.of(column.value()))
            : new Child(parent, context).isMadeWithDefault(wanted.orElseThrow(), separated));
  }

  /** Whether a parent may give a default to a column that should have none. */
  boolean getsDefault(Column column) {
    return column.value() instanceof Column.Value.None
        && making == Making.OF_PARENTS
        && above(column.name()).anyMatch(c -> c.value() instanceof Column.Value.Default);
  }

  /** Whether what a column holds on the shard is the default that a parent gave it. */
  boolean isOfParent(Column now) {
    return now.value() instanceof Column.Value.Default value
        && above(now.name()).anyMatch(c -> c.value().equals(value));
  }

  /** Whether a generated column gets its expression from what the table is made a child of. */
  boolean getsExpression(Column column) {
    return column.value() instanceof Column.Value.Generated value
        && switch (making) {
          case WHOLE -> false;
          case OF_PARENTS -> above(column.name()).anyMatch(c -> c.value().equals(value));
          case OF_TEMPLATE -> true;
        };
  }

  /** Whether a parent's column is NOT NULL, or becomes so. */
  boolean isNotNullAbove(Column column) {
    return above(column.name()).anyMatch(c -> c.notNull().isPresent());
  }

  /**
   * Whether a column can be null that is NOT NULL in a parent: before 18, a child may let go of it.
   */
  boolean isNullableAfterwards(Column column) {
    return !keepsNotNulls && column.notNull().isEmpty() && isNotNullAbove(column);
  }

  /** On a server before 18, whether a column is NOT NULL as soon as the table is made. */
  boolean isMadeNotNull(Column column) {
    return column.notNull().isPresent()
        && (isListed(column)
            || making == Making.OF_TEMPLATE
            || parents.stream()
                .filter(parent -> parent.column(column.name()).isPresent())
                .anyMatch(parent -> givesNotNull(parent, column.name())));
  }

  private boolean givesNotNull(Table parent, Identifier column) {
    return context
        .present(parent.id(), Table.class)
        .map(present -> present.column(column).flatMap(Column::notNull).isPresent())
        .orElseGet(
            () -> new Child(parent, context).isMadeNotNull(parent.column(column).orElseThrow()));
  }

  /**
   * Whether the table is a child of a template until it has its parents.
   *
   * @param present the table on the shard
   */
  boolean isGivenByTemplate(Optional<Table> present) {
    return present
        .map(t -> t.parents().contains(template(table.name())))
        .orElse(making == Making.OF_TEMPLATE);
  }

  /** Whether the table on the shard can be given the parents that it lacks. */
  boolean canJoin(Table present) {
    ImmutableList<QualifiedName> has =
        present.parents().stream()
            .filter(parent -> !parent.equals(template(table.name())))
            .collect(toImmutableList());
    return has.equals(table.parents().subList(0, Math.min(has.size(), table.parents().size())))
        && Inheritance.checks(table.name(), context)
            .filter(check -> !check.local() && Inheritance.isBefore(check, context))
            .allMatch(
                check ->
                    context.present(check.id()).isPresent()
                        || isGivenByTemplate(Optional.of(present)))
        && table.columns().stream()
            .filter(this::isNullableAfterwards)
            .flatMap(column -> present.column(column.name()).stream())
            .allMatch(column -> column.notNull().isPresent());
  }
}
