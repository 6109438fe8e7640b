package dev.schemasync.introspect.relation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.schemasync.introspect.CatalogReadException;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.KeyExpression;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import java.util.Optional;

/** Reads the columns of one index, be it an exclusion constraint's, from their rows in order. */
final class IndexColumns {
  private IndexColumns() {}

  static ImmutableList<Index.Key> keys(ImmutableList<Row> columns) throws CatalogReadException {
    ImmutableList.Builder<Index.Key> keys = ImmutableList.builder();
    for (Row column : columns) {
      if (column.bool("is_key")) {
        keys.add(key(column));
      }
    }
    return keys.build();
  }

  /** What an exclusion constraint compares. */
  static ImmutableList<Constraint.Exclusion.Element> elements(ImmutableList<Row> columns)
      throws CatalogReadException {
    ImmutableList.Builder<Constraint.Exclusion.Element> elements = ImmutableList.builder();
    for (Row column : columns) {
      if (column.bool("is_key")) {
        elements.add(new Constraint.Exclusion.Element(key(column), column.qualified("operator")));
      }
    }
    return elements.build();
  }

  private static Index.Key key(Row column) throws CatalogReadException {
    return new Index.Key(
        expression(column),
        column.optionalQualified("collation"),
        operatorClass(column),
        order(column));
  }

  /** The further columns that it carries. */
  static ImmutableList<Identifier> include(ImmutableList<Row> columns) throws CatalogReadException {
    ImmutableList.Builder<Identifier> include = ImmutableList.builder();
    for (Row column : columns) {
      if (!column.bool("is_key")) {
        include.add(column.identifier("column_name"));
      }
    }
    return include.build();
  }

  /** The statistics targets set on expressions. */
  static ImmutableSortedMap<Integer, Integer> expressionStatistics(ImmutableList<Row> columns)
      throws CatalogReadException {
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
