package dev.schemasync.planner.type;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Collation;
import dev.schemasync.model.catalog.ObjectId;
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
import java.util.List;
import java.util.stream.Stream;

/** A collation. */
public record CollationKind(Collation collation)
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
        Silent.HangsOnNothing,
        Silent.NeverJoins,
        Silent.NoRelationOfAnother,
        Silent.NotClustered,
        Silent.NoLimits {
  @Override
  public CatalogObject object() {
    return collation;
  }

  @Override
  public List<Node> steps(Context context, ImmutableSet<ObjectId> separated) {
    return context.unlessPresent(collation, new Step.CreateCollation(collation));
  }

  @Override
  public Stream<Feature> features(Catalog catalog) {
    return switch (collation.provider()) {
      case Collation.Provider.Icu icu ->
          Features.when(icu.rules().isPresent(), Feature.COLLATION_RULES);
      case Collation.Provider.Libc libc -> Stream.empty();
      case Collation.Provider.Builtin(var locale) ->
          Stream.of(
              locale.equals(Collation.Provider.Builtin.PG_UNICODE_FAST)
                  ? Feature.FAST_UNICODE_COLLATIONS
                  : Feature.BUILTIN_COLLATIONS);
    };
  }

  @Override
  public ImmutableMap<SqlText, Probe.Context> texts() {
    return ProbeContexts.all(collation, new Probe.Context.Locale());
  }
}
