package dev.schemasync.planner.routine;

import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Transform;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.kind.Silent;
import dev.schemasync.planner.kind.Surrounding;
import dev.schemasync.planner.order.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A transform, which comes where a routine needs it. */
public record TransformKind(Transform transform)
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
        Silent.NeverJoins,
        Silent.NoRelationOfAnother,
        Silent.NotClustered,
        Silent.NoLimits {
  @Override
  public CatalogObject object() {
    return transform;
  }

  @Override
  public List<Node> steps(Context context, ImmutableSet<ObjectId> separated) {
    return context.unlessPresent(transform, new Step.CreateTransform(transform));
  }

  @Override
  public Stream<Surrounding> surroundings() {
    return Stream.concat(
        Stream.of(
            new Surrounding.OwnType("for a type that no user owns"),
            new Surrounding.Language(transform.language())),
        Stream.of(transform.fromSql(), transform.toSql())
            .flatMap(Optional::stream)
            .map(Surrounding.OwnFunction::new));
  }
}
