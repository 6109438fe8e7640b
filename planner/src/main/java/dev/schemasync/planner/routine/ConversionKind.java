package dev.schemasync.planner.routine;

import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Conversion;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.server.Feature;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.kind.Silent;
import dev.schemasync.planner.order.Node;
import java.util.List;
import java.util.stream.Stream;

/** A conversion between encodings, which nothing refers to. */
public record ConversionKind(Conversion conversion)
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
        Silent.HangsOnNothing,
        Silent.NeverJoins,
        Silent.NoRelationOfAnother,
        Silent.NotClustered,
        Silent.NoLimits {
  /** What the function of a conversion takes where it tells of no invalid bytes. */
  private static final int SILENT_ARGUMENTS = 5;

  @Override
  public CatalogObject object() {
    return conversion;
  }

  @Override
  public List<Node> steps(Context context, ImmutableSet<ObjectId> separated) {
    return context.unlessPresent(conversion, new Step.CreateConversion(conversion));
  }

  /** The arguments of its function, which it does not name itself. */
  @Override
  public Stream<Feature> features(Catalog catalog) {
    return catalog.references(conversion.id()).stream()
        .filter(ObjectId.Routine.class::isInstance)
        .map(function -> ((ObjectId.Routine) function).arguments().size())
        .map(
            arguments ->
                arguments > SILENT_ARGUMENTS
                    ? Feature.TOLERANT_CONVERSIONS
                    : Feature.SILENT_CONVERSIONS);
  }
}
