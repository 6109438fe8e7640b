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
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.diff.Difference;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.plan.Probe;
import dev.schemasync.model.server.Feature;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Features;
import dev.schemasync.planner.kind.Interference;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.kind.Member;
import dev.schemasync.planner.kind.Occupants;
import dev.schemasync.planner.kind.ProbeContexts;
import dev.schemasync.planner.kind.Silent;
import dev.schemasync.planner.kind.Surrounding;
import dev.schemasync.planner.order.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An exclusion constraint, with its index. */
public record ExclusionKind(Constraint.Exclusion exclusion)
    implements Kind,
        Silent.NoNotices,
        Silent.NoConstraints,
        Silent.BringsNothing,
        Silent.NeverJoins,
        Silent.NotClustered {
  @Override
  public CatalogObject object() {
    return exclusion;
  }

  @Override
  public List<Node> steps(Context context, ImmutableSet<ObjectId> separated) {
    return KeySteps.of(exclusion, context);
  }

  @Override
  public Stage stage(Context context) {
    return KeySteps.stage(exclusion, context);
  }

  @Override
  public ImmutableList<Finding> obstacles(Context context) {
    return KeySteps.placeTaken(exclusion, context).stream().collect(toImmutableList());
  }

  @Override
  public ImmutableMap<ObjectId, Member> members() {
    return KeySteps.members(exclusion);
  }

  @Override
  public ImmutableList<Occupants.Name> names() {
    return ImmutableList.of(new Occupants.Name(Occupants.Space.CLASS, exclusion.index()));
  }

  @Override
  public Stream<Feature> features(Catalog catalog) {
    return Features.when(
        catalog
            .find(ObjectId.table(exclusion.table()), Table.class)
            .flatMap(table -> table.partitionRole().partitionKey())
            .isPresent(),
        Feature.PARTITIONED_EXCLUSION_CONSTRAINTS);
  }

  @Override
  public Stream<Surrounding> surroundings() {
    return IndexKind.surroundings(
        exclusion.tablespace(),
        exclusion.elements().stream().map(Constraint.Exclusion.Element::key),
        exclusion.method());
  }

  @Override
  public ImmutableMap<SqlText, Probe.Context> texts() {
    return ProbeContexts.all(exclusion, new Probe.Context.Row(exclusion.table()));
  }

  @Override
  public Stream<Interference> interference() {
    return Stream.of(Interference.on(exclusion.table(), "can refuse rows"));
  }

  @Override
  public Optional<ObjectId> hangsOn() {
    return Optional.of(ObjectId.table(exclusion.table()));
  }

  @Override
  public boolean canChange(
      Limited.To limit, CatalogObject now, Difference.Changed change, Context context) {
    return ((Constraint.Exclusion) now).parentIndex().isEmpty();
  }

  @Override
  public Optional<ObjectId> relationOf() {
    return hangsOn();
  }
}
