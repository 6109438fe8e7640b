package dev.schemasync.introspect.relation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.introspect.CatalogReadException;
import dev.schemasync.introspect.kind.CatalogReader;
import dev.schemasync.introspect.kind.ReadContext;
import dev.schemasync.introspect.query.Address;
import dev.schemasync.introspect.query.Presence;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.Constraint.Deferrability;
import java.sql.SQLException;

/** Reads primary keys and unique constraints. */
public final class KeyReader implements CatalogReader {
  @Override
  public ImmutableList<Query> queries() {
    return ImmutableList.of(Query.KEY);
  }

  @Override
  public ImmutableSet<Presence> source() {
    return ImmutableSet.of(Presence.KEY);
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    for (Row row : context.objects(Query.KEY, "pg_constraint")) {
      Address address = Address.constraint(row.oid("oid"));
      context.add(
          address,
          row.bool("is_primary")
              ? primaryKey(row, context, address)
              : unique(row, context, address));
    }
  }

  private static Constraint primaryKey(Row row, ReadContext context, Address address)
      throws CatalogReadException {
    return new Constraint.PrimaryKey(
        row.qualified("table"),
        row.identifier("name"),
        row.identifiers("columns"),
        row.identifiers("include"),
        row.bool("without_overlaps"),
        deferrability(row),
        row.options("options"),
        row.optionalIdentifier("tablespace"),
        row.optionalQualified("parent"),
        context.comment(address),
        context.comment(Address.relation(row.oid("index_oid"))));
  }

  private static Constraint unique(Row row, ReadContext context, Address address)
      throws CatalogReadException {
    return new Constraint.Unique(
        row.qualified("table"),
        row.identifier("name"),
        row.identifiers("columns"),
        row.identifiers("include"),
        row.bool("nulls_not_distinct"),
        row.bool("without_overlaps"),
        deferrability(row),
        row.options("options"),
        row.optionalIdentifier("tablespace"),
        row.optionalQualified("parent"),
        context.comment(address),
        context.comment(Address.relation(row.oid("index_oid"))));
  }

  /** From the columns {@code is_deferrable} and {@code is_deferred}; also of triggers. */
  static Deferrability deferrability(Row row) throws CatalogReadException {
    if (!row.bool("is_deferrable")) {
      return Deferrability.NOT_DEFERRABLE;
    }
    return row.bool("is_deferred") ? Deferrability.INITIALLY_DEFERRED : Deferrability.DEFERRABLE;
  }
}
