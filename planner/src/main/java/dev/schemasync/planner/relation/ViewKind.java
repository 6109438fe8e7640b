package dev.schemasync.planner.relation;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Limited;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.catalog.View;
import dev.schemasync.model.diff.Difference;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.plan.Probe;
import dev.schemasync.model.server.Feature;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Features;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.kind.Member;
import dev.schemasync.planner.kind.Occupants;
import dev.schemasync.planner.kind.Replaced;
import dev.schemasync.planner.kind.Scoped;
import dev.schemasync.planner.kind.Silent;
import dev.schemasync.planner.order.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A view. */
public record ViewKind(View view)
    implements Kind,
        Silent.UsualStage,
        Silent.NoObstacles,
        Silent.NoConstraints,
        Silent.NoSurroundings,
        Silent.NoInterference,
        Silent.HangsOnNothing,
        Silent.NoRelationOfAnother,
        Silent.NotClustered {
  @Override
  public CatalogObject object() {
    return view;
  }

  @Override
  public List<Node> steps(Context context, ImmutableSet<ObjectId> separated) {
    return ViewSteps.of(view, context, separated);
  }

  @Override
  public ImmutableList<Finding> notices(Context context) {
    return context.present(view.id(), View.class).stream()
        .flatMap(now -> Stream.concat(completed(now), replacedDefaults(now, context)))
        .collect(toImmutableList());
  }

  private Stream<Finding> completed(View now) {
    return ViewSteps.holdsPlace(now, view)
        ? Stream.of(
            Replaced.finding(
                view.id(), "has no query yet", "has that of the source", Stage.PRE_DATA))
        : Stream.empty();
  }

  /** Defaults that somebody set on the shard, and that are not the source's. */
  private Stream<Finding> replacedDefaults(View present, Context context) {
    View wanted = context.texts.canonical(view);
    View now = context.texts.canonical(present);
    return now.columns().stream()
        .filter(column -> column.defaultValue().isPresent())
        .filter(column -> !wanted.defaultOf(column.name()).equals(column.defaultValue()))
        .map(
            column ->
                Replaced.finding(
                    ObjectId.column(view.id(), column.name()),
                    "has a default of its own",
                    "has that of the source, or none",
                    Stage.PRE_DATA));
  }

  @Override
  public ImmutableList<Occupants.Name> names() {
    return Occupants.withRowType(view.name());
  }

  @Override
  public ImmutableMap<ObjectId, Member> members() {
    return members(
        view.id(),
        Member.sorted(
            view.columns(),
            column -> ObjectId.column(view.id(), column.name()),
            column -> new Member(column.privileges(), column.comment())),
        view.ruleComment());
  }

  /** The columns of a view, materialized or not, and the rule that holds its query. */
  static ImmutableMap<ObjectId, Member> members(
      ObjectId view, ImmutableMap<ObjectId, Member> columns, Optional<String> ruleComment) {
    return ImmutableMap.<ObjectId, Member>builder()
        .putAll(columns)
        .put(ObjectId.rule(view, View.RULE), new Member(Privileges.DEFAULT, ruleComment))
        .buildOrThrow();
  }

  @Override
  public ImmutableMap<SqlText, Probe.Context> texts() {
    ImmutableMap.Builder<SqlText, Probe.Context> texts = ImmutableMap.builder();
    texts.put(view.query(), new Probe.Context.Query());
    view.columns().stream()
        .flatMap(column -> column.defaultValue().stream())
        .forEach(expression -> texts.put(expression, new Probe.Context.Alone()));
    return texts.buildKeepingLast();
  }

  @Override
  public Stream<ObjectId> brings(Catalog catalog) {
    return view.columns().stream()
        .flatMap(
            column ->
                catalog.references(ObjectId.columnDefault(view.id(), column.name())).stream());
  }

  @Override
  public boolean joins(Scoped scope) {
    return scope.hasAllThatReads(view.id());
  }

  /** One that holds its place has the same columns, and nothing else of it. */
  @Override
  public boolean canChange(
      Limited.To limit, CatalogObject now, Difference.Changed change, Context context) {
    return ViewSteps.holdsPlace((View) now, view);
  }

  @Override
  public Stream<Feature> features(Catalog catalog) {
    return Features.when(
        view.options().containsKey("security_invoker"), Feature.SECURITY_INVOKER_VIEWS);
  }
}
