package dev.schemasync.planner.relation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.AccessMethod;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.kind.Silent;
import dev.schemasync.planner.kind.Strangers;
import dev.schemasync.planner.kind.Surrounding;
import dev.schemasync.planner.order.Node;
import java.util.List;
import java.util.stream.Stream;

/** An access method that no extension brings. */
public record AccessMethodKind(AccessMethod accessMethod)
    implements Kind,
        Silent.UsualStage,
        Silent.NoNotices,
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
    return accessMethod;
  }

  @Override
  public List<Node> steps(Context context, ImmutableSet<ObjectId> separated) {
    return context.unlessPresent(accessMethod, new Step.CreateAccessMethod(accessMethod));
  }

  @Override
  public ImmutableList<Finding> obstacles(Context context) {
    return Strangers.inPlaceOf(accessMethod.id(), context.actual.server().accessMethods(), context);
  }

  @Override
  public Stream<Surrounding> surroundings() {
    return Stream.of(new Surrounding.Superuser("of no extension"));
  }
}
