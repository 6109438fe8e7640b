package dev.schemasync.planner.schema;

import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Schema;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.kind.Silent;
import dev.schemasync.planner.order.Node;
import java.util.List;

/** A schema. */
public record SchemaKind(Schema schema)
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
        Silent.NoInterference,
        Silent.BringsNothing,
        Silent.HangsOnNothing,
        Silent.NeverJoins,
        Silent.NoRelationOfAnother,
        Silent.NotClustered,
        Silent.NoLimits {
  @Override
  public CatalogObject object() {
    return schema;
  }

  @Override
  public List<Node> steps(Context context, ImmutableSet<ObjectId> separated) {
    return context.unlessPresent(schema, new Step.CreateSchema(schema));
  }
}
