package dev.schemasync.emitter.relation;

import com.google.common.collect.ImmutableList;
import dev.schemasync.emitter.check.Facts;
import dev.schemasync.emitter.sql.SqlWriter;
import dev.schemasync.emitter.statement.Clauses;
import dev.schemasync.emitter.statement.Emission;
import dev.schemasync.emitter.statement.Headline;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.plan.Step;
import java.util.List;

/** Indexes. */
public final class IndexStatements {
  private IndexStatements() {}

  /** CREATE INDEX. */
  public static Emission create(Step.CreateIndex step) {
    Index index = step.index();
    String keywords =
        "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX" + concurrently(step.concurrently());
    return Emission.crossChecked(
        Headline.named(keywords, "create index", step),
        Facts.of("create index", List.of(index.name().name().value()))
            .naming("table", index.relation().name())
            .keys("columns", index.keys().stream().map(Index.Key::expression))
            .naming("include", index.include().stream())
            .with("unique", Boolean.toString(index.unique()))
            .with("concurrently", Boolean.toString(step.concurrently()))
            .build(),
        sql -> create(sql, step));
  }

  private static String concurrently(boolean concurrently) {
    return concurrently ? " CONCURRENTLY" : "";
  }

  /** DROP INDEX, of one that a failed build has left. */
  public static Emission drop(Step.DropInvalidIndex step) {
    return Emission.notCovered(
        Headline.named(
            "DROP INDEX" + concurrently(step.concurrently()), "drop invalid index", step),
        sql -> drop(sql, step));
  }

  /** ALTER INDEX … ATTACH PARTITION. */
  public static Emission attach(Step.AttachIndex step) {
    return Emission.notCovered(
        Headline.named("ALTER INDEX", "attach index", step), sql -> attach(sql, step));
  }

  /** ALTER INDEX … SET STATISTICS. */
  public static Emission setStatistics(Step.SetIndexStatistics step) {
    return Emission.notCovered(
        Headline.named("ALTER INDEX", "set statistics of", step), sql -> setStatistics(sql, step));
  }

  /** CLUSTER ON. */
  public static Emission cluster(Step.ClusterOn step) {
    return Emission.notCovered(
        Headline.named(
            isMaterializedView(step) ? "ALTER MATERIALIZED VIEW" : "ALTER TABLE",
            "set cluster index of",
            step),
        sql -> cluster(sql, step));
  }

  private static boolean isMaterializedView(Step.ClusterOn step) {
    return step.relation().kind() == ObjectKind.MATERIALIZED_VIEW;
  }

  private static SqlWriter create(SqlWriter sql, Step.CreateIndex step) {
    Index index = step.index();
    sql.keyword("CREATE")
        .when(index.unique(), w -> w.keyword("UNIQUE"))
        .keyword("INDEX")
        .when(step.concurrently(), w -> w.keyword("CONCURRENTLY"))
        .identifier(index.name().name())
        .keyword("ON")
        .when(step.only(), w -> w.keyword("ONLY"))
        .qualified(index.relation().name())
        .keyword("USING")
        .identifier(index.method())
        .parenthesised(index.keys(), IndexStatements::key);
    return include(sql, index.include())
        .when(index.nullsNotDistinct(), w -> w.keyword("NULLS NOT DISTINCT"))
        .withParameters(index.storageParameters())
        .ifPresent(index.tablespace(), Clauses::tablespace)
        .ifPresent(index.predicate(), (w, text) -> Clauses.condition(w.keyword("WHERE"), text));
  }

  static SqlWriter key(SqlWriter sql, Index.Key key) {
    Clauses.collate(TableStatements.keyExpression(sql, key.expression()), key.collation())
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

  private static SqlWriter drop(SqlWriter sql, Step.DropInvalidIndex step) {
    return sql.keyword("DROP INDEX")
        .when(step.concurrently(), w -> w.keyword("CONCURRENTLY"))
        .qualified(step.index());
  }

  private static SqlWriter attach(SqlWriter sql, Step.AttachIndex step) {
    return sql.keyword("ALTER INDEX")
        .qualified(step.parent())
        .keyword("ATTACH PARTITION")
        .qualified(step.index());
  }

  private static SqlWriter setStatistics(SqlWriter sql, Step.SetIndexStatistics step) {
    return sql.keyword("ALTER INDEX")
        .qualified(step.index())
        .keyword("ALTER COLUMN")
        .number(step.ordinal())
        .keyword("SET STATISTICS")
        .number(step.target());
  }

  private static SqlWriter cluster(SqlWriter sql, Step.ClusterOn step) {
    SqlWriter alter =
        isMaterializedView(step)
            ? sql.keyword("ALTER MATERIALIZED VIEW")
            : sql.keyword("ALTER TABLE");
    return alter.qualified(step.relation().name()).keyword("CLUSTER ON").identifier(step.index());
  }
}
