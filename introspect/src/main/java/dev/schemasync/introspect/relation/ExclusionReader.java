package dev.schemasync.introspect.relation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.introspect.kind.CatalogReader;
import dev.schemasync.introspect.kind.ReadContext;
import dev.schemasync.introspect.query.Address;
import dev.schemasync.introspect.query.Presence;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.Constraint;
import java.sql.SQLException;

/** Reads exclusion constraints. */
public final class ExclusionReader implements CatalogReader {
  @Override
  public ImmutableList<Query> queries() {
    return ImmutableList.of(Query.EXCLUSION, Query.INDEX_COLUMN);
  }

  @Override
  public ImmutableSet<Presence> source() {
    return ImmutableSet.of(Presence.EXCLUSION);
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    ImmutableListMultimap<Long, Row> columns = context.details(Query.INDEX_COLUMN);
    for (Row row : context.objects(Query.EXCLUSION, "pg_constraint")) {
      Address address = Address.constraint(row.oid("oid"));
      Address index = Address.relation(row.oid("index_oid"));
      ImmutableList<Row> own = columns.get(index.oid());
      context.add(
          address,
          new Constraint.Exclusion(
              row.qualified("table"),
              row.identifier("name"),
              row.identifier("method"),
              IndexColumns.elements(own),
              IndexColumns.include(own),
              row.optionalSql("predicate"),
              KeyReader.deferrability(row),
              row.options("options"),
              row.optionalIdentifier("tablespace"),
              row.optionalQualified("parent"),
              IndexColumns.expressionStatistics(own),
              context.comment(address),
              context.comment(index)));
    }
  }
}
