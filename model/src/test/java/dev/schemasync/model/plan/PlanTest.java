package dev.schemasync.model.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.name.Identifier;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanTest {
  private final Plan plan =
      new Plan(
          ImmutableList.of(
              step("a", Stage.PRE_DATA),
              step("b", Stage.PRE_DATA, 0),
              step("c", Stage.POST_DATA, 0, 1),
              step("d", Stage.POST_DATA),
              step("e", Stage.POST_DATA, 1, 2, 3)));

  @Test
  void oneStageIsNumberedAnew() {
    assertThat(plan.only(Stage.POST_DATA).steps())
        .containsExactly(
            step("c", Stage.POST_DATA),
            step("d", Stage.POST_DATA),
            step("e", Stage.POST_DATA, 0, 1));
    assertThat(plan.only(Stage.PRE_DATA).steps()).isEqualTo(plan.steps().subList(0, 2));
    assertThat(plan.only(Stage.CUTOVER).isEmpty()).isTrue();
  }

  @Test
  void stepCannotFollowALaterOneOrItself() {
    assertThatThrownBy(() -> new Plan(ImmutableList.of(step("a", Stage.PRE_DATA, 0))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must follow a later one");
  }

  private static PlannedStep step(String schema, Stage stage, Integer... after) {
    return new PlannedStep(
        new Step.SetComment(ObjectId.schema(Identifier.of(schema)), Optional.empty()),
        stage,
        ImmutableSortedSet.copyOf(after),
        ImmutableSortedSet.of(),
        Footprint.of(ObjectId.schema(Identifier.of(schema))),
        ImmutableList.of(),
        true,
        0);
  }
}
