package dev.schemasync.planner.operator;

import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.FamilyMember;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.server.Feature;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.kind.Scoped;
import dev.schemasync.planner.kind.Silent;
import dev.schemasync.planner.kind.Surrounding;
import dev.schemasync.planner.order.Node;
import java.util.List;
import java.util.stream.Stream;

/** What is in an operator family and in no class of it. */
public record FamilyMemberKind(FamilyMember member)
    implements Kind,
        Silent.UsualStage,
        Silent.NoNotices,
        Silent.NoObstacles,
        Silent.NoMembers,
        Silent.NoConstraints,
        Silent.NoNames,
        Silent.NoTexts,
        Silent.NoInterference,
        Silent.BringsNothing,
        Silent.HangsOnNothing,
        Silent.NoRelationOfAnother,
        Silent.NotClustered,
        Silent.NoLimits {
  @Override
  public CatalogObject object() {
    return member;
  }

  @Override
  public List<Node> steps(Context context, ImmutableSet<ObjectId> separated) {
    return context.unlessPresent(member, new Step.AddFamilyMember(member));
  }

  @Override
  public Stream<Feature> features(Catalog catalog) {
    return FamilyItems.features(member.method(), member.item());
  }

  @Override
  public Stream<Surrounding> surroundings() {
    return FamilyItems.surroundings(member.method());
  }

  /** It comes with its family, or at once to one that every server has, and with its types. */
  @Override
  public boolean joins(Scoped scope) {
    return scope.references(member.id()).stream()
        .allMatch(
            reference ->
                reference.kind() == ObjectKind.OPERATOR_FAMILY
                    ? scope.contains(reference)
                    : TypesInScope.hasAll(reference, scope));
  }
}
