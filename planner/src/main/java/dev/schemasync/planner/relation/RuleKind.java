package dev.schemasync.planner.relation;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Firing;
import dev.schemasync.model.catalog.Limited;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Rule;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.diff.Difference;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.plan.Probe;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Interference;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.kind.ProbeContexts;
import dev.schemasync.planner.kind.Replaced;
import dev.schemasync.planner.kind.Scoped;
import dev.schemasync.planner.kind.Silent;
import dev.schemasync.planner.order.Node;
import java.util.List;
import java.util.stream.Stream;

/** A rewrite rule, in its state. */
public record RuleKind(Rule rule)
    implements Kind,
        Silent.UsualStage,
        Silent.NoObstacles,
        Silent.NoMembers,
        Silent.NoConstraints,
        Silent.NoNames,
        Silent.NoFeatures,
        Silent.NoSurroundings,
        Silent.BringsNothing,
        Silent.HangsOnNothing,
        Silent.NoRelationOfAnother,
        Silent.NotClustered {
  @Override
  public CatalogObject object() {
    return rule;
  }

  @Override
  public List<Node> steps(Context context, ImmutableSet<ObjectId> separated) {
    return RuleSteps.of(rule, context);
  }

  @Override
  public ImmutableList<Finding> notices(Context context) {
    return context
        .present(rule.id(), Rule.class)
        .map(now -> Stream.concat(state(now), action(now)).collect(toImmutableList()))
        .orElse(ImmutableList.of());
  }

  private Stream<Finding> state(Rule now) {
    return Replaced.firing(rule.id(), now.state(), rule.state(), Stage.POST_DATA).stream();
  }

  private Stream<Finding> action(Rule now) {
    return RuleSteps.holdsPlace(now, rule)
        ? Stream.of(
            Replaced.finding(
                rule.id(), "does nothing", "does what it does on the source", Stage.POST_DATA))
        : Stream.empty();
  }

  @Override
  public ImmutableMap<SqlText, Probe.Context> texts() {
    return ProbeContexts.all(rule, new Probe.Context.Action(rule.relation().name(), rule.event()));
  }

  @Override
  public Stream<Interference> interference() {
    return rule.state() == Firing.DISABLED || rule.isInert()
        ? Stream.empty()
        : Stream.of(Interference.on(rule.relation(), "can change or swallow rows"));
  }

  /** It is left out where one of the relations that it reads or writes is. */
  @Override
  public boolean joins(Scoped scope) {
    return scope.hasAllThatReads(rule.id());
  }

  /** One that does nothing holds the place of another, which must not be enabled for a moment. */
  @Override
  public boolean canChange(
      Limited.To limit, CatalogObject now, Difference.Changed change, Context context) {
    return RuleSteps.holdsPlace((Rule) now, rule);
  }
}
