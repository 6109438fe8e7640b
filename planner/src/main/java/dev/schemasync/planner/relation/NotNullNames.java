package dev.schemasync.planner.relation;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.name.QualifiedName;
import java.util.Optional;

/**
 * The names of NOT NULL constraints. A server that keeps them chooses one that no constraint of the
 * schema has; spelled out, the name must be new on its table only. So where more than one wants a
 * name, it has to be spelled out to be had.
 */
public final class NotNullNames {
  private final Multiset<QualifiedName> wanted = HashMultiset.create();

  public NotNullNames(Catalog desired, Catalog actual) {
    desired.all().forEach(this::add);
    actual.all().forEach(this::add);
  }

  private void add(CatalogObject object) {
    if (object instanceof Constraint constraint) {
      wanted.add(new QualifiedName(constraint.table().schema(), constraint.name()));
    } else if (object instanceof Table table) {
      for (Column column : table.columns()) {
        // One that comes from a parent has the parent's name, and the parent has it first.
        column
            .notNull()
            .filter(Column.NotNull::local)
            .ifPresent(notNull -> wanted.add(name(table, column, notNull)));
      }
    }
  }

  private static QualifiedName name(Table table, Column column, Column.NotNull notNull) {
    return new QualifiedName(
        table.name().schema(), notNull.nameOn(table.name().name(), column.name()));
  }

  /** A column of a table to be made, its NOT NULL with its name where others want it too. */
  public Column spelledOut(Table table, Column column) {
    return column
        .notNull()
        .filter(notNull -> wanted.count(name(table, column, notNull)) > 1)
        .map(
            notNull ->
                column.withNotNull(Optional.of(notNull.named(table.name().name(), column.name()))))
        .orElse(column);
  }
}
