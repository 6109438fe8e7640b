package dev.schemasync.planner.relation;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.server.Feature;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Features;
import dev.schemasync.planner.kind.Interference;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.kind.Scoped;
import dev.schemasync.planner.kind.Silent;
import dev.schemasync.planner.order.Node;
import java.util.List;
import java.util.stream.Stream;

/** A foreign key. */
public record ForeignKeyKind(Constraint.ForeignKey key)
    implements Kind,
        Silent.UsualStage,
        Silent.NoNotices,
        Silent.NoObstacles,
        Silent.NoMembers,
        Silent.NoNames,
        Silent.NoSurroundings,
        Silent.NoTexts,
        Silent.BringsNothing,
        Silent.HangsOnNothing,
        Silent.NoRelationOfAnother,
        Silent.NotClustered,
        Silent.NoLimits {
  @Override
  public CatalogObject object() {
    return key;
  }

  @Override
  public List<Node> steps(Context context, ImmutableSet<ObjectId> separated) {
    return ForeignKeySteps.of(key, context);
  }

  @Override
  public ImmutableMap<ObjectId.Part, Boolean> constraints() {
    return ImmutableMap.of(key.id(), key.validated());
  }

  @Override
  public Stream<Feature> features(Catalog catalog) {
    return Stream.of(
            Features.when(!key.enforced(), Feature.NOT_ENFORCED),
            Features.when(key.period(), Feature.TEMPORAL_CONSTRAINTS),
            Features.when(!key.onDeleteColumns().isEmpty(), Feature.FOREIGN_KEY_SET_COLUMNS),
            Features.when(
                !key.validated() && Partitions.isPartitioned(key.table(), catalog),
                Feature.NOT_VALID_PARTITIONED_FOREIGN_KEYS))
        .flatMap(features -> features);
  }

  @Override
  public Stream<Interference> interference() {
    return key.enforced()
        ? Stream.of(
            Interference.on(key.table(), "can refuse rows"),
            Interference.on(key.referencedTable(), "can refuse updates and deletes"))
        : Stream.empty();
  }

  @Override
  public boolean joins(Scoped scope) {
    return scope.contains(ObjectId.table(key.table()))
        && scope.contains(ObjectId.table(key.referencedTable()));
  }
}
