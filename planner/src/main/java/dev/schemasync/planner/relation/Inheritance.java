package dev.schemasync.planner.relation;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.order.Fact;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The constraints that a table shares with its partitions or children: checks and NOT NULL.
 *
 * <p>Every partition gets its own, with the state and the name that it has on the source, from the
 * partitions upwards: where the server is about to give a partition one, it then finds it there and
 * merges the two. Only a NOT NULL that is what the server gives is left to it, or it would count as
 * local. A partition must have what its parent has before it can be attached, and must have it
 * validated where the parent has.
 *
 * <p>A child of inheritance keeps for good whether a constraint is its own. So it gets its own ones
 * in the same way, and the others from its parents: when it is made, or when a parent gets one that
 * is made later.
 */
public final class Inheritance {
  private Inheritance() {}

  /** When a check is made. */
  public static Stage stage(Constraint.Check check, Context context) {
    return check.validated() || joins(check, context) ? Stage.PRE_DATA : Stage.POST_DATA;
  }

  /**
   * Rows may break a check that is not validated, so it waits for them, unless its table is to be
   * attached to one that has it on the shard, or is to be attached so in turn.
   */
  private static boolean joins(Constraint.Check check, Context context) {
    return check.inherited()
        && context.toBeAttached(ObjectId.table(check.table()))
        && isBefore(check, context);
  }

  /** Whether a parent has a check on the shard, or gets it before it is attached in turn. */
  static boolean isBefore(Constraint.Check check, Context context) {
    return context.parents(check.table()).stream()
        .map(parent -> ObjectId.constraint(ObjectId.table(parent), check.name()))
        .anyMatch(
            above ->
                context.present(above).isPresent()
                    || context
                        .desired
                        .catalog()
                        .find(above, Constraint.Check.class)
                        .filter(c -> !c.noInherit() && joins(c, context))
                        .isPresent());
  }

  /** The same of the NOT NULL of a column. */
  static boolean isBefore(Table table, Identifier column, Context context) {
    return context.parents(table.name()).stream()
        .anyMatch(parent -> isNotNull(parent, column, context) || joins(parent, column, context));
  }

  /** The checks of a table. */
  static Stream<Constraint.Check> checks(QualifiedName table, Context context) {
    return context.constraints(table).stream()
        .filter(Constraint.Check.class::isInstance)
        .map(Constraint.Check.class::cast);
  }

  /**
   * Whether a check is made with its table, if that is made and the check is its own. CREATE TABLE
   * would do for one that is NOT ENFORCED too, but nothing could be read in it then.
   */
  static boolean isInline(Constraint.Check check, Set<ObjectId> separated) {
    return check.enforced() && check.validated() && !separated.contains(check.id());
  }

  /**
   * Whether a check comes to a table that is there already; one that is not its own, with that of a
   * parent.
   */
  static boolean comesLater(Constraint.Check check, Context context, Set<ObjectId> separated) {
    if (context.present(check.id()).isPresent()) {
      return false;
    }
    if (context.present(ObjectId.table(check.table())).isPresent()) {
      return true;
    }
    if (check.local()) {
      return !isInline(check, separated);
    }
    ImmutableList<Constraint.Check> above = ofParents(check, context).collect(toImmutableList());
    return !above.isEmpty() && above.stream().allMatch(c -> comesLater(c, context, separated));
  }

  /** The checks of parents of which this is one with. */
  static Stream<Constraint.Check> ofParents(Constraint.Check check, Context context) {
    return context.parents(check.table()).stream()
        .map(parent -> ObjectId.constraint(ObjectId.table(parent), check.name()))
        .flatMap(above -> context.desired.catalog().find(above, Constraint.Check.class).stream())
        .filter(above -> !above.noInherit());
  }

  /** The same of the NOT NULL that a column should have, on servers that keep such constraints. */
  static boolean comesLater(Table table, Identifier column, Context context) {
    Optional<Table> present = context.present(table.id(), Table.class);
    if (present.isPresent()) {
      return present.flatMap(t -> t.column(column)).flatMap(Column::notNull).isEmpty();
    }
    Column.NotNull notNull = table.column(column).flatMap(Column::notNull).orElseThrow();
    if (notNull.local()) {
      return !notNull.validated();
    }
    ImmutableList<Table> above =
        parentsWithNotNull(table, column, context).collect(toImmutableList());
    return !above.isEmpty() && above.stream().allMatch(p -> comesLater(p, column, context));
  }

  /** The parents that give their NOT NULL of a column to a table. */
  static Stream<Table> parentsWithNotNull(Table table, Identifier column, Context context) {
    return table.parents().stream()
        .flatMap(
            parent -> context.desired.catalog().find(ObjectId.table(parent), Table.class).stream())
        .filter(
            parent ->
                parent
                    .column(column)
                    .flatMap(Column::notNull)
                    .filter(notNull -> !notNull.noInherit())
                    .isPresent());
  }

  /** When a column becomes NOT NULL. */
  public static Stage stage(
      QualifiedName table, Identifier column, Column.NotNull notNull, Context context) {
    return (notNull.validated() && !comesWithParent(table, column, context))
            || joins(table, column, context)
        ? Stage.PRE_DATA
        : Stage.POST_DATA;
  }

  /** Whether a column gets its NOT NULL, under its name, when the parent's is added. */
  public static boolean comesWithParent(QualifiedName table, Identifier column, Context context) {
    return context
            .parent(table)
            .flatMap(parent -> context.desired.catalog().find(ObjectId.table(parent), Table.class))
            .filter(parent -> isLeftOpen(parent, column))
            .map(Table::name)
            .filter(parent -> !isNotNull(parent, column, context))
            .flatMap(parent -> notNullName(parent, column, context))
            .filter(name -> notNullName(table, column, context).equals(Optional.of(name)))
            .isPresent()
        && !isNotNull(table, column, context)
        && !joins(table, column, context)
        // The key needs it before the rows come.
        && context.constraints(table).stream()
            .noneMatch(
                c -> c instanceof Constraint.PrimaryKey key && key.columns().contains(column));
  }

  private static boolean isLeftOpen(Table table, Identifier column) {
    return table
        .column(column)
        .flatMap(Column::notNull)
        .filter(notNull -> !notNull.validated())
        .isPresent();
  }

  private static Optional<Identifier> notNullName(
      QualifiedName table, Identifier column, Context context) {
    return context
        .desired
        .catalog()
        .find(ObjectId.table(table), Table.class)
        .flatMap(t -> t.column(column))
        .flatMap(c -> notNull(table, c))
        .map(ObjectId.Part::name);
  }

  /** Whether a column is NOT NULL on the shard, if not for all its rows. */
  private static boolean isNotNull(QualifiedName table, Identifier column, Context context) {
    return context
        .present(ObjectId.table(table), Table.class)
        .flatMap(t -> t.column(column))
        .flatMap(Column::notNull)
        .isPresent();
  }

  /** What the children of a table, and theirs, get with a check of its own. */
  public static Stream<Fact> comingAlong(Constraint.Check check, Context context) {
    return check.noInherit()
        ? Stream.empty()
        : ofChildren(check, context)
            .filter(copy -> !copy.local())
            .flatMap(
                copy ->
                    Stream.concat(Stream.of(Fact.exists(copy.id())), comingAlong(copy, context)));
  }

  private static Stream<Constraint.Check> ofChildren(Constraint.Check check, Context context) {
    return context.children(check.table()).stream()
        .map(child -> ObjectId.constraint(ObjectId.table(child), check.name()))
        .flatMap(copy -> context.desired.catalog().find(copy, Constraint.Check.class).stream());
  }

  /** The children whose column is NOT NULL where the parent's becomes so. */
  private static Stream<Table> childrenWithNotNull(
      QualifiedName table, Identifier column, Context context) {
    return context.children(table).stream()
        .flatMap(
            child -> context.desired.catalog().find(ObjectId.table(child), Table.class).stream())
        .filter(child -> child.column(column).flatMap(Column::notNull).isPresent());
  }

  private static boolean isLocal(Table table, Identifier column) {
    return table.column(column).flatMap(Column::notNull).filter(Column.NotNull::local).isPresent();
  }

  /**
   * What the partitions and children of a table, and theirs, get when one of its columns is made
   * NOT NULL.
   */
  public static Stream<Fact> comingAlong(QualifiedName table, Identifier column, Context context) {
    Stream<Fact> children =
        childrenWithNotNull(table, column, context)
            .filter(child -> !isLocal(child, column))
            .flatMap(
                child ->
                    Stream.concat(
                        notNullName(child.name(), column, context).stream()
                            .map(name -> Fact.exists(ObjectId.constraint(child.id(), name))),
                        comingAlong(child.name(), column, context)));
    Stream<Fact> partitions =
        context.partitions(table).stream()
            .map(ObjectId.InSchema::name)
            .filter(partition -> comesWithParent(partition, column, context))
            .flatMap(
                partition ->
                    Stream.concat(
                        notNullName(partition, column, context).stream()
                            .map(
                                name ->
                                    Fact.exists(
                                        ObjectId.constraint(ObjectId.table(partition), name))),
                        comingAlong(partition, column, context)));
    return Stream.concat(children, partitions);
  }

  private static boolean joins(QualifiedName table, Identifier column, Context context) {
    return context.toBeAttached(ObjectId.table(table))
        && context.parents(table).stream()
            .anyMatch(
                parent -> isNotNull(parent, column, context) || joins(parent, column, context));
  }

  /** What the partitions and children of a table need before a check is added to it. */
  public static ImmutableList<Fact> copies(Constraint.Check check, Context context) {
    ImmutableList.Builder<Fact> facts = ImmutableList.builder();
    if (!check.noInherit()) {
      for (ObjectId.InSchema partition : context.partitions(check.table())) {
        ObjectId copy = ObjectId.constraint(partition, check.name());
        facts.add(Fact.exists(copy));
        if (check.validated()) {
          facts.add(Fact.validated(copy));
        }
      }
      ofChildren(check, context)
          .forEach(
              copy -> {
                if (!copy.local()) {
                  facts.add(Fact.attached(ObjectId.table(copy.table())));
                  facts.addAll(copies(copy, context));
                } else if (check.validated()) {
                  facts.add(Fact.exists(copy.id()), Fact.validated(copy.id()));
                } else {
                  facts.add(Fact.exists(copy.id()));
                }
              });
    }
    return facts.build();
  }

  /** What the partitions and children of a table need before one of its columns is NOT NULL. */
  public static ImmutableList<Fact> copies(
      QualifiedName table, Identifier column, Column.NotNull notNull, Context context) {
    ImmutableList.Builder<Fact> facts = ImmutableList.builder();
    if (!notNull.noInherit()) {
      for (ObjectId.InSchema partition : context.partitions(table)) {
        context
            .desired
            .catalog()
            .find(partition, Table.class)
            .flatMap(p -> p.column(column).flatMap(c -> notNull(p.name(), c)))
            .ifPresent(
                copy -> {
                  facts.add(Fact.exists(copy));
                  if (comesWithParent(partition.name(), column, context)) {
                    facts.add(Fact.attached(partition));
                    facts.addAll(copies(partition.name(), column, notNull, context));
                  }
                  if (notNull.validated()) {
                    facts.add(Fact.validated(copy));
                  }
                });
      }
      childrenWithNotNull(table, column, context)
          .forEach(
              child -> {
                if (!isLocal(child, column)) {
                  facts.add(Fact.attached(child.id()));
                  facts.addAll(copies(child.name(), column, notNull, context));
                } else {
                  notNull(child.name(), child.column(column).orElseThrow())
                      .ifPresent(
                          copy -> {
                            facts.add(Fact.exists(copy));
                            if (notNull.validated()) {
                              facts.add(Fact.validated(copy));
                            }
                          });
                }
              });
    }
    return facts.build();
  }

  /** What a table must have before it can be attached: the rest is given to it when it is there. */
  public static ImmutableList<Fact> beforeAttaching(
      Table table, Context context, Set<ObjectId> separated) {
    ImmutableList.Builder<Fact> facts = ImmutableList.builder();
    checks(table.name(), context)
        .filter(check -> check.local() || !comesLater(check, context, separated))
        .filter(check -> !check.local() || stage(check, context) == Stage.PRE_DATA)
        .forEach(check -> facts.add(Fact.exists(check.id()), Fact.validated(check.id())));
    for (Column column : table.columns()) {
      column
          .notNull()
          .filter(n -> n.local() || !comesLater(table, column.name(), context))
          .filter(
              n -> !n.local() || stage(table.name(), column.name(), n, context) == Stage.PRE_DATA)
          .flatMap(n -> notNull(table.name(), column))
          .ifPresent(id -> facts.add(Fact.exists(id), Fact.validated(id)));
    }
    return facts.build();
  }

  /** What keeps a table from being attached: the shard has validated it on the parent. */
  public static ImmutableList<ObjectId.Part> refused(Table table, Context context) {
    return context.toBeAttached(table.id())
        ? context.parents(table.name()).stream()
            .flatMap(parent -> context.present(ObjectId.table(parent), Table.class).stream())
            .flatMap(parent -> refused(table, parent, context))
            .distinct()
            .collect(toImmutableList())
        : ImmutableList.of();
  }

  private static Stream<ObjectId.Part> refused(Table table, Table parent, Context context) {
    Optional<Table> present = context.present(table.id(), Table.class);
    Stream<ObjectId.Part> checks =
        checks(table.name(), context)
            .filter(check -> !check.validated())
            .map(Constraint.Check::id)
            .filter(id -> isValidated(ObjectId.constraint(parent.id(), id.name()), context))
            .filter(id -> !isValidated(id, context));
    Stream<ObjectId.Part> notNulls =
        table.columns().stream()
            .filter(column -> column.notNull().filter(n -> !n.validated()).isPresent())
            .filter(column -> isValidated(Optional.of(parent), column.name()))
            .filter(column -> !isValidated(present, column.name()))
            .flatMap(column -> notNull(table.name(), column).stream());
    return Stream.concat(checks, notNulls);
  }

  private static boolean isValidated(ObjectId check, Context context) {
    return context
        .present(check, Constraint.Check.class)
        .filter(Constraint.Check::validated)
        .isPresent();
  }

  private static boolean isValidated(Optional<Table> table, Identifier column) {
    return table
        .flatMap(t -> t.column(column))
        .flatMap(Column::notNull)
        .filter(Column.NotNull::validated)
        .isPresent();
  }

  /** The constraint that makes a column NOT NULL, if one does. */
  public static Optional<ObjectId.Part> notNull(QualifiedName table, Column column) {
    return column
        .notNull()
        .map(
            n -> ObjectId.constraint(ObjectId.table(table), n.nameOn(table.name(), column.name())));
  }
}
