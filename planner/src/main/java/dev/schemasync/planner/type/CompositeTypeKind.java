package dev.schemasync.planner.type;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.catalog.Type;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.kind.Member;
import dev.schemasync.planner.kind.Occupants;
import dev.schemasync.planner.kind.Silent;
import dev.schemasync.planner.kind.Surrounding;
import dev.schemasync.planner.order.Node;
import java.util.List;
import java.util.stream.Stream;

/** A composite type. */
public record CompositeTypeKind(Type.CompositeType type)
    implements Kind,
        Silent.UsualStage,
        Silent.NoNotices,
        Silent.NoObstacles,
        Silent.NoConstraints,
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
    return type;
  }

  @Override
  public List<Node> steps(Context context, ImmutableSet<ObjectId> separated) {
    return context.unlessPresent(type, new Step.CreateType(type));
  }

  @Override
  public ImmutableList<Occupants.Name> names() {
    return Occupants.withRowType(type.name());
  }

  @Override
  public ImmutableMap<ObjectId, Member> members() {
    return Member.sorted(
        type.attributes(),
        attribute -> ObjectId.column(type.id(), attribute.name()),
        attribute -> new Member(Privileges.DEFAULT, attribute.comment()));
  }

  @Override
  public Stream<Surrounding> surroundings() {
    return type.attributes().stream()
        .flatMap(attribute -> attribute.collation().stream())
        .map(Surrounding.Collation::new);
  }
}
