package dev.schemasync.planner;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
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
final class StepOrder {
  private static final Comparator<Ranked> PREFERRED =
      Comparator.comparing(Ranked::stage)
          .thenComparing(r -> r.node().pass())
          .thenComparing(r -> r.node().step().object())
          .thenComparing(r -> r.node().step().getClass().getSimpleName())
          .thenComparing(r -> r.node().step().toString());

  private record Ranked(Node node, Stage stage) {}

  /** What ordering came to. */
  sealed interface Result {
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
  record Loop(ImmutableList<Node> ring, ImmutableList<Node> waiting) {}

  /** A node in its place. */
  record Placed(Node node, Stage stage, ImmutableSortedSet<Integer> after) {}

  private StepOrder() {}

  static Result of(Iterable<Node> unordered) {
    ImmutableList<Node> nodes =
        ImmutableList.sortedCopyOf(
            Comparator.comparing((Node n) -> new Ranked(n, n.stage()), PREFERRED), unordered);
    List<List<Integer>> needs = needs(nodes);
    Stage[] stages = new Stage[nodes.size()];
    List<Integer> forward = forward(needs);
    if (forward.size() < nodes.size()) {
      return looped(nodes, needs, forward);
    }
    // A step cannot run before what it needs, so it moves to the latest stage among those.
    for (int i : forward) {
      Stage stage = nodes.get(i).stage();
      for (int need : needs.get(i)) {
        stage = stage.includes(stages[need]) ? stage : stages[need];
      }
      stages[i] = stage;
    }
    return new Result.Ordered(place(nodes, needs, stages));
  }

  private static List<List<Integer>> needs(ImmutableList<Node> nodes) {
    ImmutableListMultimap.Builder<Fact, Integer> providers = ImmutableListMultimap.builder();
    for (int i = 0; i < nodes.size(); i++) {
      for (Fact fact : nodes.get(i).provides()) {
        providers.put(fact, i);
      }
    }
    ImmutableListMultimap<Fact, Integer> byFact = providers.build();
    List<List<Integer>> needs = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      TreeSet<Integer> found = new TreeSet<>();
      for (Fact fact : nodes.get(i).requires()) {
        found.addAll(byFact.get(fact));
      }
      found.remove(i);
      needs.add(List.copyOf(found));
    }
    return needs;
  }

  /** Some order that respects the needs, as far as there is one. */
  private static List<Integer> forward(List<List<Integer>> needs) {
    int[] waiting = new int[needs.size()];
    List<List<Integer>> dependents = dependents(needs);
    PriorityQueue<Integer> ready = new PriorityQueue<>();
    for (int i = 0; i < waiting.length; i++) {
      waiting[i] = needs.get(i).size();
      if (waiting[i] == 0) {
        ready.add(i);
      }
    }
    List<Integer> order = new ArrayList<>();
    for (Integer next = ready.poll(); next != null; next = ready.poll()) {
      order.add(next);
      for (int dependent : dependents.get(next)) {
        if (--waiting[dependent] == 0) {
          ready.add(dependent);
        }
      }
    }
    return order;
  }

  private static List<List<Integer>> dependents(List<List<Integer>> needs) {
    List<List<Integer>> dependents = new ArrayList<>();
    needs.forEach(n -> dependents.add(new ArrayList<>()));
    for (int i = 0; i < needs.size(); i++) {
      for (int need : needs.get(i)) {
        dependents.get(need).add(i);
      }
    }
    return dependents;
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
              needs.get(node).stream()
                  .map(n -> position[n])
                  .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()))));
    }
    return placed.build();
  }

  private static Result looped(
      ImmutableList<Node> nodes, List<List<Integer>> needs, List<Integer> reached) {
    List<List<Integer>> dependents = dependents(needs);
    return new Result.Looped(
        Loops.rings(needs).stream()
            .map(ring -> new Loop(at(ring, nodes), at(waiting(ring, dependents), nodes)))
            .collect(toImmutableList()),
        at(reached, nodes));
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
  static String describe(Step step) {
    return step.getClass().getSimpleName() + " " + step.object().display();
  }
}
