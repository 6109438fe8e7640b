package dev.schemasync.emitter.relation;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.schemasync.emitter.check.Facts;
import dev.schemasync.emitter.sql.SqlWriter;
import dev.schemasync.emitter.statement.Clauses;
import dev.schemasync.emitter.statement.Emission;
import dev.schemasync.emitter.statement.Headline;
import dev.schemasync.model.catalog.MaterializedView;
import dev.schemasync.model.catalog.View;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.server.Feature;
import dev.schemasync.model.server.ServerVersion;

/** Views and materialized views. */
public final class ViewStatements {
  private ViewStatements() {}

  /** CREATE VIEW. */
  public static Emission create(Step.CreateView step, ServerVersion target) {
    return Emission.crossChecked(
        step.replacing()
            ? Headline.about("CREATE OR REPLACE VIEW", "complete", step)
            : Headline.create("VIEW", step),
        Facts.of("create view", step.view().name()).build(),
        sql -> create(sql, step, target));
  }

  /** CREATE VIEW of one that holds the place of another. */
  public static Emission holdPlace(Step.HoldPlaceOfView step) {
    return Emission.crossChecked(
        Headline.about("CREATE VIEW", "hold the place of", step),
        Facts.of("create view", step.view()).build(),
        sql -> holdPlace(sql, step));
  }

  /** CREATE MATERIALIZED VIEW. */
  public static Emission create(Step.CreateMaterializedView step) {
    return Emission.crossChecked(
        Headline.create("MATERIALIZED VIEW", step),
        Facts.of("create materialized view", step.view().name()).build(),
        sql -> create(sql, step.view()));
  }

  /** REFRESH MATERIALIZED VIEW. */
  public static Emission refresh(Step.RefreshMaterializedView step) {
    return Emission.notCovered(
        Headline.named(
            "REFRESH MATERIALIZED VIEW" + (isConcurrent(step) ? " CONCURRENTLY" : ""),
            "refresh materialized view",
            step),
        sql -> refresh(sql, step));
  }

  private static SqlWriter holdPlace(SqlWriter sql, Step.HoldPlaceOfView step) {
    return sql.keyword("CREATE VIEW")
        .qualified(step.view())
        .keyword("AS")
        .line()
        .keyword("SELECT")
        .list(step.columns(), ViewStatements::nothing)
        .line()
        .keyword("WHERE")
        .literal(View.PLACE)
        .keyword("IS NULL");
  }

  /** A column of the same name, type and collation: no other can be put in its place. */
  private static SqlWriter nothing(SqlWriter sql, View.OutputColumn column) {
    sql.keyword("CAST").arguments(w -> w.keyword("NULL AS").type(column.type()));
    return Clauses.collate(sql, column.collation()).keyword("AS").identifier(column.name());
  }

  private static SqlWriter create(SqlWriter sql, Step.CreateView step, ServerVersion target) {
    View view = step.view();
    return sql.keyword("CREATE")
        .when(step.replacing(), w -> w.keyword("OR REPLACE"))
        .keyword("VIEW")
        .qualified(view.name())
        .withParameters(options(view, target))
        .keyword("AS")
        .line()
        .verbatim(view.query())
        .ifPresent(
            view.checkOption(),
            (w, option) -> w.line().keyword("WITH").word(option).keyword("CHECK OPTION"));
  }

  private static ImmutableMap<String, String> options(View view, ServerVersion target) {
    return target.has(Feature.SECURITY_INVOKER_VIEWS)
        ? view.options()
        : ImmutableMap.copyOf(
            Maps.filterKeys(view.options(), option -> !option.equals("security_invoker")));
  }

  private static SqlWriter create(SqlWriter sql, MaterializedView view) {
    return TableStatements.storage(
            sql.keyword("CREATE MATERIALIZED VIEW").qualified(view.name()), view.accessMethod())
        .withParameters(view.storageParameters())
        .ifPresent(view.tablespace(), Clauses::tablespace)
        .keyword("AS")
        .line()
        .verbatim(view.query())
        .line()
        .keyword("WITH NO DATA");
  }

  private static SqlWriter refresh(SqlWriter sql, Step.RefreshMaterializedView step) {
    return sql.keyword("REFRESH MATERIALIZED VIEW")
        .when(isConcurrent(step), w -> w.keyword("CONCURRENTLY"))
        .qualified(step.view());
  }

  private static boolean isConcurrent(Step.RefreshMaterializedView step) {
    return step.refresh() == Step.Refresh.REPLACE_CONCURRENTLY;
  }
}
