package dev.schemasync.introspect.relation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.introspect.CatalogReadException;
import dev.schemasync.introspect.kind.CatalogReader;
import dev.schemasync.introspect.kind.ReadContext;
import dev.schemasync.introspect.query.Address;
import dev.schemasync.introspect.query.Presence;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.Index;
import java.sql.SQLException;
import java.util.Optional;

/** Reads the indexes that no constraint made. Tables and materialized views come before. */
public final class IndexReader implements CatalogReader {
  @Override
  public ImmutableList<Query> queries() {
    return ImmutableList.of(Query.INDEX, Query.INDEX_COLUMN);
  }

  @Override
  public ImmutableSet<Presence> source() {
    return ImmutableSet.of(Presence.INDEX);
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    ImmutableListMultimap<Long, Row> columns = context.details(Query.INDEX_COLUMN);
    for (Row row : context.objects(Query.INDEX, "pg_class")) {
      Address address = Address.relation(row.oid("oid"));
      context.add(address, index(row, columns.get(row.oid("oid")), context, address));
      Optional<Integer> builder = row.optionalInteger("builder");
      if (builder.isPresent()) {
        context.addBuilder(row.name(), builder.get());
      }
    }
  }

  private static Index index(
      Row row, ImmutableList<Row> columns, ReadContext context, Address address)
      throws CatalogReadException {
    return new Index(
        row.name(),
        context.relation(row.oid("relation_oid")),
        row.bool("is_partitioned"),
        row.identifier("method"),
        row.bool("is_unique"),
        row.bool("nulls_not_distinct"),
        IndexColumns.keys(columns),
        IndexColumns.include(columns),
        row.optionalSql("predicate"),
        row.options("options"),
        row.optionalIdentifier("tablespace"),
        row.optionalQualified("parent"),
        IndexColumns.expressionStatistics(columns),
        row.bool("is_valid"),
        context.comment(address));
  }
}
