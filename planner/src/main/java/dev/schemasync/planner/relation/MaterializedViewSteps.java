package dev.schemasync.planner.relation;

import dev.schemasync.model.catalog.MaterializedView;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Requirements;
import dev.schemasync.planner.order.Fact;
import dev.schemasync.planner.order.Node;
import java.util.ArrayList;
import java.util.List;

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
