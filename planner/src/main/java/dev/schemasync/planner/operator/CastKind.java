package dev.schemasync.planner.operator;

import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.Cast;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.kind.Scoped;
import dev.schemasync.planner.kind.Silent;
import dev.schemasync.planner.kind.Surrounding;
import dev.schemasync.planner.order.Node;
import java.util.List;
import java.util.stream.Stream;

/** A cast, which comes with the types that it is between. */
public record CastKind(Cast cast)
    implements Kind,
        Silent.UsualStage,
        Silent.NoNotices,
        Silent.NoObstacles,
        Silent.NoMembers,
        Silent.NoConstraints,
        Silent.NoNames,
        Silent.NoFeatures,
        Silent.NoTexts,
        Silent.NoInterference,
        Silent.BringsNothing,
        Silent.HangsOnNothing,
        Silent.NoRelationOfAnother,
        Silent.NotClustered,
        Silent.NoLimits {
  @Override
  public CatalogObject object() {
    return cast;
  }

  @Override
  public List<Node> steps(Context context, ImmutableSet<ObjectId> separated) {
    return context.unlessPresent(cast, new Step.CreateCast(cast));
  }

  @Override
  public Stream<Surrounding> surroundings() {
    return switch (cast.method()) {
      case Cast.Method.Binary binary -> Stream.of(new Surrounding.Superuser("WITHOUT FUNCTION"));
      case Cast.Method.ByFunction function ->
          Stream.of(new Surrounding.OwnType("between types that no user owns"));
      case Cast.Method.ThroughText text ->
          Stream.of(new Surrounding.OwnType("between types that no user owns"));
    };
  }

  /** Nothing names a cast, but what writes a value of the one type as the other needs it. */
  @Override
  public boolean joins(Scoped scope) {
    return TypesInScope.hasAll(cast.id(), scope);
  }
}
