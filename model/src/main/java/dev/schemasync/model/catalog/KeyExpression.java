package dev.schemasync.model.catalog;

import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.SqlText;

/** What a key, of an index or of a partitioned table, is computed from. */
public sealed interface KeyExpression {
  /** A column. */
  record OfColumn(Identifier column) implements KeyExpression {}

  /** An expression, with the parentheses that the grammar wants around it. */
  record OfExpression(SqlText expression) implements KeyExpression {}
}
