package dev.schemasync.planner.relation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Limited;
import dev.schemasync.model.catalog.MaterializedView;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.diff.Difference;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.plan.Probe;
import dev.schemasync.model.server.Feature;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Features;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.kind.Member;
import dev.schemasync.planner.kind.Occupants;
import dev.schemasync.planner.kind.ProbeContexts;
import dev.schemasync.planner.kind.Scoped;
import dev.schemasync.planner.kind.Silent;
import dev.schemasync.planner.kind.Surrounding;
import dev.schemasync.planner.order.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A materialized view, with its data. */
public record MaterializedViewKind(MaterializedView view)
    implements Kind,
        Silent.NoRelationOfAnother,
        Silent.UsualStage,
        Silent.NoNotices,
        Silent.NoObstacles,
        Silent.NoConstraints,
        Silent.NoInterference,
        Silent.BringsNothing,
        Silent.HangsOnNothing {
  @Override
  public CatalogObject object() {
    return view;
  }

  @Override
  public List<Node> steps(Context context, ImmutableSet<ObjectId> separated) {
    return MaterializedViewSteps.of(view, context);
  }

  @Override
  public ImmutableList<Occupants.Name> names() {
    return Occupants.withRowType(view.name());
  }

  @Override
  public ImmutableMap<ObjectId, Member> members() {
    return ViewKind.members(
        view.id(),
        Member.sorted(
            view.columns(),
            column -> ObjectId.column(view.id(), column.name()),
            column -> new Member(column.privileges(), column.comment())),
        view.ruleComment());
  }

  @Override
  public ImmutableMap<SqlText, Probe.Context> texts() {
    return ProbeContexts.all(view, new Probe.Context.Query());
  }

  @Override
  public boolean joins(Scoped scope) {
    return scope.hasAllThatReads(view.id());
  }

  @Override
  public Stream<Surrounding> surroundings() {
    return Stream.concat(
        view.tablespace().stream().map(Surrounding.Tablespace::new),
        view.accessMethod().stream().map(Surrounding.AccessMethod::new));
  }

  @Override
  public Optional<Identifier> clusteredOn() {
    return view.clusteredOn();
  }

  @Override
  public boolean canChange(
      Limited.To limit, CatalogObject now, Difference.Changed change, Context context) {
    return switch (limit) {
      case CHOICE -> view.clusteredOn().isPresent();
      case PARTS ->
          MaterializedViewSteps.canAlter(
              view, (MaterializedView) now, Identifier.of(change.path().get(1)));
      case PLACE -> false;
    };
  }

  @Override
  public Stream<Feature> features(Catalog catalog) {
    return Features.when(
        view.columns().stream().anyMatch(column -> column.compression().isPresent()),
        Feature.COLUMN_COMPRESSION);
  }
}
