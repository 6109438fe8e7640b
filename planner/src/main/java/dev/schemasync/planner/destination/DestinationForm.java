package dev.schemasync.planner.destination;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;
import static java.util.Comparator.naturalOrder;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Maps;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.Grant;
import dev.schemasync.model.catalog.Grantee;
import dev.schemasync.model.catalog.Persistence;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.catalog.Schema;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.catalog.Type;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.server.Feature;
import dev.schemasync.model.server.ServerFacts;
import dev.schemasync.model.server.ServerVersion;
import dev.schemasync.planner.operator.AdjustedFamilies;
import dev.schemasync.planner.relation.ForcedNotNulls;
import dev.schemasync.planner.relation.PartitionIdentities;
import dev.schemasync.planner.type.BaseTypeForms;
import dev.schemasync.planner.type.RangeForms;
import java.util.Optional;

/**
 * What a server of another version makes of objects by itself. It is what a shard is planned for
 * and compared with, so that nothing else needs to know; what is lost by it is found by {@link
 * DestinationChecks}.
 */
public final class DestinationForm {
  private static final Identifier DATABASE_OWNER = Identifier.of("pg_database_owner");

  private final ServerFacts server;
  private final ServerVersion version;
  private final PartitionIdentities identities;
  private final ForcedNotNulls forced;

  private DestinationForm(Catalog catalog, ServerFacts server) {
    this.server = server;
    this.version = server.version();
    this.identities = new PartitionIdentities(catalog, version);
    this.forced = new ForcedNotNulls(catalog, version);
  }

  public static Catalog of(Catalog catalog, ServerFacts server) {
    DestinationForm form = new DestinationForm(catalog, server);
    return AdjustedFamilies.of(
        RangeForms.on(
            new Catalog(
                ImmutableMap.copyOf(
                    Maps.transformValues(
                        Maps.filterValues(catalog.objects(), form::canBe), form::object)),
                catalog.dependencies(),
                catalog.columnReferences()),
            server.version()),
        server.version());
  }

  /** One that is NOT ENFORCED can only be left out where all are enforced. */
  private boolean canBe(CatalogObject object) {
    return version.has(Feature.NOT_ENFORCED)
        || !((object instanceof Constraint.Check check && !check.enforced())
            || (object instanceof Constraint.ForeignKey key && !key.enforced()));
  }

  private CatalogObject object(CatalogObject object) {
    if (object instanceof Table table) {
      return table(table);
    }
    if (object instanceof Schema schema && !version.has(Feature.DATABASE_OWNER_ROLE)) {
      return schema(schema);
    }
    if (object instanceof Type.Domain domain && !version.has(Feature.NAMED_DOMAIN_NOT_NULL)) {
      return domain.withNotNull(domain.notNull().map(n -> Type.DomainNotNull.PLAIN));
    }
    if (object instanceof Type.BaseType type) {
      return BaseTypeForms.on(type, version);
    }
    return object instanceof Sequence sequence && !version.has(Feature.UNLOGGED_SEQUENCES)
        ? sequence.withPersistence(Persistence.PERMANENT)
        : object;
  }

  /** The role has one member, the owner of the database, who takes its place where it is not. */
  private Schema schema(Schema schema) {
    return schema.owner().equals(DATABASE_OWNER)
        ? new Schema(
            schema.name(),
            server.databaseOwner(),
            new Privileges(
                ofOwner(schema.privileges().granted()), ofOwner(schema.privileges().revoked())),
            schema.comment())
        : schema;
  }

  private ImmutableSortedSet<Grant> ofOwner(ImmutableSortedSet<Grant> grants) {
    return grants.stream()
        .map(
            grant ->
                grant.grantee().equals(new Grantee.Role(DATABASE_OWNER))
                    ? new Grant(
                        new Grantee.Role(server.databaseOwner()),
                        grant.privilege(),
                        grant.grantable(),
                        grant.grantor())
                    : grant)
        .collect(toImmutableSortedSet(naturalOrder()));
  }

  private Table table(Table table) {
    ImmutableList<Column> columns =
        table.columns().stream().map(c -> column(table, c)).collect(toImmutableList());
    Table made = columns.equals(table.columns()) ? table : table.withColumns(columns);
    return made.hasPartitionsAccessMethod() && !version.has(Feature.PARTITIONED_ACCESS_METHODS)
        ? made.withAccessMethod(Optional.empty())
        : made;
  }

  private Column column(Table table, Column column) {
    Column.Value value = identities.on(table, column);
    Optional<Column.NotNull> notNull = notNull(table, column);
    return value.equals(column.value()) && notNull.equals(column.notNull())
        ? column
        : column.withValue(value).withNotNull(notNull);
  }

  /** Before 18 a column is NOT NULL or not. One that some rows break can only be left out. */
  private Optional<Column.NotNull> notNull(Table table, Column column) {
    return version.has(Feature.NAMED_NOT_NULL)
        ? forced.on(table, column)
        : column.notNull().filter(Column.NotNull::validated).map(n -> Column.NotNull.PLAIN);
  }
}
