package dev.schemasync.planner.relation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Firing;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.catalog.Trigger;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.plan.Probe;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Interference;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.kind.Member;
import dev.schemasync.planner.kind.ProbeContexts;
import dev.schemasync.planner.kind.Replaced;
import dev.schemasync.planner.kind.Silent;
import dev.schemasync.planner.order.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A trigger, in its state. */
public record TriggerKind(Trigger trigger)
    implements Kind,
        Silent.UsualStage,
        Silent.NoObstacles,
        Silent.NoConstraints,
        Silent.NoNames,
        Silent.NoFeatures,
        Silent.NoSurroundings,
        Silent.BringsNothing,
        Silent.NeverJoins,
        Silent.NoRelationOfAnother,
        Silent.NotClustered,
        Silent.NoLimits {
  @Override
  public CatalogObject object() {
    return trigger;
  }

  @Override
  public List<Node> steps(Context context, ImmutableSet<ObjectId> separated) {
    List<Node> steps =
        new ArrayList<>(context.unlessPresent(trigger, new Step.CreateTrigger(trigger)));
    if (stateNow(context) != trigger.state()) {
      steps.add(
          Node.after(
              trigger.id(),
              new Step.SetTriggerState(trigger.relation(), trigger.name(), trigger.state()),
              Stage.POST_DATA));
    }
    return steps;
  }

  /** Of a constraint trigger the constraint, on which there can be a comment beside its own. */
  @Override
  public ImmutableMap<ObjectId, Member> members() {
    return trigger
        .constraint()
        .map(
            constraint ->
                ImmutableMap.<ObjectId, Member>of(
                    ObjectId.constraint(trigger.relation(), trigger.name()),
                    new Member(Privileges.DEFAULT, constraint.comment())))
        .orElse(ImmutableMap.of());
  }

  private Firing stateNow(Context context) {
    return context.present(trigger.id(), Trigger.class).map(Trigger::state).orElse(Firing.ORIGIN);
  }

  @Override
  public ImmutableList<Finding> notices(Context context) {
    return Replaced.firing(trigger.id(), stateNow(context), trigger.state(), Stage.POST_DATA);
  }

  @Override
  public ImmutableMap<SqlText, Probe.Context> texts() {
    return ProbeContexts.all(trigger, new Probe.Context.Rows(trigger.relation().name()));
  }

  @Override
  public Stream<Interference> interference() {
    return trigger.state() == Firing.DISABLED
        ? Stream.empty()
        : Stream.of(Interference.on(trigger.relation(), "can refuse or change rows"));
  }

  @Override
  public Optional<ObjectId> hangsOn() {
    return Optional.of(trigger.relation());
  }
}
