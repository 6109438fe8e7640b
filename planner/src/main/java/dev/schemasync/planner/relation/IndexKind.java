package dev.schemasync.planner.relation;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.KeyExpression;
import dev.schemasync.model.catalog.Limited;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.diff.Difference;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.plan.Probe;
import dev.schemasync.model.server.Feature;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Features;
import dev.schemasync.planner.kind.Interference;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.kind.Occupants;
import dev.schemasync.planner.kind.ProbeContexts;
import dev.schemasync.planner.kind.Silent;
import dev.schemasync.planner.kind.Surrounding;
import dev.schemasync.planner.order.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An index, with its place under a partitioned one. */
public record IndexKind(Index index)
    implements Kind,
        Silent.NoMembers,
        Silent.NoConstraints,
        Silent.BringsNothing,
        Silent.NeverJoins,
        Silent.NotClustered {
  @Override
  public CatalogObject object() {
    return index;
  }

  @Override
  public List<Node> steps(Context context, ImmutableSet<ObjectId> separated) {
    return KeySteps.of(index, context);
  }

  @Override
  public Stage stage(Context context) {
    return KeySteps.stage(index, context);
  }

  @Override
  public ImmutableList<Finding> notices(Context context) {
    return KeySteps.underConstruction(index, context).stream().collect(toImmutableList());
  }

  @Override
  public ImmutableList<Finding> obstacles(Context context) {
    return KeySteps.placeTaken(index, context).stream().collect(toImmutableList());
  }

  @Override
  public ImmutableList<Occupants.Name> names() {
    return ImmutableList.of(new Occupants.Name(Occupants.Space.CLASS, index.name()));
  }

  @Override
  public Stream<Feature> features(Catalog catalog) {
    return Features.when(index.nullsNotDistinct(), Feature.NULLS_NOT_DISTINCT);
  }

  @Override
  public Stream<Surrounding> surroundings() {
    return surroundings(index.tablespace(), index.keys().stream(), index.method());
  }

  /** What an index needs, be it a constraint's. */
  static Stream<Surrounding> surroundings(
      Optional<Identifier> tablespace, Stream<Index.Key> keys, Identifier method) {
    Stream<Surrounding> own =
        Stream.concat(
            tablespace.stream().map(Surrounding.Tablespace::new),
            keys.flatMap(key -> key.collation().stream()).map(Surrounding.Collation::new));
    return Stream.concat(own, Stream.of(new Surrounding.AccessMethod(method)));
  }

  @Override
  public ImmutableMap<SqlText, Probe.Context> texts() {
    return ProbeContexts.all(index, new Probe.Context.Row(index.relation().name()));
  }

  @Override
  public Stream<Interference> interference() {
    return index.unique() || computes()
        ? Stream.of(Interference.on(index.relation(), "can refuse rows"))
        : Stream.empty();
  }

  /** Whether it evaluates something for each row, which can fail. */
  private boolean computes() {
    return index.predicate().isPresent()
        || index.keys().stream()
            .anyMatch(
                key ->
                    switch (key.expression()) {
                      case KeyExpression.OfColumn column -> false;
                      case KeyExpression.OfExpression expression -> true;
                    });
  }

  @Override
  public Optional<ObjectId> hangsOn() {
    return Optional.of(index.relation());
  }

  @Override
  public boolean canChange(
      Limited.To limit, CatalogObject now, Difference.Changed change, Context context) {
    return ((Index) now).parentIndex().isEmpty();
  }

  @Override
  public Optional<ObjectId> relationOf() {
    return hangsOn();
  }
}
