package dev.schemasync.planner.relation;

import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.server.Feature;
import dev.schemasync.model.server.ServerVersion;
import java.util.Optional;

/**
 * The NOT NULLs that servers from 18 on force upon the columns of children: before, a child may let
 * go of what its parent has.
 */
public final class ForcedNotNulls {
  private final Catalog catalog;
  private final boolean forced;

  public ForcedNotNulls(Catalog catalog, ServerVersion version) {
    this.catalog = catalog;
    this.forced = !version.has(Feature.NULLABLE_CHILDREN);
  }

  /** What the column of a table has, of its own or of a parent. */
  public Optional<Column.NotNull> on(Table table, Column column) {
    return column.notNull().isPresent() || !forced
        ? column.notNull()
        : Families.parents(table, catalog).stream()
            .flatMap(parent -> handedDown(parent, column.name()).stream())
            .findFirst()
            .map(notNull -> unlessExpected(notNull, table, column));
  }

  /** What the children of a table get of a column. */
  private Optional<Column.NotNull> handedDown(Table parent, Identifier name) {
    return parent
        .column(name)
        .flatMap(
            column ->
                on(parent, column)
                    .filter(notNull -> !notNull.noInherit())
                    .map(
                        notNull ->
                            new Column.NotNull(
                                Optional.of(notNull.nameOn(parent.name().name(), name)),
                                false,
                                false,
                                notNull.validated())));
  }

  private static Column.NotNull unlessExpected(Column.NotNull notNull, Table table, Column column) {
    Column.NotNull unnamed =
        new Column.NotNull(Optional.empty(), false, false, notNull.validated());
    return notNull.name().equals(Optional.of(unnamed.nameOn(table.name().name(), column.name())))
        ? unnamed
        : notNull;
  }
}
