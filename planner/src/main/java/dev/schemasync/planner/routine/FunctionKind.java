package dev.schemasync.planner.routine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Function;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.plan.Probe;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.server.Feature;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Features;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.kind.Occupants;
import dev.schemasync.planner.kind.ProbeContexts;
import dev.schemasync.planner.kind.Silent;
import dev.schemasync.planner.kind.Surrounding;
import dev.schemasync.planner.order.Node;
import java.util.List;
import java.util.stream.Stream;

/** A function. */
public record FunctionKind(Function routine)
    implements Kind,
        Silent.UsualStage,
        Silent.NoNotices,
        Silent.NoObstacles,
        Silent.NoMembers,
        Silent.NoConstraints,
        Silent.NoInterference,
        Silent.BringsNothing,
        Silent.HangsOnNothing,
        Silent.NeverJoins,
        Silent.NoRelationOfAnother,
        Silent.NotClustered,
        Silent.NoLimits {
  @Override
  public CatalogObject object() {
    return routine;
  }

  @Override
  public List<Node> steps(Context context, ImmutableSet<ObjectId> separated) {
    return context.unlessPresent(routine, new Step.CreateRoutine(routine));
  }

  @Override
  public ImmutableList<Occupants.Name> names() {
    return Occupants.ofRoutine(routine);
  }

  @Override
  public Stream<Feature> features(Catalog catalog) {
    return Features.neededBy(routine.body());
  }

  @Override
  public Stream<Surrounding> surroundings() {
    Stream<Surrounding> language = Stream.of(new Surrounding.Language(routine.language()));
    return routine.leakproof()
        ? Stream.concat(language, Stream.of(new Surrounding.Superuser("LEAKPROOF")))
        : language;
  }

  @Override
  public ImmutableMap<SqlText, Probe.Context> texts() {
    return ProbeContexts.routine(routine, routine.body(), ProbeContexts.bare(routine));
  }
}
