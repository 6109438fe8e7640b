package dev.schemasync.planner.type;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.RangePart;
import dev.schemasync.model.catalog.Type.RangeType;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.kind.Occupants;
import dev.schemasync.planner.kind.Silent;
import dev.schemasync.planner.order.Node;
import java.util.List;
import java.util.Optional;

/** What comes with a range type: the step that makes the type makes it too. */
public record RangePartKind(RangePart part)
    implements Kind,
        Silent.UsualStage,
        Silent.NoNotices,
        Silent.NoMembers,
        Silent.NoConstraints,
        Silent.NoFeatures,
        Silent.NoSurroundings,
        Silent.NoTexts,
        Silent.NoInterference,
        Silent.BringsNothing,
        Silent.NeverJoins,
        Silent.NoRelationOfAnother,
        Silent.NotClustered,
        Silent.NoLimits {
  @Override
  public CatalogObject object() {
    return part;
  }

  @Override
  public List<Node> steps(Context context, ImmutableSet<ObjectId> separated) {
    return ImmutableList.of();
  }

  /** Nothing can make it once its range type is there. */
  @Override
  public ImmutableList<Finding> obstacles(Context context) {
    return context.present(part.id()).isEmpty()
            && context.present(RangeType.idOf(part.range())).isPresent()
        ? ImmutableList.of(missing())
        : ImmutableList.of();
  }

  private Finding missing() {
    return Finding.of(
        FindingCode.DESTINATION_CONFLICT,
        part.id(),
        "The "
            + part.id()
            + " is missing on the shard, where the "
            + RangeType.idOf(part.range())
            + " has another one in its place.",
        "Rename that one on the shard, or drop the type there; then run again.");
  }

  @Override
  public ImmutableList<Occupants.Name> names() {
    return switch (part) {
      case RangePart.Multirange type ->
          ImmutableList.of(new Occupants.Name(Occupants.Space.TYPE, type.name()));
      case RangePart.Constructor function ->
          ImmutableList.of(
              new Occupants.Name(Occupants.Space.ROUTINE, function.name(), function.arguments()));
    };
  }

  @Override
  public Optional<ObjectId> hangsOn() {
    return Optional.of(RangeType.idOf(part.range()));
  }
}
