package dev.schemasync.planner.relation;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.catalog.Statistics;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.plan.Probe;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.server.Feature;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Features;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.kind.ProbeContexts;
import dev.schemasync.planner.kind.Silent;
import dev.schemasync.planner.order.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Extended statistics, with their target. */
public record StatisticsKind(Statistics statistics)
    implements Kind,
        Silent.UsualStage,
        Silent.NoNotices,
        Silent.NoObstacles,
        Silent.NoMembers,
        Silent.NoConstraints,
        Silent.NoNames,
        Silent.NoSurroundings,
        Silent.NoInterference,
        Silent.BringsNothing,
        Silent.NeverJoins,
        Silent.NoRelationOfAnother,
        Silent.NotClustered,
        Silent.NoLimits {
  @Override
  public CatalogObject object() {
    return statistics;
  }

  @Override
  public List<Node> steps(Context context, ImmutableSet<ObjectId> separated) {
    List<Node> steps =
        new ArrayList<>(context.unlessPresent(statistics, new Step.CreateStatistics(statistics)));
    Optional<Integer> now =
        context.present(statistics.id(), Statistics.class).flatMap(Statistics::target);
    if (!now.equals(statistics.target())) {
      steps.add(
          Node.after(
              statistics.id(),
              new Step.SetStatisticsTarget(
                  statistics.name(), statistics.target().orElse(Step.DEFAULT_STATISTICS)),
              Stage.POST_DATA));
    }
    return steps;
  }

  @Override
  public Stream<Feature> features(Catalog catalog) {
    return Features.when(!statistics.expressions().isEmpty(), Feature.STATISTICS_OF_EXPRESSIONS);
  }

  @Override
  public ImmutableMap<SqlText, Probe.Context> texts() {
    return ProbeContexts.all(statistics, new Probe.Context.Row(statistics.relation().name()));
  }

  @Override
  public Optional<ObjectId> hangsOn() {
    return Optional.of(statistics.relation());
  }
}
