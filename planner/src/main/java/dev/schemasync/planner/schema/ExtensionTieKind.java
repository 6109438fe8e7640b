package dev.schemasync.planner.schema;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.ExtensionTie;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.kind.Kinds;
import dev.schemasync.planner.kind.Scoped;
import dev.schemasync.planner.kind.Silent;
import dev.schemasync.planner.order.Fact;
import dev.schemasync.planner.order.Node;
import java.util.List;
import java.util.Optional;

/** A tie between an object and an extension, both of which are made by themselves. */
public record ExtensionTieKind(ExtensionTie tie)
    implements Kind,
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
        Silent.NoRelationOfAnother,
        Silent.NotClustered,
        Silent.NoLimits {
  @Override
  public CatalogObject object() {
    return tie;
  }

  @Override
  public List<Node> steps(Context context, ImmutableSet<ObjectId> separated) {
    ObjectId named =
        context
            .desired
            .catalog()
            .find(tie.object(), Constraint.Indexed.class)
            .<ObjectId>map(constraint -> ObjectId.index(constraint.index()))
            .orElse(tie.object());
    return context.present(tie.id()).isPresent()
        ? List.of()
        : List.of(
            Node.of(
                    new Step.TieToExtension(tie, named),
                    stage(context),
                    ImmutableList.of(
                        Fact.exists(tie.object()),
                        Fact.exists(ObjectId.extension(tie.extension()))))
                .in(Node.Pass.LATE));
  }

  /**
   * A member is told from what the script makes by having been there before, so it is made one in
   * another transaction than it is made in.
   */
  @Override
  public Stage stage(Context context) {
    return switch (tie.tie()) {
      case DEPENDENCY ->
          Optional.of(tie.object())
              .flatMap(context.desired.catalog()::find)
              .map(object -> Kinds.of(object).stage(context))
              .orElse(Stage.POST_DATA);
      case MEMBERSHIP -> Stage.CUTOVER;
    };
  }

  @Override
  public boolean joins(Scoped scope) {
    return scope.contains(tie.object()) && scope.contains(ObjectId.extension(tie.extension()));
  }
}
