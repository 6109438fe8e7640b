package dev.schemasync.planner.type;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.Limited;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Type;
import dev.schemasync.model.diff.Difference;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.server.Feature;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Features;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.kind.Occupants;
import dev.schemasync.planner.kind.Silent;
import dev.schemasync.planner.kind.Surrounding;
import dev.schemasync.planner.order.Node;
import java.util.List;
import java.util.stream.Stream;

/** A base type, with the functions that it is made of. */
public record BaseTypeKind(Type.BaseType type)
    implements Kind,
        Silent.UsualStage,
        Silent.NoMembers,
        Silent.NoConstraints,
        Silent.NoTexts,
        Silent.NoInterference,
        Silent.BringsNothing,
        Silent.HangsOnNothing,
        Silent.NeverJoins,
        Silent.NoRelationOfAnother,
        Silent.NotClustered {
  @Override
  public CatalogObject object() {
    return type;
  }

  @Override
  public List<Node> steps(Context context, ImmutableSet<ObjectId> separated) {
    return context
        .present(type.id(), Type.BaseType.class)
        .map(present -> BaseTypeChanges.steps(type, present, context))
        .orElseGet(() -> Shells.steps(type, context));
  }

  @Override
  public ImmutableList<Finding> notices(Context context) {
    return context
        .present(type.id(), Type.BaseType.class)
        .map(present -> BaseTypeChanges.notices(type, present))
        .orElseGet(ImmutableList::of);
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
    return Features.when(BaseTypeForms.needsSubscript(type), Feature.SUBSCRIPT_FUNCTIONS);
  }

  @Override
  public Stream<Surrounding> surroundings() {
    return Stream.of(new Surrounding.Superuser("made of functions"));
  }

  /** What may be stored in a table of its own cannot be kept from that again. */
  @Override
  public boolean canChange(
      Limited.To limit, CatalogObject now, Difference.Changed change, Context context) {
    return type.storage() != Column.Storage.PLAIN;
  }
}
