package dev.schemasync.emitter;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.plan.Step;

/** Indexes. */
final class IndexStatements {
  private IndexStatements() {}

  static SqlWriter create(SqlWriter sql, Step.CreateIndex step) {
    Index index = step.index();
    sql.keyword("CREATE")
        .when(index.unique(), w -> w.keyword("UNIQUE"))
        .keyword("INDEX")
        .when(step.concurrently(), w -> w.keyword("CONCURRENTLY"))
        .identifier(index.name().name())
        .keyword("ON")
        .when(index.onPartitioned(), w -> w.keyword("ONLY"))
        .qualified(index.relation().name())
        .keyword("USING")
        .identifier(index.method())
        .parenthesised(index.keys(), IndexStatements::key);
    return include(sql, index.include())
        .when(index.nullsNotDistinct(), w -> w.keyword("NULLS NOT DISTINCT"))
        .withParameters(index.storageParameters())
        .ifPresent(index.tablespace(), TableStatements::tablespace)
        .ifPresent(
            index.predicate(),
            (w, text) -> w.keyword("WHERE").parenthesised(v -> v.verbatim(text)));
  }

  private static SqlWriter key(SqlWriter sql, Index.Key key) {
    TypeStatements.collate(TableStatements.keyExpression(sql, key.expression()), key.collation())
        .ifPresent(key.opclass(), IndexStatements::operatorClass);
    return switch (key.order()) {
      case ASC_NULLS_LAST -> sql;
      case ASC_NULLS_FIRST -> sql.keyword("NULLS FIRST");
      case DESC_NULLS_FIRST -> sql.keyword("DESC");
      case DESC_NULLS_LAST -> sql.keyword("DESC NULLS LAST");
    };
  }

  private static void operatorClass(SqlWriter sql, Index.OperatorClass opclass) {
    sql.qualified(opclass.name())
        .when(!opclass.parameters().isEmpty(), w -> w.parameters(opclass.parameters()));
  }

  static SqlWriter include(SqlWriter sql, ImmutableList<Identifier> columns) {
    return sql.when(
        !columns.isEmpty(),
        w -> w.keyword("INCLUDE").parenthesised(columns, SqlWriter::identifier));
  }

  static SqlWriter drop(SqlWriter sql, Step.DropInvalidIndex step) {
    return sql.keyword("DROP INDEX")
        .when(step.concurrently(), w -> w.keyword("CONCURRENTLY"))
        .qualified(step.index());
  }

  static SqlWriter attach(SqlWriter sql, Step.AttachIndex step) {
    return sql.keyword("ALTER INDEX")
        .qualified(step.parent())
        .keyword("ATTACH PARTITION")
        .qualified(step.index());
  }

  static SqlWriter setStatistics(SqlWriter sql, Step.SetIndexStatistics step) {
    return sql.keyword("ALTER INDEX")
        .qualified(step.index())
        .keyword("ALTER COLUMN")
        .number(step.ordinal())
        .keyword("SET STATISTICS")
        .number(step.target());
  }

  static SqlWriter cluster(SqlWriter sql, Step.ClusterOn step) {
    SqlWriter alter =
        step.relation().kind() == ObjectKind.MATERIALIZED_VIEW
            ? sql.keyword("ALTER MATERIALIZED VIEW")
            : sql.keyword("ALTER TABLE");
    return alter.qualified(step.relation().name()).keyword("CLUSTER ON").identifier(step.index());
  }
}
