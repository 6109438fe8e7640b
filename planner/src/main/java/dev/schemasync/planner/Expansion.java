package dev.schemasync.planner;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.Extension;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.MaterializedView;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Publication;
import dev.schemasync.model.catalog.Routine;
import dev.schemasync.model.catalog.Schema;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.catalog.Trigger;
import dev.schemasync.model.catalog.Type;
import dev.schemasync.model.catalog.UnsupportedObject;
import dev.schemasync.model.catalog.View;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.plan.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns every desired object into the steps whose facts do not hold on the shard yet. The
 * destination is the journal: an object that is there is not made, one that contradicts it is a
 * conflict.
 */
final class Expansion {
  private final Context context;
  private final ImmutableSet<ObjectId> separated;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Overwrite> overwrites = new ArrayList<>();
  private final ImmutableList.Builder<Finding> findings = ImmutableList.builder();

  /**
   * The expansion of what is desired.
   *
   * @param separated defaults and checks that steps of their own make, because making them with
   *     their table or domain would be a loop
   */
  Expansion(Context context, ImmutableSet<ObjectId> separated) {
    this.context = context;
    this.separated = separated;
    for (CatalogObject object : context.desired.catalog().all()) {
      Conflicts.of(object, context).forEach(findings::add);
      if (object instanceof Sequence sequence) {
        SequenceSteps.finding(sequence, context).ifPresent(findings::add);
      }
      nodes.addAll(steps(object));
      nodes.addAll(Validation.of(object, context));
      Attributes attributes = Attributes.of(object, context);
      nodes.addAll(attributes.steps());
      overwrites.addAll(attributes.overwrites());
      findings.addAll(attributes.conflicts());
    }
    findings.addAll(Overwrites.findings(overwrites));
  }

  ImmutableList<Node> nodes() {
    return ImmutableList.copyOf(nodes);
  }

  ImmutableList<Finding> findings() {
    return findings.build();
  }

  private List<Node> steps(CatalogObject object) {
    return switch (object) {
      case Schema schema -> create(object, new Step.CreateSchema(schema));
      case Extension extension -> create(object, new Step.CreateExtension(extension));
      case Type.EnumType type -> create(object, new Step.CreateType(type));
      case Type.CompositeType type -> create(object, new Step.CreateType(type));
      case Type.Domain domain -> DomainSteps.of(domain, context, separated);
      case Routine routine -> create(object, new Step.CreateRoutine(routine));
      case Sequence sequence -> SequenceSteps.of(sequence, context);
      case Table table -> TableSteps.of(table, context, separated);
      case View view -> create(object, new Step.CreateView(view));
      case MaterializedView view -> MaterializedViewSteps.of(view, context);
      case Constraint.Key key -> KeySteps.of(key, context);
      case Constraint.Check check -> TableSteps.of(check, context, separated);
      case Constraint.ForeignKey foreignKey -> ForeignKeySteps.of(foreignKey, context);
      case Index index -> KeySteps.of(index, context);
      case Trigger trigger -> trigger(trigger);
      case Publication publication -> publication(publication);
      case UnsupportedObject unsupported -> List.of();
    };
  }

  private List<Node> create(CatalogObject object, Step step) {
    return context.present(object.id()).isPresent()
        ? List.of()
        : List.of(Node.of(step, object.id().kind().stage(), Requirements.of(object.id(), context)));
  }

  private List<Node> trigger(Trigger trigger) {
    List<Node> steps = new ArrayList<>(create(trigger, new Step.CreateTrigger(trigger)));
    Trigger.State state =
        context
            .present(trigger.id(), Trigger.class)
            .map(Trigger::state)
            .orElse(Trigger.State.ORIGIN);
    if (state != trigger.state()) {
      steps.add(
          Node.after(
              trigger.id(),
              new Step.SetTriggerState(trigger.relation(), trigger.name(), trigger.state()),
              Stage.POST_DATA));
    }
    return steps;
  }

  private List<Node> publication(Publication publication) {
    return create(publication, new Step.CreatePublication(publication)).stream()
        .map(n -> n.requiring(Requirements.members(publication)))
        .toList();
  }
}
