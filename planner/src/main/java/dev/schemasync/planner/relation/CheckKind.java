package dev.schemasync.planner.relation;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.Limited;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.diff.Difference;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.plan.Probe;
import dev.schemasync.model.server.Feature;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Features;
import dev.schemasync.planner.kind.Interference;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.kind.ProbeContexts;
import dev.schemasync.planner.kind.Silent;
import dev.schemasync.planner.order.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A check of a table. */
public record CheckKind(Constraint.Check check)
    implements Kind,
        Silent.NoNotices,
        Silent.NoObstacles,
        Silent.NoMembers,
        Silent.NoNames,
        Silent.NoSurroundings,
        Silent.BringsNothing,
        Silent.NeverJoins,
        Silent.NoRelationOfAnother,
        Silent.NotClustered {
  @Override
  public CatalogObject object() {
    return check;
  }

  @Override
  public List<Node> steps(Context context, ImmutableSet<ObjectId> separated) {
    return CheckSteps.of(check, context, separated);
  }

  @Override
  public Stage stage(Context context) {
    return Inheritance.stage(check, context);
  }

  @Override
  public ImmutableMap<ObjectId.Part, Boolean> constraints() {
    return ImmutableMap.of(check.id(), check.validated());
  }

  @Override
  public ImmutableMap<SqlText, Probe.Context> texts() {
    return ProbeContexts.all(check, new Probe.Context.Row(check.table()));
  }

  @Override
  public Stream<Feature> features(Catalog catalog) {
    return Features.when(!check.enforced(), Feature.NOT_ENFORCED);
  }

  @Override
  public Stream<Interference> interference() {
    return check.enforced()
        ? Stream.of(Interference.on(check.table(), "can refuse rows"))
        : Stream.empty();
  }

  @Override
  public Optional<ObjectId> hangsOn() {
    return Optional.of(ObjectId.table(check.table()));
  }

  /** What the parent is yet to get, and what is yet to be attached to it, becomes one with its. */
  @Override
  public boolean canChange(
      Limited.To limit, CatalogObject now, Difference.Changed change, Context context) {
    return check.inherited()
        && (context.toBeAttached(ObjectId.table(check.table()))
            || context.parents(check.table()).stream()
                .map(parent -> ObjectId.constraint(ObjectId.table(parent), check.name()))
                .anyMatch(above -> context.present(above).isEmpty()));
  }
}
