package dev.schemasync.planner.operator;

import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.OperatorFamily;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.kind.Silent;
import dev.schemasync.planner.kind.Surrounding;
import dev.schemasync.planner.order.Node;
import java.util.List;
import java.util.stream.Stream;

/** An operator family, which comes where a class or member needs it. */
public record OperatorFamilyKind(OperatorFamily family)
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
    return family;
  }

  @Override
  public List<Node> steps(Context context, ImmutableSet<ObjectId> separated) {
    return context.unlessPresent(family, new Step.CreateOperatorFamily(family));
  }

  @Override
  public Stream<Surrounding> surroundings() {
    return FamilyItems.surroundings(family.method());
  }
}
