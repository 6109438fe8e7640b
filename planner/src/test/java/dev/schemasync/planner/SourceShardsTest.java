package dev.schemasync.planner;

import static dev.schemasync.testkit.catalog.CatalogBuilder.catalogOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.server.Snapshot;
import dev.schemasync.model.server.Snapshot.SequenceValue;
import dev.schemasync.testkit.catalog.Objects;
import dev.schemasync.testkit.catalog.Snapshots;
import java.util.List;
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
        ImmutableSortedMap.of());
  }

  @Test
  void aRelationIsAsLargeAsWhereItIsLargest() {
    SourceShards shards =
        new SourceShards(
            List.of(
                shard(ImmutableSortedMap.of(T, 8L, U, 5L)), shard(ImmutableSortedMap.of(T, 9L))));
    assertThat(shards.relationSizes()).containsOnly(entry(T, 9L), entry(U, 5L));
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
