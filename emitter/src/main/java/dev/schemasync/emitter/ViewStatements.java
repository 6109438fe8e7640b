package dev.schemasync.emitter;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.schemasync.model.catalog.MaterializedView;
import dev.schemasync.model.catalog.View;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.server.Feature;
import dev.schemasync.model.server.ServerVersion;

/** Views and materialized views. */
final class ViewStatements {
  private ViewStatements() {}

  static SqlWriter create(SqlWriter sql, View view, ServerVersion target) {
    return sql.keyword("CREATE VIEW")
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

  static SqlWriter create(SqlWriter sql, MaterializedView view) {
    return TableStatements.storage(
            sql.keyword("CREATE MATERIALIZED VIEW").qualified(view.name()), view.accessMethod())
        .withParameters(view.storageParameters())
        .ifPresent(view.tablespace(), TableStatements::tablespace)
        .keyword("AS")
        .line()
        .verbatim(view.query())
        .line()
        .keyword("WITH NO DATA");
  }

  static SqlWriter refresh(SqlWriter sql, Step.RefreshMaterializedView step) {
    return sql.keyword("REFRESH MATERIALIZED VIEW")
        .when(step.refresh() == Step.Refresh.REPLACE_CONCURRENTLY, w -> w.keyword("CONCURRENTLY"))
        .qualified(step.view());
  }
}
