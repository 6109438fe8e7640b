package dev.schemasync.planner.kind;

import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.UnsupportedObject;
import dev.schemasync.planner.order.Node;
import java.util.List;
import java.util.stream.Stream;

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
  public Stream<Interference> interference() {
    return switch (object.effect()) {
      case NONE -> Stream.empty();
      case REFUSES_ROWS -> on("can refuse rows");
      case REPLACES_ROWS -> on("can change or swallow rows");
    };
  }

  private Stream<Interference> on(String effect) {
    return object.on().stream().map(relation -> Interference.on(relation, effect));
  }

  @Override
  public boolean joins(Scoped scope) {
    return scope.hasAllThatReads(object.id());
  }
}
