package dev.schemasync.planner;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.diff.TextEquivalence;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.plan.Plan;
import dev.schemasync.model.server.Snapshot;
import dev.schemasync.planner.destination.Extras;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.order.LoopRepair;
import dev.schemasync.planner.order.Node;
import dev.schemasync.planner.order.StepGraph;
import dev.schemasync.planner.order.StepOrder;
import dev.schemasync.planner.step.StepContext;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares what a shard should hold with what it holds and plans the steps between. The same
 * comparison is the verification: after a stage has run, the plan has no step of it left.
 */
public final class Planner {
  private final Context context;
  private final StepContext steps;

  private Planner(Context context) {
    this.context = context;
    this.steps = new StepContext(context);
  }

  /**
   * What is left to do on a shard, in all stages.
   *
   * @param texts which deparsed texts the shard's server has been shown to print alike
   */
  public static ShardPlan plan(
      Desired desired, Snapshot actual, TextEquivalence texts, PlanOptions options) {
    return new Planner(new Context(desired.on(actual.server()), actual, texts, options)).plan();
  }

  private ShardPlan plan() {
    ImmutableSet<ObjectId> separated = ImmutableSet.of();
    while (true) {
      Expansion expansion = new Expansion(context, separated);
      StepGraph graph = StepGraph.of(expansion.nodes());
      ImmutableSet<ObjectId> repairs = LoopRepair.of(graph, context, separated);
      if (repairs.isEmpty()) {
        return switch (StepOrder.of(graph)) {
          case StepOrder.Result.Ordered ordered -> plan(expansion, ImmutableList.of(), ordered);
          case StepOrder.Result.Looped(var loops, var rest) ->
              plan(expansion, loops, StepOrder.of(rest));
        };
      }
      separated = ImmutableSet.<ObjectId>builder().addAll(separated).addAll(repairs).build();
    }
  }

  /** The plan of what waits for no loop. */
  private ShardPlan plan(
      Expansion expansion, ImmutableList<StepOrder.Loop> loops, StepOrder.Result rest) {
    return switch (rest) {
      case StepOrder.Result.Ordered(var nodes) ->
          new ShardPlan(
              new Plan(
                  nodes.parallelStream().map(steps::planned).collect(toImmutableList()),
                  context.eventTriggersSilenced),
              ImmutableList.<Finding>builder()
                  .addAll(expansion.findings())
                  .addAll(loops.stream().map(Planner::finding).toList())
                  .addAll(Extras.of(context))
                  .build());
      case StepOrder.Result.Looped more ->
          throw new IllegalStateException("a loop among what waits for none: " + more);
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
