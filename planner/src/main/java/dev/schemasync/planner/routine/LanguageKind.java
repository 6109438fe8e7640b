package dev.schemasync.planner.routine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Language;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.kind.Silent;
import dev.schemasync.planner.kind.Strangers;
import dev.schemasync.planner.kind.Surrounding;
import dev.schemasync.planner.order.Node;
import java.util.List;
import java.util.stream.Stream;

/** A procedural language that no extension brings. */
public record LanguageKind(Language language)
    implements Kind,
        Silent.UsualStage,
        Silent.NoNotices,
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
        Silent.NotClustered,
        Silent.NoLimits {
  @Override
  public CatalogObject object() {
    return language;
  }

  @Override
  public List<Node> steps(Context context, ImmutableSet<ObjectId> separated) {
    return context.unlessPresent(language, new Step.CreateLanguage(language));
  }

  @Override
  public ImmutableList<Finding> obstacles(Context context) {
    return Strangers.inPlaceOf(language.id(), context.actual.server().languages(), context);
  }

  @Override
  public Stream<Surrounding> surroundings() {
    return Stream.of(new Surrounding.Superuser("of no extension"));
  }
}
