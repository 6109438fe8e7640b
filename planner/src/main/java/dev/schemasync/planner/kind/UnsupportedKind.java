package dev.schemasync.planner.kind;

import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.UnsupportedObject;
import dev.schemasync.planner.order.Node;
import java.util.List;

/** An object that cannot be copied yet. */
public record UnsupportedKind(UnsupportedObject object)
    implements Kind,
        Silent.UsualStage,
        Silent.NoNotices,
        Silent.NoObstacles,
        Silent.NoMembers,
        Silent.NoConstraints,
        Silent.NoNames,
        Silent.NoFeatures,
        Silent.NoSurroundings,
        Silent.NoTexts,
        Silent.NoInterference,
        Silent.BringsNothing,
        Silent.HangsOnNothing,
        Silent.NoRelationOfAnother,
        Silent.NotClustered,
        Silent.NoLimits {
  @Override
  public List<Node> steps(Context context, ImmutableSet<ObjectId> separated) {
    return List.of();
  }

  @Override
  public boolean joins(Scoped scope) {
    return scope.hasAllThatReads(object.id());
  }
}
