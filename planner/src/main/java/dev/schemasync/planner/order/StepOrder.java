package dev.schemasync.planner.order;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.Collections2;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Streams;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.plan.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeSet;

/**
 * Puts steps in an order that respects every dependency and disturbs the preferred order least. It
 * depends on the steps alone, never on the order in which they come.
 */
public final class StepOrder {
  /** What ordering came to. */
  public sealed interface Result {
    /** An order, with the positions that each node must follow and the stage it ended in. */
    record Ordered(ImmutableList<Placed> nodes) implements Result {}

    /**
     * There is none.
     *
     * @param rest what waits for no loop
     */
    record Looped(ImmutableList<Loop> loops, ImmutableList<Node> rest) implements Result {}
  }

  /**
   * Nodes that wait for each other.
   *
   * @param ring some of them, each of which waits for the next
   * @param waiting all that waits for the ring, itself included
   */
  public record Loop(ImmutableList<Node> ring, ImmutableList<Node> waiting) {}

  /** A node in its place. */
  public record Placed(Node node, Stage stage, ImmutableSortedSet<Integer> after) {}

  private StepOrder() {}

  public static Result of(Iterable<Node> unordered) {
    return of(StepGraph.of(unordered));
  }

  public static Result of(StepGraph graph) {
    if (!graph.isAcyclic()) {
      return looped(graph);
    }
    ImmutableList<Node> nodes = graph.nodes();
    Stage[] stages = new Stage[nodes.size()];
    // A step cannot run before what it needs, so it moves to the latest stage among those.
    for (int i : graph.reached()) {
      Stage stage = nodes.get(i).stage();
      for (int need : graph.needs().get(i)) {
        stage = stage.includes(stages[need]) ? stage : stages[need];
      }
      stages[i] = stage;
    }
    return new Result.Ordered(place(nodes, graph.needs(), stages));
  }

  /**
   * Goes backwards, always taking the largest-ranked node without unplaced dependents: so a node is
   * moved ahead of its rank only as far as its dependents force it.
   */
  private static ImmutableList<Placed> place(
      ImmutableList<Node> nodes, List<List<Integer>> needs, Stage[] stages) {
    List<Integer> byRank = new ArrayList<>();
    for (int i = 0; i < stages.length; i++) {
      byRank.add(i);
    }
    byRank.sort(Comparator.comparing((Integer i) -> stages[i]).thenComparing(i -> i));
    int[] rank = new int[stages.length];
    for (int r = 0; r < rank.length; r++) {
      rank[byRank.get(r)] = r;
    }
    int[] unplaced = new int[stages.length];
    for (List<Integer> all : needs) {
      for (int need : all) {
        unplaced[need]++;
      }
    }
    PriorityQueue<Integer> ready =
        new PriorityQueue<>(Comparator.comparingInt((Integer i) -> -rank[i]));
    for (int i = 0; i < unplaced.length; i++) {
      if (unplaced[i] == 0) {
        ready.add(i);
      }
    }
    int[] position = new int[stages.length];
    int[] order = new int[stages.length];
    int free = stages.length;
    for (Integer next = ready.poll(); next != null; next = ready.poll()) {
      position[next] = --free;
      order[free] = next;
      for (int need : needs.get(next)) {
        if (--unplaced[need] == 0) {
          ready.add(need);
        }
      }
    }
    ImmutableList.Builder<Placed> placed = ImmutableList.builder();
    for (int node : order) {
      placed.add(
          new Placed(
              nodes.get(node),
              stages[node],
              ImmutableSortedSet.copyOf(
                  Collections2.transform(needs.get(node), n -> position[n]))));
    }
    return placed.build();
  }

  private static Result looped(StepGraph graph) {
    List<List<Integer>> dependents = graph.dependents();
    ImmutableList<Node> nodes = graph.nodes();
    return new Result.Looped(
        Loops.rings(graph.needs()).stream()
            .map(ring -> new Loop(at(ring, nodes), at(waiting(ring, dependents), nodes)))
            .collect(toImmutableList()),
        at(graph.reached(), nodes));
  }

  private static ImmutableList<Node> at(Iterable<Integer> positions, ImmutableList<Node> nodes) {
    return Streams.stream(positions).map(nodes::get).collect(toImmutableList());
  }

  private static Iterable<Integer> waiting(List<Integer> ring, List<List<Integer>> dependents) {
    TreeSet<Integer> found = new TreeSet<>(ring);
    Deque<Integer> open = new ArrayDeque<>(ring);
    while (!open.isEmpty()) {
      dependents.get(open.pop()).stream().filter(found::add).forEach(open::push);
    }
    return found;
  }

  /** The step of a node, for the messages of loops. */
  public static String describe(Step step) {
    return step.words() + " " + step.object().display();
  }
}
