package dev.schemasync.introspect.relation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import dev.schemasync.introspect.CatalogReadException;
import dev.schemasync.introspect.kind.CatalogReader;
import dev.schemasync.introspect.kind.ReadContext;
import dev.schemasync.introspect.query.Address;
import dev.schemasync.introspect.query.Presence;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.KeyExpression;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
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
        keys(columns),
        include(columns),
        row.optionalSql("predicate"),
        row.options("options"),
        row.optionalIdentifier("tablespace"),
        row.optionalQualified("parent"),
        expressionStatistics(columns),
        row.bool("is_valid"),
        context.comment(address));
  }

  private static ImmutableList<Index.Key> keys(ImmutableList<Row> columns)
      throws CatalogReadException {
    ImmutableList.Builder<Index.Key> keys = ImmutableList.builder();
    for (Row column : columns) {
      if (column.bool("is_key")) {
        keys.add(
            new Index.Key(
                expression(column),
                column.optionalQualified("collation"),
                operatorClass(column),
                order(column)));
      }
    }
    return keys.build();
  }

  private static ImmutableList<Identifier> include(ImmutableList<Row> columns)
      throws CatalogReadException {
    ImmutableList.Builder<Identifier> include = ImmutableList.builder();
    for (Row column : columns) {
      if (!column.bool("is_key")) {
        include.add(column.identifier("column_name"));
      }
    }
    return include.build();
  }

  private static ImmutableSortedMap<Integer, Integer> expressionStatistics(
      ImmutableList<Row> columns) throws CatalogReadException {
    ImmutableSortedMap.Builder<Integer, Integer> targets = ImmutableSortedMap.naturalOrder();
    for (Row column : columns) {
      Optional<Integer> target = column.optionalInteger("statistics_target");
      if (target.isPresent()) {
        targets.put(column.integer("number"), target.get());
      }
    }
    return targets.buildOrThrow();
  }

  private static KeyExpression expression(Row column) throws CatalogReadException {
    Optional<Identifier> name = column.optionalIdentifier("column_name");
    return name.isPresent()
        ? new KeyExpression.OfColumn(name.get())
        : new KeyExpression.OfExpression(column.sql("expression"));
  }

  private static Optional<Index.OperatorClass> operatorClass(Row column)
      throws CatalogReadException {
    Optional<QualifiedName> name = column.optionalQualified("opclass");
    return name.isPresent()
        ? Optional.of(new Index.OperatorClass(name.get(), column.options("opclass_parameters")))
        : Optional.empty();
  }

  private static Index.SortOrder order(Row column) throws CatalogReadException {
    boolean nullsFirst = column.bool("nulls_first");
    if (column.bool("is_descending")) {
      return nullsFirst ? Index.SortOrder.DESC_NULLS_FIRST : Index.SortOrder.DESC_NULLS_LAST;
    }
    return nullsFirst ? Index.SortOrder.ASC_NULLS_FIRST : Index.SortOrder.ASC_NULLS_LAST;
  }
}
