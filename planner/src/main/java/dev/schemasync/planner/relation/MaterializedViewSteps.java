package dev.schemasync.planner.relation;

import dev.schemasync.model.catalog.MaterializedView;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.server.Feature;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Requirements;
import dev.schemasync.planner.order.Fact;
import dev.schemasync.planner.order.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The steps of a materialized view: itself, and its data at cutover. */
public final class MaterializedViewSteps {
  private MaterializedViewSteps() {}

  public static List<Node> of(MaterializedView view, Context context) {
    List<Node> steps = new ArrayList<>();
    if (context.present(view.id()).isEmpty()) {
      steps.add(
          Node.of(
              new Step.CreateMaterializedView(view),
              Stage.PRE_DATA,
              Requirements.of(view.id(), context)));
    }
    Optional<MaterializedView> present = context.present(view.id(), MaterializedView.class);
    for (MaterializedView.StoredColumn column : view.columns()) {
      settings(view.id(), column, present.flatMap(v -> v.column(column.name())), context)
          .forEach(step -> steps.add(Node.after(view.id(), step, Stage.PRE_DATA)));
    }
    if (context.desired.populated().contains(view.name())) {
      steps.add(
          Node.after(
                  view.id(),
                  new Step.RefreshMaterializedView(view.name(), refresh(view, context)),
                  Stage.CUTOVER)
              .requiring(Requirements.refreshed(view.id(), context.desired.catalog()))
              .providing(Fact.refreshed(view.id()))
              .in(Node.Pass.REFRESH));
    }
    return steps;
  }

  private static List<Step> settings(
      ObjectId.InSchema view,
      MaterializedView.StoredColumn column,
      Optional<MaterializedView.StoredColumn> now,
      Context context) {
    List<Step> steps = new ArrayList<>();
    if (!column.statisticsTarget().equals(now.flatMap(c -> c.statisticsTarget()))) {
      int target = column.statisticsTarget().orElse(Step.DEFAULT_STATISTICS);
      steps.add(new Step.SetColumnStatistics(view, column.name(), target));
    }
    column
        .storage()
        .filter(storage -> !now.flatMap(c -> c.storage()).equals(Optional.of(storage)))
        .map(storage -> new Step.SetColumnStorage(view, column.name(), storage))
        .ifPresent(steps::add);
    // Where a server has none, that is told, and somebody goes on without.
    if (!column.compression().equals(now.flatMap(c -> c.compression()))
        && context.actual.server().version().has(Feature.COLUMN_COMPRESSION)) {
      steps.add(new Step.SetColumnCompression(view, column.name(), column.compression()));
    }
    if (!column.options().isEmpty()
        && !now.map(c -> c.options()).equals(Optional.of(column.options()))) {
      steps.add(new Step.SetColumnOptions(view, column.name(), column.options()));
    }
    return steps;
  }

  /** The storage of a type cannot be returned to by name, and options cannot be forgotten. */
  static boolean canAlter(MaterializedView view, MaterializedView present, Identifier name) {
    Optional<MaterializedView.StoredColumn> column = view.column(name);
    Optional<MaterializedView.StoredColumn> now = present.column(name);
    return column.isPresent()
        && now.isPresent()
        && (column.get().storage().isPresent() || now.get().storage().isEmpty())
        && column.get().options().keySet().containsAll(now.get().options().keySet());
  }

  /**
   * Nothing tells whether rows have arrived since a view was refreshed, so a cutover refreshes it
   * again.
   */
  private static Step.Refresh refresh(MaterializedView view, Context context) {
    if (!context.actual.populated().contains(view.name())) {
      return Step.Refresh.FILL;
    }
    return context.options.concurrently() && context.rowsToldApart(view.id())
        ? Step.Refresh.REPLACE_CONCURRENTLY
        : Step.Refresh.REPLACE;
  }
}
