package dev.schemasync.planner;

import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The steps of keys and indexes: themselves, their place under a partitioned index, their settings.
 */
final class KeySteps {
  private KeySteps() {}

  static List<Node> of(Constraint.Key key, Context context) {
    List<Node> steps = new ArrayList<>();
    Stage stage = stage(key, context);
    Optional<Constraint.Key> present = context.present(key.id(), Constraint.Key.class);
    if (present.isEmpty()) {
      steps.add(
          Node.of(new Step.AddKey(key), stage, Requirements.of(key.id(), context))
              .requiring(context.partitionsAttached(key.table())));
    }
    attach(
            key.index(),
            key.id(),
            ObjectId.table(key.table()),
            key.parentIndex(),
            present.flatMap(Constraint.Key::parentIndex),
            stage,
            context)
        .ifPresent(steps::add);
    return steps;
  }

  private static Stage stage(Constraint.Key key, Context context) {
    return switch (key) {
      case Constraint.PrimaryKey primary -> Stage.PRE_DATA;
      case Constraint.Unique unique ->
          context.isEarlyKey(key.id()) ? Stage.PRE_DATA : Stage.POST_DATA;
    };
  }

  static List<Node> of(Index index, Context context) {
    List<Node> steps = new ArrayList<>();
    Stage stage = context.isEarlyKey(index.id()) ? Stage.PRE_DATA : Stage.POST_DATA;
    // A partitioned index cannot be built concurrently, and has nothing to build.
    boolean concurrently =
        context.options.concurrently() && stage == Stage.POST_DATA && !index.onPartitioned();
    Optional<Index> present = context.present(index.id(), Index.class);
    // A partitioned index is invalid until all of its partitions' are attached; others never get
    // valid.
    boolean broken = present.isPresent() && !present.get().valid() && !index.onPartitioned();
    if (broken) {
      steps.add(
          new Node(
              new Step.DropInvalidIndex(index.name(), concurrently),
              stage,
              Node.Pass.OBJECTS,
              ImmutableSet.of(Fact.cleared(index.id())),
              ImmutableSet.of()));
    }
    if (present.isEmpty() || broken) {
      steps.add(
          Node.of(
                  new Step.CreateIndex(index, concurrently),
                  stage,
                  Requirements.of(index.id(), context))
              .requiring(List.of(Fact.cleared(index.id())))
              .requiring(partitionsAttached(index, context)));
    }
    Optional<Index> kept = present.filter(i -> !broken);
    attach(
            index.name(),
            index.id(),
            index.relation(),
            index.parentIndex(),
            kept.flatMap(Index::parentIndex),
            stage,
            context)
        .ifPresent(steps::add);
    for (Map.Entry<Integer, Integer> entry : index.expressionStatistics().entrySet()) {
      if (!Optional.of(entry.getValue())
          .equals(kept.map(i -> i.expressionStatistics().get(entry.getKey())))) {
        steps.add(
            Node.after(
                index.id(),
                new Step.SetIndexStatistics(index.name(), entry.getKey(), entry.getValue()),
                stage));
      }
    }
    return steps;
  }

  private static List<Fact> partitionsAttached(Index index, Context context) {
    return index.onPartitioned() ? context.partitionsAttached(index.relation().name()) : List.of();
  }

  private static Optional<Node> attach(
      QualifiedName index,
      ObjectId made,
      ObjectId relation,
      Optional<QualifiedName> wanted,
      Optional<QualifiedName> now,
      Stage stage,
      Context context) {
    return wanted
        .filter(parent -> now.isEmpty())
        .map(
            parent ->
                Node.after(made, new Step.AttachIndex(index, parent), stage)
                    .requiring(List.of(Fact.attached(relation)))
                    .requiring(context.owner(parent).map(Fact::exists).stream().toList())
                    .requiring(context.descendantsAttached(index))
                    .providing(Fact.attached(ObjectId.index(index))));
  }
}
