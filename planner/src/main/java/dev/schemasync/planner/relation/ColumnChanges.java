package dev.schemasync.planner.relation;

import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.planner.kind.Context;
import java.util.Optional;

/** Which changes of the columns of a table that is on the shard steps can make. */
public final class ColumnChanges {
  private ColumnChanges() {}

  public static boolean possible(Table desired, Table actual, String column, Context context) {
    Column wanted = desired.column(Identifier.of(column)).orElseThrow();
    Column now = actual.column(Identifier.of(column)).orElseThrow();
    Child child = new Child(desired, context);
    return canAlter(wanted, now, child)
        && (wanted.value().equals(now.value())
            || (now.value() instanceof Column.Value.None && canSet(desired, wanted, context))
            || (canReplace(wanted)
                && context
                    .present(desired.id(), Table.class)
                    .flatMap(t -> t.column(now.name()))
                    .filter(child::isOfParent)
                    .isPresent()));
  }

  /** A child lets go of the default that it got from a parent. */
  private static boolean canReplace(Column column) {
    return switch (column.value()) {
      case Column.Value.None none -> true;
      case Column.Value.Default value -> true;
      case Column.Value.Generated generated -> false;
      case Column.Value.Identity identity -> false;
    };
  }

  /**
   * A default can be set where there is none; an identity comes with being attached, or with a step
   * where the column comes from a parent.
   */
  private static boolean canSet(Table table, Column column, Context context) {
    return switch (column.value()) {
      case Column.Value.None none -> false;
      case Column.Value.Default value -> true;
      case Column.Value.Generated generated -> false;
      case Column.Value.Identity identity ->
          !column.local()
              || (context.toBeAttached(table.id())
                  && PartitionIdentities.isInherited(table, identity, context.desired.catalog()));
    };
  }

  /**
   * The storage of a type cannot be returned to by name, and options cannot be forgotten. NOT NULL
   * can be added, but not taken away, unless it is a parent's.
   */
  private static boolean canAlter(Column desired, Column actual, Child child) {
    boolean notNull =
        actual.notNull().isEmpty()
            || alike(desired.notNull(), actual.notNull())
            || child.isNullableAfterwards(desired);
    boolean storage = desired.storage().isPresent() || actual.storage().isEmpty();
    boolean options = desired.options().keySet().containsAll(actual.options().keySet());
    return notNull && storage && options;
  }

  /** Whether two NOT NULLs differ in nothing but being validated. */
  private static boolean alike(Optional<Column.NotNull> one, Optional<Column.NotNull> other) {
    return one.isPresent()
        && other.isPresent()
        && one.get().name().equals(other.get().name())
        && one.get().local() == other.get().local()
        && one.get().noInherit() == other.get().noInherit();
  }
}
