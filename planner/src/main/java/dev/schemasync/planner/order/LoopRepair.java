package dev.schemasync.planner.order;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.catalog.View;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.relation.ViewSteps;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What to make apart from its table, domain or view, so that loops open: defaults, checks and
 * queries through which a step needs another one. All rings of a graph are opened in one search:
 * where one closes, the search goes back to the step whose need is gone, and on from there.
 */
public final class LoopRepair {
  private final StepGraph graph;
  private final Context context;
  private final ImmutableSet<ObjectId> separated;
  private final Set<ObjectId> repairs = new LinkedHashSet<>();
  private final Map<Integer, ImmutableListMultimap<Fact, ObjectId>> separable = new HashMap<>();

  /** How many of its needs each node has been followed to; none for one that was not reached. */
  private final Map<Integer, Integer> followed = new HashMap<>();

  /** Where each node on the way stands. */
  private final Map<Integer, Integer> standing = new HashMap<>();

  private final List<Integer> way = new ArrayList<>();

  private LoopRepair(StepGraph graph, Context context, ImmutableSet<ObjectId> separated) {
    this.graph = graph;
    this.context = context;
    this.separated = separated;
  }

  /**
   * The parts to make apart; none where no loop can be opened.
   *
   * @param separated those that are made apart already
   */
  public static ImmutableSet<ObjectId> of(
      StepGraph graph, Context context, ImmutableSet<ObjectId> separated) {
    LoopRepair repair = new LoopRepair(graph, context, separated);
    if (!graph.isAcyclic()) {
      for (List<Integer> component : Loops.components(graph.needs())) {
        Set<Integer> members = new LinkedHashSet<>(component);
        component.forEach(node -> repair.search(node, members));
      }
    }
    return ImmutableSet.copyOf(repair.repairs);
  }

  private void search(int start, Set<Integer> members) {
    if (followed.containsKey(start)) {
      return;
    }
    enter(start);
    while (!way.isEmpty()) {
      int node = way.getLast();
      List<Integer> needs = graph.needs().get(node);
      int edge = followed.merge(node, 1, Integer::sum) - 1;
      if (edge == needs.size()) {
        way.removeLast();
        standing.remove(node);
        continue;
      }
      Integer from = standing.get(needs.get(edge));
      if (from != null) {
        open(from);
      } else if (members.contains(needs.get(edge)) && !followed.containsKey(needs.get(edge))) {
        enter(needs.get(edge));
      }
    }
  }

  private void enter(int node) {
    followed.put(node, 0);
    standing.put(node, way.size());
    way.add(node);
  }

  /** Opens the ring that the end of the way closes, if that is possible. */
  private void open(int from) {
    List<Integer> ring = new ArrayList<>(way.subList(from, way.size()));
    int least = ring.indexOf(Collections.min(ring));
    for (int i = 0; i < ring.size(); i++) {
      int at = (least + i) % ring.size();
      if (separate(ring.get(at), ring.get((at + 1) % ring.size()))) {
        leave(from + at + 1);
        return;
      }
    }
  }

  /** Forgets the way from a place on, which no ring has to lead through any more. */
  private void leave(int place) {
    while (way.size() > place) {
      int node = way.removeLast();
      standing.remove(node);
      followed.remove(node);
    }
  }

  /** Makes apart all parts through which one node needs another, and says whether there are any. */
  private boolean separate(int node, int need) {
    ImmutableListMultimap<Fact, ObjectId> parts =
        separable.computeIfAbsent(node, n -> byReference(graph.nodes().get(n)));
    List<ObjectId> found =
        parts.isEmpty()
            ? List.of()
            : graph.nodes().get(need).provides().stream()
                .flatMap(fact -> parts.get(fact).stream())
                .toList();
    repairs.addAll(found);
    return !found.isEmpty();
  }

  private ImmutableListMultimap<Fact, ObjectId> byReference(Node node) {
    ImmutableListMultimap.Builder<Fact, ObjectId> parts = ImmutableListMultimap.builder();
    separable(node)
        .filter(part -> !separated.contains(part))
        .forEach(part -> references(part).forEach(fact -> parts.put(fact, part)));
    return parts.build();
  }

  private Stream<Fact> references(ObjectId part) {
    return part instanceof ObjectId.Part(ObjectKind kind, var of, var name)
            && kind == ObjectKind.RULE
        ? context.desired.catalog().find(of, View.class).stream()
            .flatMap(view -> ViewSteps.ofQuery(view, context))
        : context.references(part).stream();
  }

  /** What is made with a table, domain or view and could be made later. */
  private static Stream<ObjectId> separable(Node node) {
    return node.provides().stream()
        .map(Fact::object)
        .filter(id -> id instanceof ObjectId.Part part && part.of().equals(node.step().object()));
  }
}
