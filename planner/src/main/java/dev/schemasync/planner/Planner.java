package dev.schemasync.planner;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.catalog.Type;
import dev.schemasync.model.diff.TextEquivalence;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.plan.Lock;
import dev.schemasync.model.plan.Plan;
import dev.schemasync.model.plan.PlannedStep;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.server.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares what a shard should hold with what it holds and plans the steps between. The same
 * comparison is the verification: after a stage has run, the plan has no step of it left.
 */
public final class Planner {
  private final Context context;
  private final Footprints footprints;

  private Planner(Context context) {
    this.context = context;
    this.footprints = new Footprints(context);
  }

  /**
   * What is left to do on a shard, in all stages.
   *
   * @param texts which deparsed texts the shard's server has been shown to print alike
   */
  public static ShardPlan plan(
      Desired desired, Snapshot actual, TextEquivalence texts, PlanOptions options) {
    return new Planner(new Context(desired.on(actual.server().version()), actual, texts, options))
        .plan();
  }

  private ShardPlan plan() {
    ImmutableSet<ObjectId> separated = ImmutableSet.of();
    while (true) {
      Expansion expansion = new Expansion(context, separated);
      switch (StepOrder.of(expansion.nodes())) {
        case StepOrder.Result.Ordered ordered -> {
          return plan(expansion, ImmutableList.of(), ordered);
        }
        case StepOrder.Result.Looped(var loops, var rest) -> {
          ImmutableSet<ObjectId> repairs = repairs(loops, separated);
          if (repairs.isEmpty()) {
            return plan(expansion, loops, StepOrder.of(rest));
          }
          separated = ImmutableSet.<ObjectId>builder().addAll(separated).addAll(repairs).build();
        }
      }
    }
  }

  /** The plan of what waits for no loop. */
  private ShardPlan plan(
      Expansion expansion, ImmutableList<StepOrder.Loop> loops, StepOrder.Result rest) {
    return switch (rest) {
      case StepOrder.Result.Ordered(var nodes) ->
          new ShardPlan(
              new Plan(nodes.stream().map(this::planned).collect(toImmutableList())),
              ImmutableList.<Finding>builder()
                  .addAll(expansion.findings())
                  .addAll(loops.stream().map(Planner::finding).toList())
                  .addAll(Extras.of(context))
                  .build());
      case StepOrder.Result.Looped more ->
          throw new IllegalStateException("a loop among what waits for none: " + more);
    };
  }

  private PlannedStep planned(StepOrder.Placed placed) {
    Step step = placed.node().step();
    return new PlannedStep(
        step,
        placed.stage(),
        placed.after(),
        locks(step),
        footprints.of(step),
        CheckedRoles.of(step, context),
        isTransactional(step),
        Weights.of(step, context.desired.relationSizes()));
  }

  /** What is done to a partitioned table is done to its partitions, which are locked alike. */
  private ImmutableSortedSet<Lock> locks(Step step) {
    ImmutableSortedSet.Builder<Lock> locks = ImmutableSortedSet.naturalOrder();
    for (Lock lock : Locks.of(step, context)) {
      locks.add(lock);
      context.descendants(lock.relation()).forEach(p -> locks.add(new Lock(p, lock.mode())));
    }
    return locks.build();
  }

  private static boolean isTransactional(Step step) {
    return switch (step) {
      case Step.CreateIndex(var index, var concurrently) -> !concurrently;
      case Step.DropInvalidIndex(var index, var concurrently) -> !concurrently;
      case Step other -> true;
    };
  }

  /** What to make apart, so that loops open: one part for every loop that has one. */
  private ImmutableSet<ObjectId> repairs(
      List<StepOrder.Loop> loops, ImmutableSet<ObjectId> separated) {
    return loops.stream()
        .flatMap(loop -> repair(loop.ring(), separated).stream())
        .collect(toImmutableSet());
  }

  /**
   * A default or check to make apart from its table or domain, so that a loop opens: one through
   * which a step of the loop needs the next one.
   */
  private Optional<ObjectId> repair(List<Node> ring, ImmutableSet<ObjectId> separated) {
    for (int i = 0; i < ring.size(); i++) {
      Node next = ring.get((i + 1) % ring.size());
      Optional<ObjectId> part =
          separable(ring.get(i).step())
              .filter(p -> !separated.contains(p))
              .filter(p -> context.references(p).stream().anyMatch(next.provides()::contains))
              .findFirst();
      if (part.isPresent()) {
        return part;
      }
    }
    return Optional.empty();
  }

  private static Stream<ObjectId> separable(Step step) {
    return switch (step) {
      case Step.CreateTable(var table, var checks, var identities) ->
          Stream.concat(
              table.columns().stream()
                  .filter(c -> c.value() instanceof Column.Value.Default)
                  .map(c -> ObjectId.columnDefault(table.id(), c.name())),
              checks.stream().map(c -> c.id()));
      case Step.CreateType(Type.Domain domain) ->
          domain.checks().stream().map(c -> DomainSteps.checkId(domain, c));
      case Step other -> Stream.empty();
    };
  }

  private static Finding finding(StepOrder.Loop loop) {
    Node first = loop.ring().getFirst();
    return Finding.of(
        FindingCode.DEPENDENCY_LOOP,
        first.step().object(),
        "These steps wait for each other: "
            + Stream.concat(loop.ring().stream(), Stream.of(first))
                .map(n -> StepOrder.describe(n.step()))
                .collect(Collectors.joining(" needs "))
            + ". Without them these are not made: "
            + loop.waiting().stream()
                .map(n -> whole(n.step().object()))
                .distinct()
                .sorted()
                .map(ObjectId::toString)
                .collect(Collectors.joining(", "))
            + ".",
        "Break the loop on the source, or create one of its objects on the shards by hand.");
  }

  /** The object itself for what only belongs to it, as the comment on a column does. */
  private static ObjectId whole(ObjectId id) {
    return id instanceof ObjectId.Part part && part.kind() == ObjectKind.COLUMN ? part.of() : id;
  }
}
