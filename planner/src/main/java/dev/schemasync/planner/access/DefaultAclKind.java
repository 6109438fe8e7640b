package dev.schemasync.planner.access;

import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.DefaultAcl;
import dev.schemasync.model.catalog.ObjectForm.DefaultsOf.Target;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.server.Feature;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Features;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.kind.Scoped;
import dev.schemasync.planner.kind.Silent;
import dev.schemasync.planner.order.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Default privileges. They are what they say, so granting and revoking is all that makes them; each
 * role has PostgreSQL's own from the start.
 */
public record DefaultAclKind(DefaultAcl acl)
    implements Kind,
        Silent.UsualStage,
        Silent.NoNotices,
        Silent.NoObstacles,
        Silent.NoMembers,
        Silent.NoConstraints,
        Silent.NoNames,
        Silent.NoSurroundings,
        Silent.NoTexts,
        Silent.NoInterference,
        Silent.BringsNothing,
        Silent.NoRelationOfAnother,
        Silent.NotClustered,
        Silent.NoLimits {
  @Override
  public CatalogObject object() {
    return acl;
  }

  @Override
  public List<Node> steps(Context context, ImmutableSet<ObjectId> separated) {
    return List.of();
  }

  @Override
  public Stream<Feature> features(Catalog catalog) {
    return Features.when(acl.on() == Target.LARGE_OBJECTS, Feature.LARGE_OBJECT_DEFAULTS);
  }

  @Override
  public Optional<ObjectId> hangsOn() {
    return acl.schema().map(ObjectId::schema);
  }

  /** Those of all schemas hold in the ones in scope. */
  @Override
  public boolean joins(Scoped scope) {
    return acl.schema().isEmpty();
  }
}
