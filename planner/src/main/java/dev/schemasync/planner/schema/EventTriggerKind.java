package dev.schemasync.planner.schema;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.EventTrigger;
import dev.schemasync.model.catalog.Firing;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.server.Feature;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Features;
import dev.schemasync.planner.kind.Interference;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.kind.Replaced;
import dev.schemasync.planner.kind.Scoped;
import dev.schemasync.planner.kind.Silent;
import dev.schemasync.planner.kind.Surrounding;
import dev.schemasync.planner.order.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An event trigger, in its state. It comes last, or it would fire at what is made after it. */
public record EventTriggerKind(EventTrigger trigger)
    implements Kind,
        Silent.UsualStage,
        Silent.NoObstacles,
        Silent.NoMembers,
        Silent.NoConstraints,
        Silent.NoNames,
        Silent.NoTexts,
        Silent.BringsNothing,
        Silent.HangsOnNothing,
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
        new ArrayList<>(context.unlessPresent(trigger, new Step.CreateEventTrigger(trigger)));
    if (stateNow(context) != trigger.state()) {
      steps.add(
          Node.after(
              trigger.id(),
              new Step.SetEventTriggerState(trigger.name(), trigger.state()),
              Stage.CUTOVER));
    }
    return steps;
  }

  private Firing stateNow(Context context) {
    return context
        .present(trigger.id(), EventTrigger.class)
        .map(EventTrigger::state)
        .orElse(Firing.ORIGIN);
  }

  @Override
  public ImmutableList<Finding> notices(Context context) {
    return Stream.concat(
            Replaced.firing(trigger.id(), stateNow(context), trigger.state(), Stage.CUTOVER)
                .stream(),
            heard(context).stream())
        .collect(toImmutableList());
  }

  /** One of the source's that is on the shard already and cannot be silenced. */
  private Optional<Finding> heard(Context context) {
    return context
        .present(trigger.id(), EventTrigger.class)
        .filter(EventTriggers::hears)
        .filter(there -> !context.eventTriggersSilenced)
        .map(
            there ->
                Finding.of(
                    FindingCode.EVENT_TRIGGER_FIRES,
                    trigger.id(),
                    "The "
                        + trigger.id()
                        + " is on the shard already and fires at what the stages change there.",
                    "Disable it on the shard if it can refuse a change, or if it sends NOTIFY,"
                        + " which no prepared transaction can; cutover brings it to its state."));
  }

  @Override
  public Stream<Feature> features(Catalog catalog) {
    return Features.when(trigger.event() == EventTrigger.Event.LOGIN, Feature.LOGIN_EVENT_TRIGGERS);
  }

  @Override
  public Stream<Surrounding> surroundings() {
    return Stream.of(
        new Surrounding.Superuser("for the whole database"),
        new Surrounding.SuperuserAsOwner(trigger.owner()));
  }

  @Override
  public Stream<Interference> interference() {
    return EventTriggers.hears(trigger)
        ? Stream.of(
            new Interference(Optional.empty(), "can refuse or add to what the stages change"))
        : Stream.empty();
  }

  /** It fires whatever the commands are about. */
  @Override
  public boolean joins(Scoped scope) {
    return scope.hasAllThatReads(trigger.id());
  }
}
