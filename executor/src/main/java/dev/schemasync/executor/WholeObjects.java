package dev.schemasync.executor;

import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.script.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;

/** The statements of a script by the object that they belong to, and which waits for which. */
final class WholeObjects {
  private final List<List<Statement>> members = new ArrayList<>();
  private final List<Set<Integer>> needs = new ArrayList<>();

  /**
   * @param statements in the order of their script; what they run after is among them, or done
   */
  WholeObjects(List<Statement> statements) {
    Map<ObjectId, Integer> byObject = new HashMap<>();
    Map<Integer, Integer> byStatement = new HashMap<>();
    for (Statement statement : statements) {
      int object =
          byObject.computeIfAbsent(statement.footprint().whole(), whole -> byObject.size());
      if (object == members.size()) {
        members.add(new ArrayList<>());
        needs.add(new TreeSet<>());
      }
      members.get(object).add(statement);
      byStatement.put(statement.number(), object);
      for (int before : statement.after()) {
        Integer needed = byStatement.get(before);
        if (needed != null && needed != object) {
          needs.get(object).add(needed);
        }
      }
    }
  }

  /**
   * The statements of each object, after those of the objects that it needs, and else in the order
   * of their first; objects that wait for each other are taken as one.
   */
  List<List<Statement>> inOrder() {
    int[] group = groups();
    List<List<Statement>> statements = new ArrayList<>();
    List<Set<Integer>> waitingFor = new ArrayList<>();
    List<List<Integer>> dependants = new ArrayList<>();
    for (int i = 0; i < group.length; i++) {
      statements.add(new ArrayList<>());
      waitingFor.add(new TreeSet<>());
      dependants.add(new ArrayList<>());
    }
    for (int object = 0; object < group.length; object++) {
      statements.get(group[object]).addAll(members.get(object));
      for (int need : needs.get(object)) {
        if (group[need] != group[object] && waitingFor.get(group[object]).add(group[need])) {
          dependants.get(group[need]).add(group[object]);
        }
      }
    }
    PriorityQueue<Integer> ready =
        new PriorityQueue<>(Comparator.comparingInt((Integer g) -> first(statements.get(g))));
    for (int i = 0; i < group.length; i++) {
      if (group[i] == i && waitingFor.get(i).isEmpty()) {
        ready.add(i);
      }
    }
    List<List<Statement>> order = new ArrayList<>();
    for (Integer next = ready.poll(); next != null; next = ready.poll()) {
      order.add(statements.get(next));
      for (int dependant : dependants.get(next)) {
        waitingFor.get(dependant).remove(next);
        if (waitingFor.get(dependant).isEmpty()) {
          ready.add(dependant);
        }
      }
    }
    return order;
  }

  private static int first(List<Statement> statements) {
    return statements.stream().mapToInt(Statement::number).min().orElse(Integer.MAX_VALUE);
  }

  /** An object whose needs are being followed. */
  private record Visit(int object, Iterator<Integer> rest) {}

  /** For each object the one that stands for all that wait for each other (Tarjan). */
  private int[] groups() {
    int[] index = new int[members.size()];
    int[] low = new int[members.size()];
    int[] group = new int[members.size()];
    Arrays.fill(index, -1);
    Arrays.fill(group, -1);
    Deque<Integer> open = new ArrayDeque<>();
    Deque<Visit> visits = new ArrayDeque<>();
    int next = 0;
    for (int root = 0; root < index.length; root++) {
      if (index[root] >= 0) {
        continue;
      }
      visits.push(new Visit(root, needs.get(root).iterator()));
      while (!visits.isEmpty()) {
        Visit visit = visits.element();
        int object = visit.object();
        if (index[object] < 0) {
          index[object] = next;
          low[object] = next++;
          open.push(object);
        }
        if (visit.rest().hasNext()) {
          int need = visit.rest().next();
          if (index[need] < 0) {
            visits.push(new Visit(need, needs.get(need).iterator()));
          } else if (group[need] < 0) {
            low[object] = Math.min(low[object], index[need]);
          }
        } else {
          visits.pop();
          if (low[object] == index[object]) {
            for (int member = -1; member != object; ) {
              member = open.pop();
              group[member] = object;
            }
          }
          if (!visits.isEmpty()) {
            int parent = visits.element().object();
            low[parent] = Math.min(low[parent], low[object]);
          }
        }
      }
    }
    return group;
  }
}
