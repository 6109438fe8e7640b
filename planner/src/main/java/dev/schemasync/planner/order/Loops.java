package dev.schemasync.planner.order;

import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The loops of a graph, all at once: its strongly connected components of more than one node, as
 * Tarjan's algorithm finds them, without recursion.
 */
public final class Loops {
  private static final int UNSEEN = -1;

  private final List<List<Integer>> needs;
  private final int[] number;
  private final int[] lowest;
  private final BitSet open = new BitSet();
  private final Deque<Integer> path = new ArrayDeque<>();
  private final List<List<Integer>> components = new ArrayList<>();
  private int next;

  private Loops(List<List<Integer>> needs) {
    this.needs = needs;
    this.number = new int[needs.size()];
    this.lowest = new int[needs.size()];
    Arrays.fill(number, UNSEEN);
  }

  /**
   * One ring of each component, each node followed by one that it needs, from its least node on.
   *
   * @param needs by node, without a node's need for itself
   */
  public static ImmutableList<ImmutableList<Integer>> rings(List<List<Integer>> needs) {
    Loops loops = of(needs);
    return loops.components.stream()
        .map(loops::ring)
        .sorted(Comparator.comparing(List::getFirst))
        .collect(ImmutableList.toImmutableList());
  }

  /** The nodes of each component, in order. */
  public static ImmutableList<ImmutableList<Integer>> components(List<List<Integer>> needs) {
    return of(needs).components.stream()
        .map(ImmutableList::sortedCopyOf)
        .sorted(Comparator.comparing(List::getFirst))
        .collect(ImmutableList.toImmutableList());
  }

  private static Loops of(List<List<Integer>> needs) {
    Loops loops = new Loops(needs);
    for (int node = 0; node < needs.size(); node++) {
      if (loops.number[node] == UNSEEN) {
        loops.visit(node);
      }
    }
    return loops;
  }

  /** Visits all that a node needs, in depth; {@code at} says how far each node on the way is. */
  private void visit(int start) {
    Deque<Integer> way = new ArrayDeque<>();
    Map<Integer, Integer> at = new HashMap<>();
    enter(start, way, at);
    while (!way.isEmpty()) {
      int node = way.peek();
      int edge = at.merge(node, 1, Integer::sum) - 1;
      if (edge < needs.get(node).size()) {
        int need = needs.get(node).get(edge);
        if (number[need] == UNSEEN) {
          enter(need, way, at);
        } else if (open.get(need)) {
          lowest[node] = Math.min(lowest[node], number[need]);
        }
      } else {
        way.pop();
        at.remove(node);
        if (!way.isEmpty()) {
          lowest[way.peek()] = Math.min(lowest[way.peek()], lowest[node]);
        }
        if (lowest[node] == number[node]) {
          close(node);
        }
      }
    }
  }

  private void enter(int node, Deque<Integer> way, Map<Integer, Integer> at) {
    number[node] = next;
    lowest[node] = next;
    next++;
    open.set(node);
    path.push(node);
    way.push(node);
    at.put(node, 0);
  }

  private void close(int root) {
    List<Integer> component = new ArrayList<>();
    int member;
    do {
      member = path.pop();
      open.clear(member);
      component.add(member);
    } while (member != root);
    if (component.size() > 1) {
      components.add(component);
    }
  }

  private ImmutableList<Integer> ring(List<Integer> component) {
    BitSet members = new BitSet();
    component.forEach(members::set);
    Map<Integer, Integer> seenAt = new HashMap<>();
    List<Integer> way = new ArrayList<>();
    int current = Collections.min(component);
    while (seenAt.putIfAbsent(current, way.size()) == null) {
      way.add(current);
      current = needs.get(current).stream().filter(members::get).findFirst().orElseThrow();
    }
    List<Integer> ring = way.subList(seenAt.get(current), way.size());
    Collections.rotate(ring, -ring.indexOf(Collections.min(ring)));
    return ImmutableList.copyOf(ring);
  }
}
