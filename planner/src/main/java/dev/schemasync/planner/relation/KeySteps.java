package dev.schemasync.planner.relation;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Sets;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.destination.Conflicts;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Member;
import dev.schemasync.planner.kind.Requirements;
import dev.schemasync.planner.order.Fact;
import dev.schemasync.planner.order.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The steps of indexes and of the constraints that one enforces: themselves, their place under a
 * partitioned index, their settings.
 */
public final class KeySteps {
  private KeySteps() {}

  /** When a constraint is made: after the data, unless it is needed before. */
  public static Stage stage(Constraint.Indexed constraint, Context context) {
    return early(context.isEarlyKey(constraint.id()) || context.joins(constraint));
  }

  /** The same for an index. */
  public static Stage stage(Index index, Context context) {
    return early(context.isEarlyKey(index.id()) || context.joins(index));
  }

  private static Stage early(boolean condition) {
    return condition ? Stage.PRE_DATA : Stage.POST_DATA;
  }

  /** Its index, on which there can be a comment beside the constraint's. */
  static ImmutableMap<ObjectId, Member> members(Constraint.Indexed constraint) {
    return ImmutableMap.of(
        ObjectId.index(constraint.index()),
        new Member(Privileges.DEFAULT, constraint.indexComment()));
  }

  public static List<Node> of(Constraint.Key key, Context context) {
    List<Node> steps = new ArrayList<>();
    Stage stage = new KeyKind(key).stage(context);
    Optional<Constraint.Key> present = context.present(key.id(), Constraint.Key.class);
    if (present.isEmpty()) {
      steps.add(
          Node.of(new Step.AddKey(key), stage, requirements(key.id(), key.parentIndex(), context))
              .requiring(partitionsAttached(key, context))
              .requiring(notNull(key, context)));
    }
    attach(key, present.flatMap(Constraint.Key::parentIndex), stage, context).ifPresent(steps::add);
    return steps;
  }

  public static List<Node> of(Constraint.Exclusion exclusion, Context context) {
    List<Node> steps = new ArrayList<>();
    Stage stage = stage(exclusion, context);
    Optional<Constraint.Exclusion> present =
        context.present(exclusion.id(), Constraint.Exclusion.class);
    if (present.isEmpty()) {
      steps.add(
          Node.of(new Step.AddExclusion(exclusion), stage, Requirements.of(exclusion.id(), context))
              .requiring(partitionsAttached(exclusion, context)));
    }
    attach(exclusion, present.flatMap(Constraint.Exclusion::parentIndex), stage, context)
        .ifPresent(steps::add);
    steps.addAll(
        statistics(
            exclusion.index(),
            exclusion.id(),
            exclusion.expressionStatistics(),
            present.map(Constraint.Exclusion::expressionStatistics),
            stage));
    return steps;
  }

  /**
   * A primary key would make its columns NOT NULL by itself, under names of the server's choice.
   */
  private static List<Fact> notNull(Constraint.Key key, Context context) {
    return context
        .desired
        .catalog()
        .find(ObjectId.table(key.table()), Table.class)
        .filter(table -> key instanceof Constraint.PrimaryKey)
        .stream()
        .flatMap(table -> table.columns().stream())
        .filter(column -> key.columns().contains(column.name()))
        .flatMap(column -> Inheritance.notNull(key.table(), column).stream())
        .map(Fact::exists)
        .toList();
  }

  /**
   * Whether what is on the shard is an index that a failed build left behind. A partitioned index
   * is invalid until those of all partitions are attached, another one while it is being built.
   */
  public static boolean isBroken(CatalogObject object, Context context) {
    return object instanceof Index index
        && !index.valid()
        && !index.onPartitioned()
        && !context.actual.underConstruction().containsKey(index.name());
  }

  /** That somebody is building an index on the shard that this stage is to make. */
  public static Optional<Finding> underConstruction(Index index, Context context) {
    return Optional.ofNullable(context.actual.underConstruction().get(index.name()))
        .filter(process -> context.options.stage().includes(stage(index, context)))
        .map(
            process ->
                Finding.of(
                    FindingCode.INDEX_UNDER_CONSTRUCTION,
                    index.id(),
                    "The "
                        + index.id()
                        + " is not valid yet, and somebody seems to be building it: the process "
                        + process
                        + " keeps the lock that this takes.",
                    "Wait until it is done, or end it with pg_cancel_backend("
                        + process
                        + "); then run again."));
  }

  /** That on the shard another index has the place of a constraint's under a partitioned one. */
  public static Optional<Finding> placeTaken(Constraint.Indexed constraint, Context context) {
    return placeTaken(constraint.id(), constraint.table(), constraint.parentIndex(), context);
  }

  /** The same for an index. */
  public static Optional<Finding> placeTaken(Index index, Context context) {
    return placeTaken(index.id(), index.relation().name(), index.parentIndex(), context);
  }

  private static Optional<Finding> placeTaken(
      ObjectId wanted, QualifiedName table, Optional<QualifiedName> parentIndex, Context context) {
    return parentIndex.flatMap(
        parent ->
            context
                .attached(parent, table)
                .filter(occupant -> !occupant.equals(wanted))
                .map(occupant -> Conflicts.placeTaken(wanted, occupant, parent)));
  }

  public static List<Node> of(Index index, Context context) {
    List<Node> steps = new ArrayList<>();
    Stage stage = stage(index, context);
    // A partitioned index cannot be built concurrently, and has nothing to build; where there are
    // no
    // rows, waiting for writers would take much longer than the build.
    boolean concurrently =
        context.options.concurrently()
            && stage == Stage.POST_DATA
            && !index.onPartitioned()
            && !context.isEmpty(index.relation());
    Optional<Index> present = context.present(index.id(), Index.class);
    boolean broken = present.filter(i -> isBroken(i, context)).isPresent();
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
                  new Step.CreateIndex(
                      index, concurrently, index.onPartitioned() && !takesIndexes(index, context)),
                  stage,
                  requirements(index.id(), index.parentIndex(), context))
              .requiring(List.of(Fact.exists(index.relation()), Fact.cleared(index.id())))
              .requiring(partitionsAttached(index, context))
              .requiring(indexesMade(index, context))
              .providing(indexesTaken(index, context)));
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
    steps.addAll(
        statistics(
            index.name(),
            index.id(),
            index.expressionStatistics(),
            kept.map(Index::expressionStatistics),
            stage));
    return steps;
  }

  private static List<Node> statistics(
      QualifiedName index,
      ObjectId made,
      ImmutableSortedMap<Integer, Integer> wanted,
      Optional<ImmutableSortedMap<Integer, Integer>> present,
      Stage stage) {
    ImmutableSortedMap<Integer, Integer> now = present.orElse(ImmutableSortedMap.of());
    List<Node> steps = new ArrayList<>();
    for (int ordinal : Sets.union(wanted.keySet(), now.keySet())) {
      int target = wanted.getOrDefault(ordinal, Step.DEFAULT_STATISTICS);
      if (target != now.getOrDefault(ordinal, Step.DEFAULT_STATISTICS)) {
        steps.add(Node.after(made, new Step.SetIndexStatistics(index, ordinal, target), stage));
      }
    }
    return steps;
  }

  /** One that its own table cannot be attached without may have to come before its partitions. */
  private static List<Fact> partitionsAttached(Constraint.Indexed constraint, Context context) {
    return context.joins(constraint) ? List.of() : context.partitionsAttached(constraint.table());
  }

  private static List<Fact> partitionsAttached(Index index, Context context) {
    return index.onPartitioned() && !context.joins(index)
        ? context.partitionsAttached(index.relation().name())
        : List.of();
  }

  /**
   * Whether an index is to be made when those of the partitions are there, and takes them: ON ONLY
   * it would wait for one of each partition, and a foreign table has none.
   */
  private static boolean takesIndexes(Index index, Context context) {
    return index.onPartitioned()
        && index.valid()
        && !context.joins(index)
        && context.present(index.id()).isEmpty()
        && context.hasForeignPartition(index.relation().name());
  }

  private static List<Fact> indexesMade(Index index, Context context) {
    return takesIndexes(index, context)
        ? context.indexesBelow(index.name()).stream()
            .flatMap(
                below ->
                    Stream.concat(
                        context.owner(below).stream().map(Fact::exists),
                        context.descendantsAttached(below).stream()))
            .toList()
        : List.of();
  }

  private static Stream<Fact> indexesTaken(Index index, Context context) {
    return takesIndexes(index, context)
        ? context.indexesBelow(index.name()).stream()
            .map(below -> Fact.attached(ObjectId.index(below)))
        : Stream.empty();
  }

  private static Optional<Node> attach(
      Constraint.Indexed constraint, Optional<QualifiedName> now, Stage stage, Context context) {
    return attach(
        constraint.index(),
        constraint.id(),
        ObjectId.table(constraint.table()),
        constraint.parentIndex(),
        now,
        stage,
        context);
  }

  /** What it refers to, but for the index above where that comes later and takes it. */
  private static ImmutableSet<Fact> requirements(
      ObjectId id, Optional<QualifiedName> parent, Context context) {
    ImmutableSet<Fact> all = Requirements.of(id, context);
    return parent
        .filter(above -> isTaken(above, context))
        .map(above -> Fact.exists(ObjectId.index(above)))
        .map(above -> all.stream().filter(fact -> !fact.equals(above)).collect(toImmutableSet()))
        .orElse(all);
  }

  private static boolean isTaken(QualifiedName parent, Context context) {
    return context
        .desired
        .catalog()
        .find(ObjectId.index(parent), Index.class)
        .filter(index -> takesIndexes(index, context))
        .isPresent();
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
        .filter(parent -> !isTaken(parent, context))
        .map(
            parent ->
                Node.after(made, new Step.AttachIndex(index, parent), stage)
                    .requiring(List.of(Fact.attached(relation)))
                    .requiring(context.owner(parent).map(Fact::exists).stream().toList())
                    .requiring(context.descendantsAttached(index))
                    .providing(Fact.attached(ObjectId.index(index))));
  }
}
