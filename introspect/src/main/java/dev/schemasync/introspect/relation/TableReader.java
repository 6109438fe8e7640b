package dev.schemasync.introspect.relation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.introspect.CatalogReadException;
import dev.schemasync.introspect.kind.CatalogReader;
import dev.schemasync.introspect.kind.ReadContext;
import dev.schemasync.introspect.query.Address;
import dev.schemasync.introspect.query.Presence;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.PartitionKey;
import dev.schemasync.model.catalog.PartitionRole;
import dev.schemasync.model.catalog.Persistence;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import java.sql.SQLException;
import java.util.Optional;

/** Reads tables with their columns. */
public final class TableReader implements CatalogReader {
  @Override
  public ImmutableList<Query> queries() {
    return ImmutableList.of(Query.TABLE, Query.PARTITION_KEY, Query.PARENT);
  }

  @Override
  public ImmutableSet<Presence> source() {
    return ImmutableSet.of(Presence.TABLE);
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    ColumnReader columns = new ColumnReader(context);
    PartitionKeyReader keys = new PartitionKeyReader(context);
    ImmutableListMultimap<Long, Row> parents = context.details(Query.PARENT);
    for (Row row : context.objects(Query.TABLE, "pg_class")) {
      long oid = row.oid("oid");
      Address address = Address.relation(oid);
      QualifiedName name = row.name();
      ImmutableList<QualifiedName> parentsInOrder = names(parents.get(oid));
      context.add(
          address,
          new Table(
              name,
              rows(row),
              persistence(row),
              columns.columns(oid, name),
              parentsInOrder,
              partitionRole(row, keys.read(row)),
              row.optionalQualified("of_type"),
              storageParameters(row),
              row.optionalIdentifier("access_method"),
              row.optionalIdentifier("tablespace"),
              replicaIdentity(row),
              row.optionalIdentifier("clustered_on"),
              new Table.RowSecurity(row.bool("row_security"), row.bool("forced_row_security")),
              row.identifier("owner"),
              context.privileges(address),
              context.comment(address)));
      columns.indexDefaults(oid, ObjectId.table(name));
    }
  }

  private static ImmutableList<QualifiedName> names(ImmutableList<Row> rows)
      throws CatalogReadException {
    ImmutableList.Builder<QualifiedName> names = ImmutableList.builder();
    for (Row row : rows) {
      names.add(row.name());
    }
    return names.build();
  }

  private static Table.Rows rows(Row row) throws CatalogReadException {
    Optional<Identifier> server = row.optionalIdentifier("foreign_server");
    return server.isPresent()
        ? new Table.Rows.Foreign(server.get(), row.options("foreign_options"))
        : new Table.Rows.Stored();
  }

  /** The persistence of a relation that is not temporary. */
  static Persistence persistence(Row row) throws CatalogReadException {
    return switch (row.text("persistence")) {
      case "p" -> Persistence.PERMANENT;
      case "u" -> Persistence.UNLOGGED;
      default -> throw row.unexpected("persistence");
    };
  }

  /** The options of a relation and, with a prefix, those of its TOAST table. */
  static ImmutableMap<String, String> storageParameters(Row row) throws CatalogReadException {
    ImmutableMap.Builder<String, String> parameters = ImmutableMap.builder();
    parameters.putAll(row.options("options"));
    row.options("toast_options").forEach((name, value) -> parameters.put("toast." + name, value));
    return parameters.buildOrThrow();
  }

  private static PartitionRole partitionRole(Row row, Optional<PartitionKey> key)
      throws CatalogReadException {
    Optional<QualifiedName> parent = row.optionalQualified("parent");
    if (parent.isPresent()) {
      return new PartitionRole.Partition(
          parent.get(), PartitionBoundReader.read(row.text("partition_bound")), key);
    }
    return key.<PartitionRole>map(PartitionRole.Partitioned::new)
        .orElseGet(PartitionRole.Standalone::new);
  }

  private static Table.ReplicaIdentity replicaIdentity(Row row) throws CatalogReadException {
    return switch (row.text("replica_identity")) {
      case "d" -> new Table.ReplicaIdentity.Default();
      case "f" -> new Table.ReplicaIdentity.Full();
      case "n" -> new Table.ReplicaIdentity.Nothing();
      // The server, too, sends nothing where the index has been dropped.
      case "i" ->
          row.optionalIdentifier("replica_identity_index")
              .<Table.ReplicaIdentity>map(Table.ReplicaIdentity.UsingIndex::new)
              .orElseGet(Table.ReplicaIdentity.Nothing::new);
      default -> throw row.unexpected("replica_identity");
    };
  }
}
