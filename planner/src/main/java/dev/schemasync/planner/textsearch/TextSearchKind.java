package dev.schemasync.planner.textsearch;

import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.TextSearch;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.kind.Silent;
import dev.schemasync.planner.kind.Surrounding;
import dev.schemasync.planner.order.Node;
import java.util.List;
import java.util.stream.Stream;

/**
 * What all kinds of text search have in common: each has names of its own, and comes where
 * something needs it. The options of a dictionary print the same when it is created again.
 */
interface TextSearchKind
    extends Kind,
        Silent.UsualStage,
        Silent.NoNotices,
        Silent.NoObstacles,
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
        Silent.NotClustered {
  TextSearch textSearch();

  @Override
  default CatalogObject object() {
    return textSearch();
  }

  @Override
  default List<Node> steps(Context context, ImmutableSet<ObjectId> separated) {
    return context.unlessPresent(textSearch(), new Step.CreateTextSearch(textSearch()));
  }

  @Override
  default Stream<Surrounding> surroundings() {
    return textSearch().madeOf().map(Surrounding.OfTextSearch::new);
  }
}
