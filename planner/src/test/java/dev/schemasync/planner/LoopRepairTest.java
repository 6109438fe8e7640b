package dev.schemasync.planner;

import static dev.schemasync.testkit.catalog.TableBuilder.table;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.Function;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.catalog.Type;
import dev.schemasync.model.catalog.View;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.name.TypeRef;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.type.DomainSteps;
import dev.schemasync.testkit.catalog.CatalogBuilder;
import dev.schemasync.testkit.catalog.ColumnBuilder;
import dev.schemasync.testkit.catalog.Objects;
import dev.schemasync.testkit.catalog.Routines;
import dev.schemasync.testkit.catalog.TableBuilder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A function over the row type of a table or over a domain, which calls the function in turn. */
class LoopRepairTest {
  private final Function function = Routines.function("app", "f");
  private final View view = Objects.view("app", "v", "SELECT 1 AS a", "a");

  @Test
  void defaultIsSetWhenItsFunctionIsThere() {
    TableBuilder table = table("app", "t").columnWithDefault("a", "int8", "app.f(NULL)");
    ObjectId value = ObjectId.columnDefault(table.id(), Identifier.of("a"));
    Catalog catalog =
        new CatalogBuilder()
            .add(table)
            .add(function)
            .dependency(value, function.id())
            .dependency(function.id(), table.id())
            .build();
    assertThat(made(catalog))
        .containsExactly("CreateSchema", "CreateTable", "CreateRoutine", "SetDefault");
    assertThat(Plans.steps(Plans.fromNothing(catalog)))
        .filteredOn(Step.CreateTable.class::isInstance)
        .allSatisfy(
            step ->
                assertThat(((Step.CreateTable) step).table().columns().getFirst().value())
                    .isEqualTo(new Column.Value.None()));
  }

  @Test
  void checkIsAddedWhenItsFunctionIsThere() {
    TableBuilder table = table("app", "t").column("a", "int8").check("c", "app.f(t.*) > 0");
    Catalog catalog =
        new CatalogBuilder()
            .add(table)
            .add(function)
            .dependency(ObjectId.constraint(table.id(), Identifier.of("c")), function.id())
            .dependency(function.id(), table.id())
            .build();
    assertThat(made(catalog))
        .containsExactly("CreateSchema", "CreateTable", "CreateRoutine", "AddCheck");
  }

  @Test
  void domainCheckIsAddedWhenItsFunctionIsThere() {
    Type.Domain domain = Objects.domain("app", "d", Objects.domainCheck("c", "app.f(VALUE) > 0"));
    Catalog catalog =
        new CatalogBuilder()
            .add(domain, function)
            .dependency(DomainSteps.checkId(domain, domain.checks().getFirst()), function.id())
            .dependency(function.id(), domain.id())
            .build();
    assertThat(made(catalog))
        .containsExactly("CreateSchema", "CreateType", "CreateRoutine", "AddDomainCheck");
  }

  @Test
  void loopsApartAreEachRepaired() {
    CatalogBuilder builder = new CatalogBuilder();
    for (String name : List.of("one", "two")) {
      TableBuilder table = table("app", name).columnWithDefault("a", "int8", "f");
      Function over = Routines.function("app", name);
      builder
          .add(table)
          .add(over)
          .dependency(ObjectId.columnDefault(table.id(), Identifier.of("a")), over.id())
          .dependency(over.id(), table.id());
    }
    assertThat(made(builder.build())).filteredOn("SetDefault"::equals).hasSize(2);
  }

  @Test
  void queryComesWhenTheFunctionOverTheRowTypeIsThere() {
    Catalog catalog = viewInLoop();
    assertThat(Plans.steps(Plans.fromNothing(catalog)).stream().skip(1))
        .containsExactly(
            new Step.HoldPlaceOfView(view.name(), view.columns()),
            new Step.CreateRoutine(function),
            new Step.CreateView(view, true));
    assertThat(made(catalog)).hasSize(4);
  }

  @Test
  void queryThatWasLeftForLaterReplacesTheViewThatHoldsItsPlace() {
    View place = Objects.view("app", "v", "SELECT '" + View.PLACE + "'", "a");
    ShardPlan plan = Plans.between(viewInLoop(), CatalogBuilder.catalogOf(place, function));
    assertThat(Plans.steps(plan)).containsExactly(new Step.CreateView(view, true));
    assertThat(plan.findings())
        .extracting(Finding::message)
        .containsExactly(
            "The view app.v has no query yet on the shard; after pre-data it has that of the"
                + " source.");
  }

  @Test
  void viewThatHoldsThePlaceOfOneWithOtherColumnsIsAConflict() {
    View place = Objects.view("app", "v", "SELECT '" + View.PLACE + "'", "b");
    assertThat(Plans.between(viewInLoop(), CatalogBuilder.catalogOf(place, function)).findings())
        .extracting(Finding::code)
        .contains(FindingCode.DESTINATION_CONFLICT);
  }

  @Test
  void viewsThatNeedEachOtherByTypesOfColumnsStandApart() {
    View inner = Objects.view("app", "inner", "SELECT 1 AS a", "a");
    View outer =
        new View(
            QualifiedName.of("app", "outer"),
            ImmutableList.of(
                new View.OutputColumn(
                    Identifier.of("a"),
                    TypeRef.of(inner.name()),
                    Optional.empty(),
                    Optional.empty(),
                    Privileges.DEFAULT,
                    Optional.empty())),
            inner.query(),
            inner.options(),
            Optional.empty(),
            Optional.empty(),
            inner.owner(),
            Privileges.DEFAULT,
            Optional.empty());
    Catalog catalog =
        new CatalogBuilder()
            .add(inner, outer, function)
            .dependency(inner.id(), function.id())
            .dependency(function.id(), outer.id())
            .dependency(outer.id(), inner.id())
            .build();
    assertThat(made(catalog))
        .containsExactly(
            "CreateSchema", "HoldPlaceOfView", "CreateView", "CreateRoutine", "CreateView");
  }

  @Test
  void generatedColumnIsNotMadeApart() {
    TableBuilder table =
        table("app", "t")
            .column(
                new ColumnBuilder("a", TypeRef.builtIn("int8"))
                    .value(
                        new Column.Value.Generated(
                            new SqlText("app.f(NULL)"), Column.GeneratedKind.STORED))
                    .build());
    Catalog catalog =
        new CatalogBuilder()
            .add(table)
            .add(function)
            .dependency(ObjectId.columnDefault(table.id(), Identifier.of("a")), function.id())
            .dependency(table.id(), function.id())
            .dependency(function.id(), table.id())
            .build();
    assertThat(Plans.fromNothing(catalog).findings())
        .extracting(Finding::message)
        .containsExactly(
            "These steps wait for each other: create routine app.f() needs create table app.t"
                + " needs create routine app.f(). Without them these are not made: function"
                + " app.f(), table app.t.");
  }

  private Catalog viewInLoop() {
    return new CatalogBuilder()
        .add(view, function)
        .dependency(view.id(), function.id())
        .dependency(function.id(), view.id())
        .build();
  }

  @Test
  void checkThatWasLeftForLaterIsAddedToThePresentDomain() {
    Type.Domain whole = Objects.domain("app", "d", Objects.domainCheck("c", "VALUE <> ''"));
    Type.Domain bare = Objects.domain("app", "d");
    ShardPlan plan = Plans.between(CatalogBuilder.catalogOf(whole), CatalogBuilder.catalogOf(bare));
    assertThat(plan.findings()).isEmpty();
    assertThat(Plans.steps(plan))
        .containsExactly(new Step.AddDomainCheck(whole.name(), whole.checks().getFirst()));
  }

  @Test
  void loopWithoutRepairIsPrintedAndOnlyWhatWaitsForItIsLeftOut() {
    View reader = Objects.view("app", "reader", "SELECT 1 AS a", "a");
    View apart = Objects.view("app", "apart", "SELECT 1 AS a", "a");
    CatalogBuilder builder = new CatalogBuilder().add(reader, apart);
    for (String name : List.of("f", "g")) {
      Function left = Routines.function("app", name + "1");
      Function right = Routines.function("app", name + "2");
      builder
          .add(left, right)
          .dependency(left.id(), right.id())
          .dependency(right.id(), left.id())
          .dependency(reader.id(), left.id());
    }
    ShardPlan plan = Plans.fromNothing(builder.build());
    assertThat(plan.findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.DEPENDENCY_LOOP, FindingCode.DEPENDENCY_LOOP);
    assertThat(plan.findings().getFirst().message())
        .contains(
            "create routine app.f1() needs create routine app.f2() needs create routine app.f1()")
        .contains("not made: function app.f1(), function app.f2(), view app.reader.");
    assertThat(plan.findings().getLast().message())
        .contains("not made: function app.g1(), function app.g2(), view app.reader.");
    assertThat(Plans.steps(plan))
        .extracting(Step::object)
        .containsExactly(ObjectId.schema(Identifier.of("app")), apart.id());
  }

  @Test
  void conflictsAreReportedBesideALoop() {
    Function one = Routines.function("app", "one");
    Function two = Routines.function("app", "two");
    Catalog catalog =
        new CatalogBuilder()
            .add(one, two)
            .add(table("app", "t").column("a", "int8"))
            .dependency(one.id(), two.id())
            .dependency(two.id(), one.id())
            .build();
    Catalog shard = CatalogBuilder.catalogOf(table("app", "t").column("a", "text"));
    assertThat(Plans.between(catalog, shard).findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.DESTINATION_CONFLICT, FindingCode.DEPENDENCY_LOOP);
  }

  private static List<String> made(Catalog catalog) {
    ShardPlan plan = Plans.fromNothing(catalog);
    assertThat(plan.findings()).isEmpty();
    return Plans.steps(plan).stream().map(s -> s.getClass().getSimpleName()).toList();
  }
}
