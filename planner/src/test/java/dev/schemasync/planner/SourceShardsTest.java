package dev.schemasync.planner;

import static dev.schemasync.testkit.catalog.CatalogBuilder.catalogOf;
import static dev.schemasync.testkit.catalog.TableBuilder.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.diff.TextEquivalence;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.plan.PlannedStep;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.server.Snapshot;
import dev.schemasync.model.server.Snapshot.SequenceValue;
import dev.schemasync.testkit.catalog.CatalogBuilder;
import dev.schemasync.testkit.catalog.Objects;
import dev.schemasync.testkit.catalog.Snapshots;
import dev.schemasync.testkit.catalog.TableBuilder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What several shards of a source come to. */
class SourceShardsTest {
  private static final ObjectId T = ObjectId.table(QualifiedName.of("app", "t"));
  private static final ObjectId U = ObjectId.table(QualifiedName.of("app", "u"));
  private static final QualifiedName M = QualifiedName.of("app", "m");

  private final Sequence sequence = Objects.sequence("app", "s");
  private final Catalog catalog = catalogOf(Objects.publicationOfAll("p"), sequence);

  private Snapshot shard(ImmutableSortedMap<ObjectId, Long> sizes, QualifiedName... populated) {
    Snapshot empty = Snapshots.of(catalog);
    return new Snapshot(
        empty.server(),
        catalog,
        ImmutableSortedMap.of(),
        ImmutableSortedSet.of(),
        ImmutableSortedSet.copyOf(populated),
        sizes,
        ImmutableSortedMap.of(),
        empty.largeObjects());
  }

  @Test
  void aRelationIsAsLargeAsWhereItIsLargest() {
    SourceShards shards =
        new SourceShards(
            List.of(
                shard(ImmutableSortedMap.of(T, 8L, U, 5L)), shard(ImmutableSortedMap.of(T, 9L))));
    assertThat(shards.relationSizes()).containsOnly(entry(T, 9L), entry(U, 5L));
  }

  /** The longest step begins first, so it must be known which that is. */
  @Test
  void anIndexWeighsAsMuchAsItsTableDoesOnAnyShardOfTheSource() {
    TableBuilder table = table("app", "t").required("id", "int8").primaryKey("id");
    Catalog made = catalogOf(table);
    Catalog wanted =
        new CatalogBuilder()
            .add(table.index("t_id", "id"))
            .add(Objects.publicationOfAll("p"))
            .build();
    Desired desired =
        Scope.of(
            Stream.of(8192L, 81920L, 4096L)
                .map(s -> Snapshots.of(wanted).withRelationSizes(ImmutableSortedMap.of(T, s)))
                .toList(),
            Identifier.of("p"));
    assertThat(weight(desired, Snapshots.of(made))).isEqualTo(81920);
    // What the shards themselves say counts more: that is where it is built.
    assertThat(
            weight(desired, Snapshots.of(made).withRelationSizes(ImmutableSortedMap.of(T, 16384L))))
        .isEqualTo(16384);
  }

  private static long weight(Desired desired, Snapshot actual) {
    return Planner.plan(
            desired, actual, TextEquivalence.NONE, new PlanOptions(Stage.POST_DATA, true, true))
        .plan()
        .steps()
        .stream()
        .filter(s -> s.step() instanceof Step.CreateIndex)
        .mapToLong(PlannedStep::weight)
        .sum();
  }

  @Test
  void aViewHoldsDataIfItDoesAnywhere() {
    assertThat(
            new SourceShards(
                    List.of(shard(ImmutableSortedMap.of()), shard(ImmutableSortedMap.of(), M)))
                .populated())
        .containsExactly(M);
  }

  @Test
  void aValueThatOneShardHidesIsTold() {
    Snapshot hidden = Snapshots.of(catalog);
    Snapshot known = Snapshots.withValue(hidden, sequence.name(), new SequenceValue(7, true));
    Desired desired = Scope.of(List.of(known, hidden), Identifier.of("p"));
    assertThat(desired.sequenceValues())
        .containsOnly(entry(sequence.name(), new SequenceValue(7, true)));
    assertThat(Checks.sequenceValues(desired, List.of(known, hidden), Stage.CUTOVER))
        .filteredOn(f -> f.code() == FindingCode.SEQUENCE_UNREADABLE)
        .extracting(Finding::message)
        .containsExactly(
            "The value of the sequence app.s cannot be read on shard 1 of the source.");
  }

  @Test
  void aValueThatMayNotBeReadStopsTheStagesThatSetIt() {
    Snapshot known =
        Snapshots.withValue(Snapshots.of(catalog), sequence.name(), new SequenceValue(7, true));
    Snapshot hidden = Snapshots.withHidden(Snapshots.of(catalog), sequence.name());
    List<Snapshot> source = List.of(known, hidden);
    Desired desired = Scope.of(source, Identifier.of("p"));
    assertThat(Checks.sequenceValues(desired, source, Stage.PRE_DATA))
        .extracting(Finding::code)
        .containsExactly(FindingCode.SEQUENCE_UNREADABLE);
    for (Stage stage : List.of(Stage.POST_DATA, Stage.CUTOVER)) {
      assertThat(Checks.sequenceValues(desired, source, stage))
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.code()).isEqualTo(FindingCode.SEQUENCE_NOT_SET);
                assertThat(finding.message())
                    .contains("owner may not read the value of the sequence app.s on shard 1");
              });
    }
  }
}
