package dev.schemasync.planner;

import static dev.schemasync.testkit.catalog.CatalogBuilder.catalogOf;
import static dev.schemasync.testkit.catalog.TableBuilder.table;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.catalog.Statistics;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.plan.PlannedStep;
import dev.schemasync.model.plan.Step;
import dev.schemasync.testkit.catalog.Objects;
import dev.schemasync.testkit.catalog.Snapshots;
import dev.schemasync.testkit.catalog.TableBuilder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Extended statistics and their targets. */
class StatisticsTest {
  private static final QualifiedName T = QualifiedName.of("app", "t");
  private static final QualifiedName S = QualifiedName.of("app", "s");

  @Test
  void theyAreMadeAfterTheData() {
    Statistics statistics = statistics(Optional.of(500));
    assertThat(Plans.between(catalogOf(t().add(statistics)), catalogOf(t())).plan().steps())
        .allMatch(step -> step.stage() == Stage.POST_DATA)
        .extracting(PlannedStep::step)
        .containsExactly(
            new Step.CreateStatistics(statistics), new Step.SetStatisticsTarget(S, 500));
  }

  @Test
  void theTargetFollowsTheSource() {
    assertThat(between(Optional.of(500), Optional.of(0)))
        .containsExactly(new Step.SetStatisticsTarget(S, 500));
    assertThat(between(Optional.empty(), Optional.of(0)))
        .containsExactly(new Step.SetStatisticsTarget(S, Step.DEFAULT_STATISTICS));
    assertThat(between(Optional.of(0), Optional.of(0))).isEmpty();
  }

  @Test
  void serversBefore14HaveNoneOfExpressions() {
    SqlText expression = new SqlText("(a + 1)");
    assertThat(codes(statistics(Optional.empty(), expression), 13))
        .contains(FindingCode.UNSUPPORTED_BY_DESTINATION);
    assertThat(codes(statistics(Optional.empty(), expression), 14))
        .doesNotContain(FindingCode.UNSUPPORTED_BY_DESTINATION);
    assertThat(codes(statistics(Optional.empty()), 13))
        .doesNotContain(FindingCode.UNSUPPORTED_BY_DESTINATION);
  }

  private static List<FindingCode> codes(Statistics statistics, int major) {
    return Checks.destination(
            Plans.desired(catalogOf(t().add(statistics))),
            Snapshots.server(14),
            Snapshots.on(Snapshots.server(major), Catalog.EMPTY),
            Stage.CUTOVER)
        .stream()
        .map(Finding::code)
        .toList();
  }

  private static List<Step> between(Optional<Integer> desired, Optional<Integer> present) {
    return Plans.steps(
        Plans.between(
            catalogOf(t().add(statistics(desired))), catalogOf(t().add(statistics(present)))));
  }

  private static Statistics statistics(Optional<Integer> target, SqlText... expressions) {
    return new Statistics(
        S,
        ObjectId.table(T),
        ImmutableSortedSet.of(Statistics.Kind.MCV),
        ImmutableList.of(Identifier.of("a"), Identifier.of("b")),
        ImmutableList.copyOf(expressions),
        target,
        Objects.OWNER,
        Optional.empty());
  }

  private static TableBuilder t() {
    return table(T).column("a", "int8").column("b", "int8");
  }
}
