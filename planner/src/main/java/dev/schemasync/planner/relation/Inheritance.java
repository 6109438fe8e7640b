package dev.schemasync.planner.relation;

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
import java.util.stream.Stream;

/**
 * The constraints that a partitioned table shares with its partitions: checks and NOT NULL. Every
 * table gets its own, with the state and the name that it has on the source, from the partitions
 * upwards: where the server is about to give a partition one, it then finds it there and merges the
 * two. Only a NOT NULL that is what the server gives is left to it, or it would count as local. A
 * partition must have what its parent has before it can be attached, and must have it validated
 * where the parent has.
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
        && context
            .parent(check.table())
            .map(parent -> ObjectId.constraint(ObjectId.table(parent), check.name()))
            .filter(
                above ->
                    context.present(above).isPresent()
                        || context
                            .desired
                            .catalog()
                            .find(above, Constraint.Check.class)
                            .filter(c -> joins(c, context))
                            .isPresent())
            .isPresent();
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

  /** What the partitions of a table, and theirs, get when one of its columns is made NOT NULL. */
  public static Stream<Fact> comingAlong(QualifiedName table, Identifier column, Context context) {
    return context.partitions(table).stream()
        .map(ObjectId.InSchema::name)
        .filter(partition -> comesWithParent(partition, column, context))
        .flatMap(
            partition ->
                Stream.concat(
                    notNullName(partition, column, context).stream()
                        .map(
                            name ->
                                Fact.exists(ObjectId.constraint(ObjectId.table(partition), name))),
                    comingAlong(partition, column, context)));
  }

  private static boolean joins(QualifiedName table, Identifier column, Context context) {
    return context.toBeAttached(ObjectId.table(table))
        && context
            .parent(table)
            .filter(parent -> isNotNull(parent, column, context) || joins(parent, column, context))
            .isPresent();
  }

  /** What the partitions of a table need before a check is added to it. */
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
    }
    return facts.build();
  }

  /** What the partitions of a table need before one of its columns is made NOT NULL. */
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
    }
    return facts.build();
  }

  /** What a table must have before it can be attached: the rest is given to it when it is there. */
  public static ImmutableList<Fact> beforeAttaching(Table table, Context context) {
    ImmutableList.Builder<Fact> facts = ImmutableList.builder();
    for (Constraint constraint : context.constraints(table.name())) {
      if (constraint instanceof Constraint.Check check && stage(check, context) == Stage.PRE_DATA) {
        facts.add(Fact.exists(check.id()), Fact.validated(check.id()));
      }
    }
    for (Column column : table.columns()) {
      column
          .notNull()
          .filter(n -> stage(table.name(), column.name(), n, context) == Stage.PRE_DATA)
          .flatMap(n -> notNull(table.name(), column))
          .ifPresent(id -> facts.add(Fact.exists(id), Fact.validated(id)));
    }
    return facts.build();
  }

  /** What keeps a table from being attached: the shard has validated it on the parent. */
  public static ImmutableList<ObjectId.Part> refused(Table table, Context context) {
    Optional<Table> parent =
        context.parent(table.name()).flatMap(p -> context.present(ObjectId.table(p), Table.class));
    if (parent.isEmpty() || !context.toBeAttached(table.id())) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<ObjectId.Part> refused = ImmutableList.builder();
    for (Constraint constraint : context.constraints(table.name())) {
      if (constraint instanceof Constraint.Check check
          && !check.validated()
          && isValidated(ObjectId.constraint(parent.get().id(), check.name()), context)
          && !isValidated(check.id(), context)) {
        refused.add(check.id());
      }
    }
    Optional<Table> present = context.present(table.id(), Table.class);
    for (Column column : table.columns()) {
      notNull(table.name(), column)
          .filter(id -> !column.notNull().orElseThrow().validated())
          .filter(id -> isValidated(parent, column.name()))
          .filter(id -> !isValidated(present, column.name()))
          .ifPresent(refused::add);
    }
    return refused.build();
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
