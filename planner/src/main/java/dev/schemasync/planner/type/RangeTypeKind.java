package dev.schemasync.planner.type;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Type;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.server.Feature;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Features;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.kind.Occupants;
import dev.schemasync.planner.kind.Silent;
import dev.schemasync.planner.kind.Surrounding;
import dev.schemasync.planner.order.Fact;
import dev.schemasync.planner.order.Node;
import java.util.List;
import java.util.stream.Stream;

/** A range type, which makes its multirange type and the constructors of both. */
public record RangeTypeKind(Type.RangeType type)
    implements Kind,
        Silent.UsualStage,
        Silent.NoNotices,
        Silent.NoMembers,
        Silent.NoConstraints,
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
    return context.present(type.id()).isPresent()
        ? ImmutableList.of()
        : Shells.steps(type, context).stream().map(this::withParts).collect(toImmutableList());
  }

  private Node withParts(Node node) {
    return node.step() instanceof Step.CreateType(Type.RangeType range)
        ? node.providing(range.parts().stream().map(part -> Fact.exists(part.id())))
        : node;
  }

  @Override
  public ImmutableList<Finding> obstacles(Context context) {
    return Shells.obstacles(type, context);
  }

  @Override
  public ImmutableList<Occupants.Name> names() {
    return ImmutableList.of(new Occupants.Name(Occupants.Space.TYPE, type.name()));
  }

  @Override
  public Stream<Feature> features(Catalog catalog) {
    return Features.when(type.multirange().isPresent(), Feature.MULTIRANGES);
  }

  @Override
  public Stream<Surrounding> surroundings() {
    return type.collation().stream().map(Surrounding.Collation::new);
  }
}
