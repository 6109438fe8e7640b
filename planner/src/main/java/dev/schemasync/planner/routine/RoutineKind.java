package dev.schemasync.planner.routine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Routine;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.kind.Occupants;
import dev.schemasync.planner.kind.Silent;
import dev.schemasync.planner.order.Node;
import dev.schemasync.planner.type.Shells;
import java.util.List;

/** What all routines have in common: each is made by one step and stands alone. */
interface RoutineKind
    extends Kind,
        Silent.UsualStage,
        Silent.NoNotices,
        Silent.NoObstacles,
        Silent.NoMembers,
        Silent.NoConstraints,
        Silent.NoInterference,
        Silent.BringsNothing,
        Silent.HangsOnNothing,
        Silent.NeverJoins,
        Silent.NoRelationOfAnother,
        Silent.NotClustered,
        Silent.NoLimits {
  Routine routine();

  @Override
  default CatalogObject object() {
    return routine();
  }

  @Override
  default List<Node> steps(Context context, ImmutableSet<ObjectId> separated) {
    return context.unlessPresent(routine(), new Step.CreateRoutine(routine())).stream()
        .map(create -> Shells.sufficing(create, routine(), context))
        .toList();
  }

  @Override
  default ImmutableList<Occupants.Name> names() {
    return Occupants.ofRoutine(routine());
  }
}
