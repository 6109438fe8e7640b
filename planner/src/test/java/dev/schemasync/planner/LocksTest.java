package dev.schemasync.planner;

import static com.google.common.collect.MoreCollectors.onlyElement;
import static dev.schemasync.testkit.catalog.CatalogBuilder.catalogOf;
import static dev.schemasync.testkit.catalog.TableBuilder.table;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSortedMap;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.PartitionBound;
import dev.schemasync.model.catalog.PartitionRole;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.diff.TextEquivalence;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.plan.Lock;
import dev.schemasync.model.plan.LockMode;
import dev.schemasync.model.plan.PlannedStep;
import dev.schemasync.model.plan.Step;
import dev.schemasync.testkit.catalog.CatalogBuilder;
import dev.schemasync.testkit.catalog.Objects;
import dev.schemasync.testkit.catalog.Snapshots;
import dev.schemasync.testkit.catalog.TableBuilder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The locks of steps, as the manual gives them with each command. */
class LocksTest {
  private static final QualifiedName T = QualifiedName.of("app", "t");
  private static final QualifiedName U = QualifiedName.of("app", "u");

  private final TableBuilder t = table(T).required("id", "int8").primaryKey("id");
  private final TableBuilder u = table(U).required("id", "int8").primaryKey("id");

  @Test
  void foreignKeyLocksBothTables() {
    assertThat(locks(Step.AddForeignKey.class, t.foreignKey("f", U, "id"), u))
        .containsExactly(
            new Lock(t.id(), LockMode.SHARE_ROW_EXCLUSIVE),
            new Lock(u.id(), LockMode.SHARE_ROW_EXCLUSIVE));
  }

  @Test
  void validationOfAForeignKeyReadsTheReferencedTable() {
    assertThat(locks(Step.ValidateConstraint.class, t.foreignKey("f", U, "id"), u))
        .containsExactly(
            new Lock(t.id(), LockMode.SHARE_UPDATE_EXCLUSIVE),
            new Lock(u.id(), LockMode.ROW_SHARE));
  }

  @Test
  void attachingChecksTheDefaultPartition() {
    QualifiedName rest = QualifiedName.of("app", "rest");
    TableBuilder others =
        table(rest)
            .required("id", "int8")
            .role(new PartitionRole.Partition(U, new PartitionBound.Default(), Optional.empty()));
    TableBuilder parent = table(U).required("id", "int8").partitionedBy("id");
    TableBuilder part = table(T).required("id", "int8").partitionOf(U, 0, 9);
    Catalog desired = catalogOf(parent, part, others);
    assertThat(locks(Step.AttachPartition.class, desired, catalogOf(parent, others)))
        .contains(
            new Lock(ObjectId.table(rest), LockMode.ACCESS_EXCLUSIVE),
            new Lock(ObjectId.table(T), LockMode.ACCESS_EXCLUSIVE),
            new Lock(ObjectId.table(U), LockMode.SHARE_UPDATE_EXCLUSIVE));
  }

  @Test
  void concurrentBuildLetsWritesPass() {
    assertThat(locks(Step.CreateIndex.class, t.index("i", "id")))
        .containsExactly(new Lock(t.id(), LockMode.SHARE_UPDATE_EXCLUSIVE));
    assertThat(planned(Step.CreateIndex.class, catalogOf(t), Catalog.EMPTY).transactional())
        .isFalse();
  }

  /** Of a plan that is carried out at once. */
  private PlannedStep build(ImmutableSortedMap<ObjectId, Long> sizes) {
    TableBuilder bare = table(T).required("id", "int8");
    var index = Objects.index(QualifiedName.of("app", "i"), bare.id(), "id");
    return Planner.plan(
            Plans.desired(new CatalogBuilder().add(bare).add(index).build()),
            Snapshots.of(catalogOf(bare)).withRelationSizes(sizes),
            TextEquivalence.NONE,
            new PlanOptions(Stage.POST_DATA, true, true))
        .plan()
        .steps()
        .stream()
        .filter(s -> s.step() instanceof Step.CreateIndex)
        .collect(onlyElement());
  }

  @Test
  void theIndexOfATableWithoutRowsIsBuiltPlainly() {
    PlannedStep ofNoRows = build(ImmutableSortedMap.of(t.id(), 0L));
    assertThat(ofNoRows.locks()).containsExactly(new Lock(t.id(), LockMode.SHARE));
    assertThat(ofNoRows.transactional()).isTrue();
    assertThat(ofNoRows.weight()).isZero();

    PlannedStep ofRows = build(ImmutableSortedMap.of(t.id(), 8192L));
    assertThat(ofRows.transactional()).isFalse();
    assertThat(ofRows.weight()).isEqualTo(8192);
    assertThat(build(ImmutableSortedMap.of()).transactional()).as("of unknown size").isFalse();
  }

  @Test
  void droppingAnInvalidIndexLocksItsTable() {
    TableBuilder bare = table(T).required("id", "int8");
    var index = Objects.index(QualifiedName.of("app", "i"), bare.id(), "id");
    Catalog desired = new CatalogBuilder().add(bare).add(index).build();
    Catalog actual = new CatalogBuilder().add(bare).add(Indexes.invalid(index)).build();
    assertThat(locks(Step.DropInvalidIndex.class, desired, actual))
        .contains(new Lock(bare.id(), LockMode.SHARE_UPDATE_EXCLUSIVE));
  }

  @Test
  void whatIsMadeOnTheTableAtATimeIsMadeOneByOne() {
    PlannedStep key = planned(Step.AddKey.class, catalogOf(t), Catalog.EMPTY);
    assertThat(key.locks()).containsExactly(new Lock(t.id(), LockMode.ACCESS_EXCLUSIVE));
    assertThat(key.locks().first().conflictsWith(new Lock(t.id(), LockMode.ACCESS_SHARE))).isTrue();
    assertThat(key.locks().first().conflictsWith(new Lock(u.id(), LockMode.ACCESS_SHARE)))
        .isFalse();
  }

  private static List<Lock> locks(Class<? extends Step> type, TableBuilder... tables) {
    return locks(type, catalogOf(tables), Catalog.EMPTY);
  }

  private static List<Lock> locks(Class<? extends Step> type, Catalog desired, Catalog actual) {
    return planned(type, desired, actual).locks().asList();
  }

  private static PlannedStep planned(Class<? extends Step> type, Catalog desired, Catalog actual) {
    return Plans.between(desired, actual).plan().steps().stream()
        .filter(s -> type.isInstance(s.step()))
        .findFirst()
        .orElseThrow();
  }
}
