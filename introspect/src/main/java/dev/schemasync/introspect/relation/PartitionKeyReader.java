package dev.schemasync.introspect.relation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import dev.schemasync.introspect.CatalogReadException;
import dev.schemasync.introspect.kind.ReadContext;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.KeyExpression;
import dev.schemasync.model.catalog.PartitionKey;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.SqlText;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Optional;

/** Reads how partitioned tables divide their rows ({@code pg_partitioned_table}). */
final class PartitionKeyReader {
  private final ImmutableListMultimap<Long, Row> elements;

  PartitionKeyReader(ReadContext context) throws SQLException {
    this.elements = context.details(Query.PARTITION_KEY);
  }

  /** The key of a table, if it is partitioned. */
  Optional<PartitionKey> read(Row table) throws CatalogReadException {
    if (table.optionalText("partition_strategy").isEmpty()) {
      return Optional.empty();
    }
    Iterator<String> expressions =
        new DeparsedText(table.optionalText("partition_expressions").orElse("")).items().iterator();
    ImmutableList.Builder<PartitionKey.Element> key = ImmutableList.builder();
    for (Row element : elements.get(table.oid("oid"))) {
      Optional<Identifier> column = element.optionalIdentifier("column_name");
      key.add(
          new PartitionKey.Element(
              column.isPresent()
                  ? new KeyExpression.OfColumn(column.get())
                  : new KeyExpression.OfExpression(parenthesized(expressions.next())),
              element.optionalQualified("collation"),
              element.optionalQualified("opclass")));
    }
    return Optional.of(new PartitionKey(strategy(table), key.build()));
  }

  private static PartitionKey.Strategy strategy(Row table) throws CatalogReadException {
    return switch (table.text("partition_strategy")) {
      case "r" -> PartitionKey.Strategy.RANGE;
      case "l" -> PartitionKey.Strategy.LIST;
      case "h" -> PartitionKey.Strategy.HASH;
      default -> throw table.unexpected("partition_strategy");
    };
  }

  /** In the parentheses that the grammar wants, unless all of it stands in such already. */
  private static SqlText parenthesized(String expression) {
    DeparsedText text = new DeparsedText(expression);
    boolean enclosed =
        expression.startsWith("(") && !text.parenthesized().isEmpty() && text.atEnd();
    return new SqlText(enclosed ? expression : "(" + expression + ")");
  }
}
