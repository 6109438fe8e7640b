package dev.schemasync.planner;

import static dev.schemasync.testkit.catalog.CatalogBuilder.catalogOf;
import static dev.schemasync.testkit.catalog.TableBuilder.table;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.MoreCollectors;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.diff.TextEquivalence;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.name.TypeRef;
import dev.schemasync.model.plan.Lock;
import dev.schemasync.model.plan.LockMode;
import dev.schemasync.model.plan.PlannedStep;
import dev.schemasync.model.plan.Step;
import dev.schemasync.testkit.catalog.ColumnBuilder;
import dev.schemasync.testkit.catalog.Snapshots;
import dev.schemasync.testkit.catalog.TableBuilder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How children of inheritance are made, and what of theirs comes from their parents. */
class InheritanceTest {
  private static final QualifiedName FIRST = QualifiedName.of("app", "first");
  private static final QualifiedName SECOND = QualifiedName.of("app", "second");
  private static final QualifiedName CHILD = QualifiedName.of("app", "child");
  private static final Identifier A = Identifier.of("a");

  private final TableBuilder first = table(FIRST).column("a", "int4").column("b", "int4");
  private final TableBuilder second = table(SECOND).column("c", "text");

  @Test
  void aChildIsMadeOfItsParentsInTheirOrder() {
    TableBuilder child = child("c", "a", "b").column("own", "date").inherits(SECOND, FIRST);
    Step.CreateTable create = create(CHILD, first, second, child);
    assertThat(create.inherits()).containsExactly(SECOND, FIRST);
    assertThat(made(first, second, child)).last().isEqualTo(CHILD);
  }

  @Test
  void columnsOfItsOwnKeepTheirOrderAndTheParentsFollow() {
    TableBuilder child =
        table(CHILD).column("b", "int4").column("own", "date").column("a", "int4").inherits(FIRST);
    assertThat(create(CHILD, first, child).inherits()).isEmpty();
    assertThat(Plans.steps(Plans.fromNothing(catalogOf(first, child))))
        .last()
        .isEqualTo(new Step.Inherit(CHILD, ImmutableList.of(FIRST), Optional.empty()));
  }

  @Test
  void aTemplateLendsWhatIsInheritedInAnotherOrder() {
    TableBuilder child = child("a").column("own", "date").column(inherited("b")).inherits(FIRST);
    List<Step> steps = Plans.steps(Plans.fromNothing(catalogOf(first, child)));
    QualifiedName template =
        steps.stream()
            .filter(Step.CreateTemplate.class::isInstance)
            .map(step -> ((Step.CreateTemplate) step).template())
            .collect(MoreCollectors.onlyElement());
    assertThat(template.schema()).isEqualTo(CHILD.schema());
    assertThat(create(CHILD, first, child).inherits()).containsExactly(template);
    assertThat(steps)
        .endsWith(
            new Step.Inherit(CHILD, ImmutableList.of(FIRST), Optional.of(template)),
            new Step.DropTemplate(template, CHILD));
    TableBuilder left = table(template).column("a", "int4").column("own", "date");
    assertThat(
            findings(
                Plans.between(catalogOf(first, child), catalogOf(first, left.column("b", "text")))))
        .contains(FindingCode.DESTINATION_CONFLICT);
    assertThat(
            Plans.steps(
                catalogOf(first, child),
                catalogOf(
                    first,
                    child,
                    table(template).column("a", "int4").column("own", "date").column("b", "int4"))))
        .containsExactly(new Step.DropTemplate(template, CHILD));
  }

  @Test
  void missingParentsAreGivenInTheirOrderOnly() {
    TableBuilder child = table(CHILD).column("a", "int4").column("b", "int4").column("c", "text");
    Catalog now = catalogOf(first, second, child.inherits(FIRST));
    assertThat(Plans.steps(catalogOf(first, second, child.inherits(FIRST, SECOND)), now))
        .containsExactly(new Step.Inherit(CHILD, ImmutableList.of(SECOND), Optional.empty()));
    assertThat(
            findings(Plans.between(catalogOf(first, second, child.inherits(SECOND, FIRST)), now)))
        .containsExactly(FindingCode.DESTINATION_CONFLICT);
    assertThat(findings(Plans.between(catalogOf(first, second, child.inherits()), now)))
        .containsExactly(FindingCode.DESTINATION_CONFLICT);
  }

  @Test
  void aChildLetsGoOfTheDefaultOfItsParent() {
    TableBuilder parent = table(FIRST).columnWithDefault("a", "int4", "1");
    TableBuilder child = child("a").inherits(FIRST);
    Step.DropDefault drop = new Step.DropDefault(ObjectId.table(CHILD), A);
    assertThat(Plans.steps(Plans.fromNothing(catalogOf(parent, child)))).contains(drop);
    TableBuilder given =
        table(CHILD)
            .column(
                new ColumnBuilder("a", TypeRef.builtIn("int4"))
                    .inherited()
                    .value(new Column.Value.Default(new SqlText("1")))
                    .build())
            .inherits(FIRST);
    assertThat(Plans.steps(catalogOf(parent, child), catalogOf(parent, given)))
        .containsExactly(drop);
  }

  @Test
  void aCheckThatComesLaterReachesChildrenAndLocksThem() {
    TableBuilder child = child("a", "b").inherits(FIRST);
    Catalog now = catalogOf(first, child);
    Constraint.Check open = check(FIRST, true);
    PlannedStep added =
        Plans.between(catalogOf(first.add(open), child.add(check(CHILD, false))), now)
            .plan()
            .steps()
            .stream()
            .collect(MoreCollectors.onlyElement());
    assertThat(added.step()).isEqualTo(new Step.AddCheck(open));
    assertThat(added.locks())
        .containsExactlyInAnyOrder(
            new Lock(ObjectId.table(FIRST), LockMode.ACCESS_EXCLUSIVE),
            new Lock(ObjectId.table(CHILD), LockMode.ACCESS_EXCLUSIVE));
  }

  @Test
  void aChildOfTheShardOnlyIsToldWhereItsParentIsPublished() {
    Desired desired = Plans.desired(catalogOf(first));
    Desired published =
        new Desired(
            desired.catalog(),
            ImmutableSortedSet.of(FIRST),
            desired.sequenceValues(),
            desired.populated(),
            desired.relationSizes(),
            ImmutableList.of());
    assertThat(
            Planner.plan(
                    published,
                    Snapshots.of(catalogOf(first, child("a", "b").inherits(FIRST))),
                    TextEquivalence.NONE,
                    Plans.OPTIONS)
                .findings())
        .extracting(Finding::message)
        .containsExactly(
            "The table app.child is on the shard only and adds to the rows of the table"
                + " app.first.");
  }

  private static Constraint.Check check(QualifiedName table, boolean local) {
    return new Constraint.Check(
        table,
        Identifier.of("open"),
        new SqlText("a > 0"),
        false,
        local,
        !local,
        true,
        false,
        Optional.empty());
  }

  private static TableBuilder child(String... columns) {
    TableBuilder child = table(CHILD);
    for (String column : columns) {
      child.column(inherited(column));
    }
    return child;
  }

  private static Column inherited(String column) {
    return new ColumnBuilder(column, TypeRef.builtIn(column.equals("c") ? "text" : "int4"))
        .inherited()
        .build();
  }

  private static Step.CreateTable create(QualifiedName table, TableBuilder... tables) {
    return Plans.steps(Plans.fromNothing(catalogOf(tables))).stream()
        .filter(Step.CreateTable.class::isInstance)
        .map(Step.CreateTable.class::cast)
        .filter(step -> step.table().name().equals(table))
        .collect(MoreCollectors.onlyElement());
  }

  private static List<QualifiedName> made(TableBuilder... tables) {
    return Plans.steps(Plans.fromNothing(catalogOf(tables))).stream()
        .filter(Step.CreateTable.class::isInstance)
        .map(step -> ((Step.CreateTable) step).table().name())
        .toList();
  }

  private static List<FindingCode> findings(ShardPlan plan) {
    return plan.findings().stream().map(Finding::code).toList();
  }
}
