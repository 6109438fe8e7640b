package dev.schemasync.emitter;

import static dev.schemasync.emitter.Sample.ROLE;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.MaterializedView;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.catalog.View;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.name.TypeRef;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.server.Feature;
import java.util.Optional;

/** Views and materialized views of the sample. */
final class SampleViews {
  private SampleViews() {}

  static void add(Sample s) {
    s.pre(
        new Step.CreateView(
            view(s, "plain_view", ImmutableSortedMap.of(), Optional.empty()), false));
    s.pre(
        new Step.CreateView(
            view(
                s,
                "careful_view",
                ImmutableSortedMap.of("security_barrier", "true", "security_invoker", "true"),
                Optional.of(View.CheckOption.CASCADED)),
            false));
    s.pre(
        new Step.HoldPlaceOfView(
            s.names.app("view_in_a_loop"),
            ImmutableList.of(column(s.names.id("id"), TypeRef.builtIn("int8"), Optional.empty()))));
    s.pre(
        new Step.CreateView(
            view(s, "view_in_a_loop", ImmutableSortedMap.of(), Optional.empty()), true));
    s.pre(
        new Step.HoldPlaceOfView(
            s.names.app("view_of_rows"),
            ImmutableList.of(
                column(s.names.id("all"), TypeRef.of(s.names.app("orders")), Optional.empty()),
                column(
                    s.names.id("name"),
                    TypeRef.builtIn("text"),
                    Optional.of(QualifiedName.of("pg_catalog", "C"))))));
    s.pre(
        new Step.CreateMaterializedView(
            new MaterializedView(
                s.names.app("summary"),
                ImmutableList.of(),
                s.names.text(
                    " SELECT %s.%s,\n    %s.%s\n   FROM %s.%s",
                    "orders", "id", "orders", "note", "app", "orders"),
                ImmutableSortedMap.of("fillfactor", "70"),
                Optional.of(Identifier.of("heap")),
                Optional.of(Identifier.of("pg_default")),
                Optional.empty(),
                Optional.empty(),
                ROLE,
                Privileges.DEFAULT,
                Optional.empty())));
    ObjectId.InSchema view = new ObjectId.InSchema(ObjectKind.VIEW, s.names.app("view_of_rows"));
    s.pre(new Step.SetDefault(view, s.names.id("name"), new SqlText("'x'::text")));
    s.pre(new Step.DropDefault(view, s.names.id("name")));
    ObjectId.InSchema summary =
        new ObjectId.InSchema(ObjectKind.MATERIALIZED_VIEW, s.names.app("summary"));
    s.pre(new Step.SetColumnStatistics(summary, s.names.id("id"), 500));
    s.pre(new Step.SetColumnStorage(summary, s.names.id("id"), Column.Storage.PLAIN));
    s.pre(
        new Step.SetColumnOptions(
            summary, s.names.id("id"), ImmutableSortedMap.of("n_distinct", "5")));
    if (s.target.has(Feature.COLUMN_COMPRESSION)) {
      s.pre(
          new Step.SetColumnCompression(
              summary, s.names.id("note"), Optional.of(Column.Compression.PGLZ)));
      s.pre(new Step.SetColumnCompression(summary, s.names.id("note"), Optional.empty()));
    }
    s.cutover(new Step.RefreshMaterializedView(s.names.app("summary"), Step.Refresh.FILL));
    s.cutover(
        new Step.CreateIndex(SampleIndexes.unique(s, "summary_key", "summary"), false, false));
    s.cutover(
        new Step.RefreshMaterializedView(
            s.names.app("summary"), Step.Refresh.REPLACE_CONCURRENTLY));
  }

  private static View.OutputColumn column(
      Identifier name, TypeRef type, Optional<QualifiedName> collation) {
    return new View.OutputColumn(
        name, type, collation, Optional.empty(), Privileges.DEFAULT, Optional.empty());
  }

  private static View view(
      Sample s,
      String name,
      ImmutableMap<String, String> options,
      Optional<View.CheckOption> checkOption) {
    return new View(
        s.names.app(name),
        ImmutableList.of(),
        s.names.text(" SELECT %s.%s\n   FROM %s.%s", "orders", "id", "app", "orders"),
        options,
        checkOption,
        Optional.empty(),
        ROLE,
        Privileges.DEFAULT,
        Optional.empty());
  }
}
