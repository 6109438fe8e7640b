package dev.schemasync.planner;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.order.Fact;
import dev.schemasync.planner.order.Node;
import dev.schemasync.planner.order.StepOrder;
import dev.schemasync.testkit.catalog.Objects;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StepOrderTest {
  @Property(tries = 300)
  void orderDoesNotDependOnTheInputsOrder(
      @ForAll("graphs") List<Node> nodes, @ForAll Random random) {
    List<Node> shuffled = new ArrayList<>(nodes);
    Collections.shuffle(shuffled, random);
    assertThat(StepOrder.of(shuffled)).isEqualTo(StepOrder.of(nodes));
  }

  @Property(tries = 300)
  void everyRequirementIsRespected(@ForAll("acyclicGraphs") List<Node> nodes) {
    ImmutableList<StepOrder.Placed> placed = ordered(nodes);
    assertThat(placed)
        .extracting(StepOrder.Placed::node)
        .containsExactlyInAnyOrderElementsOf(nodes);
    for (int i = 0; i < placed.size(); i++) {
      Set<Fact> known = new HashSet<>();
      for (int position : placed.get(i).after()) {
        assertThat(position).isLessThan(i);
        assertThat(placed.get(position).stage()).isLessThanOrEqualTo(placed.get(i).stage());
        known.addAll(placed.get(position).node().provides());
      }
      assertThat(known).containsAll(placed.get(i).node().requires());
    }
  }

  @Property(tries = 300)
  void stagesAreContiguousAndNeverEarlierThanAsked(@ForAll("acyclicGraphs") List<Node> nodes) {
    ImmutableList<StepOrder.Placed> placed = ordered(nodes);
    assertThat(placed).extracting(StepOrder.Placed::stage).isSorted();
    assertThat(placed).allMatch(p -> p.stage().includes(p.node().stage()));
  }

  @Property(tries = 300)
  void stepsWithoutNeedsStandInTheOrderOfTheirKinds(@ForAll("acyclicGraphs") List<Node> nodes) {
    List<Node> free =
        nodes.stream()
            .map(n -> new Node(n.step(), n.stage(), n.pass(), n.provides(), ImmutableSet.of()))
            .toList();
    assertThat(ordered(free))
        .isSortedAccordingTo(
            (left, right) -> {
              int byStage = left.stage().compareTo(right.stage());
              return byStage != 0
                  ? byStage
                  : left.node().step().object().compareTo(right.node().step().object());
            });
  }

  @Property(tries = 300)
  void loopsAreRingsOfStepsAndTheRestWaitsForNone(@ForAll("graphs") List<Node> nodes) {
    switch (StepOrder.of(nodes)) {
      case StepOrder.Result.Ordered(var placed) -> assertThat(placed).hasSameSizeAs(nodes);
      case StepOrder.Result.Looped(var loops, var rest) -> {
        assertThat(loops).isNotEmpty();
        Set<Node> inLoops = new HashSet<>();
        Set<Node> waiting = new HashSet<>();
        for (StepOrder.Loop loop : loops) {
          assertRing(loop.ring());
          assertThat(loop.ring()).noneMatch(inLoops::contains);
          assertThat(loop.waiting()).containsAll(loop.ring());
          inLoops.addAll(loop.ring());
          waiting.addAll(loop.waiting());
        }
        assertThat(rest).doesNotContainAnyElementsOf(waiting);
        assertThat(rest.size() + waiting.size()).isEqualTo(nodes.size());
        assertThat(StepOrder.of(rest)).isInstanceOf(StepOrder.Result.Ordered.class);
      }
    }
  }

  private static void assertRing(List<Node> ring) {
    assertThat(ring).hasSizeGreaterThan(1).doesNotHaveDuplicates();
    for (int i = 0; i < ring.size(); i++) {
      assertThat(ring.get(i).requires())
          .containsAnyElementsOf(ring.get((i + 1) % ring.size()).provides());
    }
    assertThat(ring.getFirst())
        .isEqualTo(
            Collections.min(
                ring, Comparator.comparing(Node::stage).thenComparing(n -> n.step().object())));
  }

  private static ImmutableList<StepOrder.Placed> ordered(List<Node> nodes) {
    return ((StepOrder.Result.Ordered) StepOrder.of(nodes)).nodes();
  }

  @Provide
  Arbitrary<List<Node>> graphs() {
    return graphs(false);
  }

  @Provide
  Arbitrary<List<Node>> acyclicGraphs() {
    return graphs(true);
  }

  private static Arbitrary<List<Node>> graphs(boolean acyclic) {
    return Arbitraries.integers()
        .between(1, 12)
        .flatMap(
            size ->
                Combinators.combine(
                        IntStream.range(0, size).mapToObj(i -> node(i, size, acyclic)).toList())
                    .as(all -> all));
  }

  /** A node that needs others: of all in a ring, or, so that none arises, of those of one order. */
  private static Arbitrary<Node> node(int number, int size, boolean acyclic) {
    return Combinators.combine(
            Arbitraries.of(Stage.PRE_DATA, Stage.PRE_DATA, Stage.POST_DATA, Stage.CUTOVER),
            Arbitraries.integers().between(0, size - 1).set().ofMaxSize(2))
        .as(
            (stage, targets) ->
                Node.of(
                    step(number),
                    stage,
                    targets.stream()
                        .filter(t -> t != number)
                        .filter(t -> !acyclic || scatter(t) < scatter(number))
                        .map(t -> Fact.exists(step(t).object()))
                        .toList()));
  }

  /** An order of nodes that has nothing to do with that of their names. */
  private static int scatter(int number) {
    return number * 7 % 13;
  }

  private static Step step(int number) {
    return switch (number % 3) {
      case 0 -> new Step.CreateSequence(Objects.sequence("app", "s" + number));
      case 1 -> new Step.CreateSchema(Objects.schema(Identifier.of("n" + number)));
      default ->
          new Step.CreateIndex(
              Objects.index(
                  QualifiedName.of("app", "i" + number),
                  ObjectId.table(QualifiedName.of("app", "t")),
                  "id"),
              false,
              false);
    };
  }
}
