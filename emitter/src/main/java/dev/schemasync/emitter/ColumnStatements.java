package dev.schemasync.emitter;

import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.plan.Step;

/** Changes of columns of a table that exists. */
final class ColumnStatements {
  private ColumnStatements() {}

  static SqlWriter setDefault(SqlWriter sql, Step.SetDefault step) {
    return alter(sql, step.table(), step.column())
        .keyword("SET DEFAULT")
        .verbatim(step.expression());
  }

  static SqlWriter setStatistics(SqlWriter sql, Step.SetColumnStatistics step) {
    return alter(sql, step.table(), step.column()).keyword("SET STATISTICS").number(step.target());
  }

  static SqlWriter setStorage(SqlWriter sql, Step.SetColumnStorage step) {
    return alter(sql, step.table(), step.column()).keyword("SET STORAGE").word(step.storage());
  }

  static SqlWriter setOptions(SqlWriter sql, Step.SetColumnOptions step) {
    return alter(sql, step.table(), step.column()).keyword("SET").parameters(step.options());
  }

  private static SqlWriter alter(SqlWriter sql, QualifiedName table, Identifier column) {
    return sql.keyword("ALTER TABLE ONLY")
        .qualified(table)
        .keyword("ALTER COLUMN")
        .identifier(column);
  }
}
