package dev.schemasync.planner.type;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Type;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.kind.Occupants;
import dev.schemasync.planner.kind.Silent;
import dev.schemasync.planner.order.Node;
import java.util.List;

/** An enum type. */
public record EnumKind(Type.EnumType type)
    implements Kind,
        Silent.UsualStage,
        Silent.NoNotices,
        Silent.NoObstacles,
        Silent.NoMembers,
        Silent.NoConstraints,
        Silent.NoFeatures,
        Silent.NoSurroundings,
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
    return type;
  }

  @Override
  public List<Node> steps(Context context, ImmutableSet<ObjectId> separated) {
    return context.unlessPresent(type, new Step.CreateType(type));
  }

  @Override
  public ImmutableList<Occupants.Name> names() {
    return ImmutableList.of(new Occupants.Name(Occupants.Space.TYPE, type.name()));
  }
}
