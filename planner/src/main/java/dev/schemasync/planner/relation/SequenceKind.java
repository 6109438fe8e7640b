package dev.schemasync.planner.relation;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Limited;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Persistence;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.diff.Difference;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.server.Feature;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Features;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.kind.Occupants;
import dev.schemasync.planner.kind.Silent;
import dev.schemasync.planner.order.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A sequence, its owner and its value. */
public record SequenceKind(Sequence sequence)
    implements Kind,
        Silent.UsualStage,
        Silent.NoObstacles,
        Silent.NoMembers,
        Silent.NoConstraints,
        Silent.NoSurroundings,
        Silent.NoTexts,
        Silent.NoInterference,
        Silent.BringsNothing,
        Silent.NeverJoins,
        Silent.NotClustered {
  @Override
  public CatalogObject object() {
    return sequence;
  }

  @Override
  public List<Node> steps(Context context, ImmutableSet<ObjectId> separated) {
    return SequenceSteps.of(sequence, context);
  }

  @Override
  public ImmutableList<Finding> notices(Context context) {
    return Stream.concat(
            SequenceSteps.replaced(sequence, context).stream(),
            SequenceSteps.finding(sequence, context).stream())
        .collect(toImmutableList());
  }

  @Override
  public ImmutableList<Occupants.Name> names() {
    return ImmutableList.of(new Occupants.Name(Occupants.Space.CLASS, sequence.name()));
  }

  @Override
  public Stream<Feature> features(Catalog catalog) {
    // One that belongs to a column is better kept: before 15 that of an unlogged table is logged.
    return Features.when(
        sequence.persistence() == Persistence.UNLOGGED
            && sequence.ownership() instanceof Sequence.Ownership.None,
        Feature.UNLOGGED_SEQUENCES);
  }

  @Override
  public Optional<ObjectId> hangsOn() {
    return switch (sequence.ownership()) {
      case Sequence.Ownership.None none -> Optional.empty();
      case Sequence.Ownership.OwnedBy(var table, var column) -> Optional.of(ObjectId.table(table));
      case Sequence.Ownership.IdentityOf(var table, var column) ->
          Optional.of(ObjectId.table(table));
    };
  }

  @Override
  public boolean canChange(
      Limited.To limit, CatalogObject now, Difference.Changed change, Context context) {
    return ((Sequence) now).ownership() instanceof Sequence.Ownership.None
        && sequence.ownership() instanceof Sequence.Ownership.OwnedBy;
  }

  @Override
  public Optional<ObjectId> relationOf() {
    return hangsOn();
  }
}
