package dev.schemasync.planner.order;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.Stage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Steps in their preferred order, and which of them needs which.
 *
 * @param needs by position, the positions of the steps that provide what it requires, without its
 *     own
 * @param reached some order that respects the needs, of all that waits for no loop
 */
public record StepGraph(
    ImmutableList<Node> nodes, List<List<Integer>> needs, ImmutableList<Integer> reached) {
  /** Within a stage and a pass; steps of one object mostly come one after the other already. */
  private static final Comparator<Node> PREFERRED =
      Comparator.comparing((Node n) -> n.step().object())
          .thenComparing(n -> n.step().getClass().getSimpleName())
          .thenComparing(n -> n.step().toString());

  public static StepGraph of(Iterable<Node> unordered) {
    ImmutableList<Node> nodes = preferred(unordered);
    List<List<Integer>> needs = needs(nodes);
    return new StepGraph(nodes, needs, reached(needs));
  }

  /** Whether no step waits for itself. */
  public boolean isAcyclic() {
    return reached.size() == nodes.size();
  }

  private static ImmutableList<Node> preferred(Iterable<Node> unordered) {
    Map<Stage, Map<Node.Pass, List<Node>>> groups = new EnumMap<>(Stage.class);
    for (Node node : unordered) {
      groups
          .computeIfAbsent(node.stage(), stage -> new EnumMap<>(Node.Pass.class))
          .computeIfAbsent(node.pass(), pass -> new ArrayList<>())
          .add(node);
    }
    ImmutableList.Builder<Node> nodes = ImmutableList.builder();
    for (Map<Node.Pass, List<Node>> stage : groups.values()) {
      for (List<Node> pass : stage.values()) {
        pass.sort(PREFERRED);
        nodes.addAll(pass);
      }
    }
    return nodes.build();
  }

  private static List<List<Integer>> needs(List<Node> nodes) {
    Map<Fact, List<Integer>> providers = new HashMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      for (Fact fact : nodes.get(i).provides()) {
        if (fact.aspect() != Fact.Aspect.SETTLED) {
          providers.merge(fact, List.of(i), StepGraph::both);
        }
      }
    }
    List<List<Integer>> needs = new ArrayList<>(nodes.size());
    for (int i = 0; i < nodes.size(); i++) {
      List<Integer> found = needs(i, nodes.get(i), providers);
      needs.add(nodes.get(i).pass() == Node.Pass.EVENT_TRIGGERS ? after(i, nodes, found) : found);
    }
    return needs;
  }

  /**
   * With all that comes before it in its stage: the first of its pass waits for every step, each
   * other one for the one before it.
   */
  private static List<Integer> after(int self, List<Node> nodes, List<Integer> found) {
    Node node = nodes.get(self);
    TreeSet<Integer> all = new TreeSet<>(found);
    for (int i = self - 1; i >= 0 && nodes.get(i).stage() == node.stage(); i--) {
      all.add(i);
      if (nodes.get(i).pass() == node.pass()) {
        break;
      }
    }
    return List.copyOf(all);
  }

  private static List<Integer> both(List<Integer> some, List<Integer> more) {
    List<Integer> all = some.size() > 1 ? some : new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  private static List<Integer> needs(int self, Node node, Map<Fact, List<Integer>> providers) {
    List<Integer> found = new ArrayList<>();
    for (Fact fact : node.requires()) {
      found.addAll(providers.getOrDefault(fact, List.of()));
    }
    return found.stream().filter(need -> need != self).sorted().distinct().toList();
  }

  private static ImmutableList<Integer> reached(List<List<Integer>> needs) {
    int[] waiting = new int[needs.size()];
    List<List<Integer>> dependents = dependents(needs);
    Deque<Integer> ready = new ArrayDeque<>();
    for (int i = 0; i < waiting.length; i++) {
      waiting[i] = needs.get(i).size();
      if (waiting[i] == 0) {
        ready.add(i);
      }
    }
    ImmutableList.Builder<Integer> order = ImmutableList.builder();
    for (Integer next = ready.poll(); next != null; next = ready.poll()) {
      order.add(next);
      for (int dependent : dependents.get(next)) {
        if (--waiting[dependent] == 0) {
          ready.add(dependent);
        }
      }
    }
    return order.build();
  }

  /** By position, the positions of the steps that need it. */
  public List<List<Integer>> dependents() {
    return dependents(needs);
  }

  private static List<List<Integer>> dependents(List<List<Integer>> needs) {
    int[] counts = new int[needs.size()];
    needs.forEach(all -> all.forEach(need -> counts[need]++));
    List<List<Integer>> dependents = new ArrayList<>(counts.length);
    Arrays.stream(counts)
        .forEach(count -> dependents.add(count == 0 ? List.of() : new ArrayList<>(count)));
    for (int i = 0; i < counts.length; i++) {
      for (int need : needs.get(i)) {
        dependents.get(need).add(i);
      }
    }
    return dependents;
  }
}
