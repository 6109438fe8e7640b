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
    return canAlter(wanted, now)
        && (wanted.value().equals(now.value())
            || (now.value() instanceof Column.Value.None && canSet(desired, wanted, context)));
  }

  /** A default can be set where there is none; an identity comes with being attached. */
  private static boolean canSet(Table table, Column column, Context context) {
    return switch (column.value()) {
      case Column.Value.None none -> false;
      case Column.Value.Default value -> true;
      case Column.Value.Generated generated -> false;
      case Column.Value.Identity identity ->
          context.toBeAttached(table.id())
              && PartitionIdentities.isInherited(table, identity, context.desired.catalog());
    };
  }

  /**
   * The storage of a type cannot be returned to by name, and options cannot be forgotten. NOT NULL
   * can be added, but not taken away.
   */
  private static boolean canAlter(Column desired, Column actual) {
    boolean notNull = actual.notNull().isEmpty() || alike(desired.notNull(), actual.notNull());
    boolean storage = desired.storage().isPresent() || actual.storage().isEmpty();
    boolean options = desired.options().keySet().containsAll(actual.options().keySet());
    return notNull && storage && options;
  }

  /** Whether two NOT NULLs differ in nothing but being validated. */
  private static boolean alike(Optional<Column.NotNull> one, Optional<Column.NotNull> other) {
    return one.isPresent()
        && other.isPresent()
        && one.get().name().equals(other.get().name())
        && one.get().noInherit() == other.get().noInherit();
  }
}
