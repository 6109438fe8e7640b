package dev.schemasync.planner.destination;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.Persistence;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.server.Feature;
import dev.schemasync.model.server.ServerVersion;
import dev.schemasync.planner.relation.PartitionIdentities;
import java.util.Optional;

/**
 * What a server of another version makes of objects by itself. It is what a shard is planned for
 * and compared with, so that nothing else needs to know; what is lost by it is found by {@link
 * DestinationChecks}.
 */
public final class DestinationForm {
  private final ServerVersion version;
  private final PartitionIdentities identities;

  private DestinationForm(Catalog catalog, ServerVersion version) {
    this.version = version;
    this.identities = new PartitionIdentities(catalog, version);
  }

  public static Catalog of(Catalog catalog, ServerVersion version) {
    DestinationForm form = new DestinationForm(catalog, version);
    return new Catalog(
        ImmutableMap.copyOf(Maps.transformValues(catalog.objects(), form::object)),
        catalog.dependencies(),
        catalog.columnReferences());
  }

  private CatalogObject object(CatalogObject object) {
    if (object instanceof Table table) {
      return table(table);
    }
    return object instanceof Sequence sequence && !version.has(Feature.UNLOGGED_SEQUENCES)
        ? sequence.withPersistence(Persistence.PERMANENT)
        : object;
  }

  private Table table(Table table) {
    ImmutableList<Column> columns =
        table.columns().stream().map(c -> column(table, c)).collect(toImmutableList());
    return columns.equals(table.columns()) ? table : table.withColumns(columns);
  }

  private Column column(Table table, Column column) {
    Column.Value value = identities.on(table, column);
    Optional<Column.NotNull> notNull = notNull(column);
    return value.equals(column.value()) && notNull.equals(column.notNull())
        ? column
        : column.withValue(value).withNotNull(notNull);
  }

  /** Before 18 a column is NOT NULL or not. One that some rows break can only be left out. */
  private Optional<Column.NotNull> notNull(Column column) {
    return version.has(Feature.NAMED_NOT_NULL)
        ? column.notNull()
        : column.notNull().filter(Column.NotNull::validated).map(n -> Column.NotNull.PLAIN);
  }
}
