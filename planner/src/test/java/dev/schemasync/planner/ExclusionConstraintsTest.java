package dev.schemasync.planner;

import static dev.schemasync.testkit.catalog.CatalogBuilder.catalogOf;
import static dev.schemasync.testkit.catalog.TableBuilder.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.plan.PlannedStep;
import dev.schemasync.model.plan.Step;
import dev.schemasync.testkit.catalog.Objects;
import dev.schemasync.testkit.catalog.Snapshots;
import dev.schemasync.testkit.catalog.TableBuilder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Exclusion constraints, with their place under those of partitioned tables. */
class ExclusionConstraintsTest {
  private static final QualifiedName ROOT = QualifiedName.of("app", "root");
  private static final QualifiedName LEAF = QualifiedName.of("app", "leaf");
  private static final QualifiedName INDEX = QualifiedName.of("app", "apart");

  private final Constraint.Exclusion ofRoot =
      Objects.exclusion(ROOT, INDEX.name().value(), Optional.empty(), "a");
  private final Constraint.Exclusion ofLeaf =
      Objects.exclusion(LEAF, "leaf_apart", Optional.of(INDEX), "a");

  @Test
  void itIsAddedAfterTheData() {
    Constraint.Exclusion exclusion = Objects.exclusion(LEAF, "apart", Optional.empty(), "a");
    assertThat(Plans.between(catalogOf(leaf().add(exclusion)), catalogOf(leaf())).plan().steps())
        .extracting(PlannedStep::step, PlannedStep::stage)
        .containsExactly(tuple(new Step.AddExclusion(exclusion), Stage.POST_DATA));
  }

  @Test
  void thatOfAPartitionIsAttached() {
    List<Step> steps = Plans.steps(Plans.between(divided(), catalogOf(root(), partition())));
    assertThat(steps)
        .containsExactlyInAnyOrder(
            new Step.AddExclusion(ofRoot),
            new Step.AddExclusion(ofLeaf),
            new Step.AttachIndex(ofLeaf.index(), INDEX));
    assertThat(steps.getLast()).isInstanceOf(Step.AttachIndex.class);
  }

  @Test
  void serversBefore17HaveNoneOfPartitionedTables() {
    assertThat(codes(divided(), 16)).contains(FindingCode.UNSUPPORTED_BY_DESTINATION);
    assertThat(codes(divided(), 17)).doesNotContain(FindingCode.UNSUPPORTED_BY_DESTINATION);
    Catalog whole = catalogOf(leaf().add(Objects.exclusion(LEAF, "x", Optional.empty(), "a")));
    assertThat(codes(whole, 16)).doesNotContain(FindingCode.UNSUPPORTED_BY_DESTINATION);
  }

  private static List<FindingCode> codes(Catalog catalog, int major) {
    return Checks.destination(
            Plans.desired(catalog),
            Snapshots.server(17),
            Snapshots.on(Snapshots.server(major), Catalog.EMPTY),
            Stage.CUTOVER)
        .stream()
        .map(Finding::code)
        .toList();
  }

  private Catalog divided() {
    return catalogOf(root().add(ofRoot), partition().add(ofLeaf));
  }

  private static TableBuilder root() {
    return table(ROOT).column("a", "int8").partitionedBy("a");
  }

  private static TableBuilder partition() {
    return leaf().partitionOf(ROOT, 0, 10);
  }

  private static TableBuilder leaf() {
    return table(LEAF).column("a", "int8");
  }
}
