package dev.schemasync.planner.relation;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.Limited;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.diff.Difference;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.server.Feature;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Features;
import dev.schemasync.planner.kind.Interference;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.kind.Member;
import dev.schemasync.planner.kind.Occupants;
import dev.schemasync.planner.kind.Silent;
import dev.schemasync.planner.kind.Surrounding;
import dev.schemasync.planner.order.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A primary key or unique constraint, with its index. */
public record KeyKind(Constraint.Key key)
    implements Kind,
        Silent.NoNotices,
        Silent.NoConstraints,
        Silent.NoTexts,
        Silent.BringsNothing,
        Silent.NeverJoins,
        Silent.NotClustered {
  @Override
  public CatalogObject object() {
    return key;
  }

  @Override
  public List<Node> steps(Context context, ImmutableSet<ObjectId> separated) {
    return KeySteps.of(key, context);
  }

  @Override
  public Stage stage(Context context) {
    return switch (key) {
      case Constraint.PrimaryKey primary -> Stage.PRE_DATA;
      case Constraint.Unique unique -> KeySteps.stage(unique, context);
    };
  }

  @Override
  public ImmutableList<Finding> obstacles(Context context) {
    return KeySteps.placeTaken(key, context).stream().collect(toImmutableList());
  }

  @Override
  public ImmutableMap<ObjectId, Member> members() {
    return KeySteps.members(key);
  }

  @Override
  public ImmutableList<Occupants.Name> names() {
    return ImmutableList.of(new Occupants.Name(Occupants.Space.CLASS, key.index()));
  }

  @Override
  public Stream<Feature> features(Catalog catalog) {
    return Stream.concat(
        Features.when(key.withoutOverlaps(), Feature.TEMPORAL_CONSTRAINTS),
        switch (key) {
          case Constraint.PrimaryKey primary -> Stream.empty();
          case Constraint.Unique unique ->
              Features.when(unique.nullsNotDistinct(), Feature.NULLS_NOT_DISTINCT);
        });
  }

  @Override
  public Stream<Surrounding> surroundings() {
    return key.tablespace().stream().map(Surrounding.Tablespace::new);
  }

  @Override
  public Stream<Interference> interference() {
    return Stream.of(Interference.on(key.table(), "can refuse rows"));
  }

  @Override
  public Optional<ObjectId> hangsOn() {
    return Optional.of(ObjectId.table(key.table()));
  }

  @Override
  public boolean canChange(
      Limited.To limit, CatalogObject now, Difference.Changed change, Context context) {
    return ((Constraint.Key) now).parentIndex().isEmpty();
  }

  @Override
  public Optional<ObjectId> relationOf() {
    return hangsOn();
  }
}
