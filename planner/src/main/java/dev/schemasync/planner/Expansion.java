package dev.schemasync.planner;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.planner.access.Attributes;
import dev.schemasync.planner.access.Overwrite;
import dev.schemasync.planner.access.Overwrites;
import dev.schemasync.planner.destination.Conflicts;
import dev.schemasync.planner.destination.Validation;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.kind.Kinds;
import dev.schemasync.planner.order.Node;
import java.util.List;
import java.util.function.Function;

/**
 * Turns every desired object into the steps whose facts do not hold on the shard yet. The
 * destination is the journal: an object that is there is not made, one that contradicts it is a
 * conflict.
 */
final class Expansion {
  private final ImmutableList<Node> nodes;
  private final ImmutableList<Finding> findings;

  /**
   * The expansion of what is desired.
   *
   * @param separated defaults, checks and queries that steps of their own make, because making them
   *     with their table, domain or view would be a loop
   */
  Expansion(Context context, ImmutableSet<ObjectId> separated) {
    // No object waits for another: each is looked up in what is complete.
    ImmutableList<Expanded> expanded =
        context.desired.catalog().all().parallelStream()
            .map(object -> expand(Kinds.of(object), context, separated))
            .collect(toImmutableList());
    this.nodes = all(expanded, Expanded::nodes);
    this.findings =
        ImmutableList.<Finding>builder()
            .addAll(all(expanded, Expanded::findings))
            .addAll(Overwrites.findings(all(expanded, Expanded::overwrites)))
            .build();
  }

  /** What comes of one object. */
  private record Expanded(
      ImmutableList<Node> nodes,
      ImmutableList<Finding> findings,
      ImmutableList<Overwrite> overwrites) {}

  private static Expanded expand(Kind kind, Context context, ImmutableSet<ObjectId> separated) {
    Attributes attributes = Attributes.of(kind, context);
    return new Expanded(
        ImmutableList.<Node>builder()
            .addAll(kind.steps(context, separated))
            .addAll(Validation.of(kind, context))
            .addAll(attributes.steps())
            .build(),
        ImmutableList.<Finding>builder()
            .addAll(Conflicts.of(kind, context).stream().iterator())
            .addAll(kind.notices(context))
            .addAll(attributes.conflicts())
            .build(),
        ImmutableList.copyOf(attributes.overwrites()));
  }

  private static <T> ImmutableList<T> all(
      List<Expanded> expanded, Function<Expanded, ImmutableList<T>> part) {
    return expanded.stream().map(part).flatMap(List::stream).collect(toImmutableList());
  }

  ImmutableList<Node> nodes() {
    return nodes;
  }

  ImmutableList<Finding> findings() {
    return findings;
  }
}
