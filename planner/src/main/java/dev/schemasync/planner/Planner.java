package dev.schemasync.planner;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.ObjectId;
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
    return new Planner(new Context(desired, actual, texts, options)).plan();
  }

  private ShardPlan plan() {
    ImmutableSet<ObjectId> separated = ImmutableSet.of();
    while (true) {
      Expansion expansion = new Expansion(context, separated);
      switch (StepOrder.of(expansion.nodes())) {
        case StepOrder.Result.Ordered(var nodes) -> {
          return new ShardPlan(
              new Plan(nodes.stream().map(this::planned).collect(toImmutableList())),
              ImmutableList.<Finding>builder()
                  .addAll(expansion.findings())
                  .addAll(Extras.of(context))
                  .build());
        }
        case StepOrder.Result.Loop(var nodes) -> {
          Optional<ObjectId> repair = repair(nodes, separated);
          if (repair.isEmpty()) {
            return new ShardPlan(
                Plan.EMPTY,
                ImmutableList.<Finding>builder()
                    .addAll(expansion.findings())
                    .add(loop(nodes))
                    .build());
          }
          separated = ImmutableSet.<ObjectId>builder().addAll(separated).add(repair.get()).build();
        }
      }
    }
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

  /**
   * A default or check to make apart from its table or domain, so that a loop opens: one through
   * which a step of the loop needs the next one.
   */
  private Optional<ObjectId> repair(List<Node> loop, ImmutableSet<ObjectId> separated) {
    for (int i = 0; i < loop.size(); i++) {
      Node next = loop.get((i + 1) % loop.size());
      Optional<ObjectId> part =
          separable(loop.get(i).step())
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

  private static Finding loop(List<Node> nodes) {
    return Finding.of(
        FindingCode.DEPENDENCY_LOOP,
        nodes.getFirst().step().object(),
        "These steps wait for each other: "
            + Stream.concat(nodes.stream(), Stream.of(nodes.getFirst()))
                .map(n -> StepOrder.describe(n.step()))
                .collect(Collectors.joining(" needs ", "", ".")),
        "Break the loop on the source, or create one of the objects on the shards by hand.");
  }
}
