package dev.schemasync.planner;

import static dev.schemasync.testkit.catalog.CatalogBuilder.catalogOf;
import static dev.schemasync.testkit.catalog.TableBuilder.table;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSortedMap;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.TypeRef;
import dev.schemasync.testkit.catalog.CatalogBuilder;
import dev.schemasync.testkit.catalog.ColumnBuilder;
import dev.schemasync.testkit.catalog.Objects;
import dev.schemasync.testkit.catalog.Routines;
import dev.schemasync.testkit.catalog.TableBuilder;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What on a shard contradicts the source, so that no step can make them agree. */
class ConflictsTest {
  private static final QualifiedName T = QualifiedName.of("app", "t");

  @Test
  void columnOfAnotherType() {
    assertThat(conflict(catalogOf(t().column("a", "int8")), catalogOf(t().column("a", "int4"))))
        .isEqualTo(
            "The table app.t exists with another columns.a.type: int4 on the shard, int8 on the"
                + " source.");
  }

  @Test
  void onlyTheColumnThatDiffersIsNamed() {
    TableBuilder desired =
        t().column("a", "int8")
            .column(with().comment("new").build())
            .columnWithDefault("c", "int8", "1");
    TableBuilder actual =
        t().column("a", "int8")
            .column(with().comment("old").build())
            .columnWithDefault("c", "int8", "2");
    assertThat(conflict(catalogOf(desired), catalogOf(actual))).contains("another columns.c.value");
  }

  @Test
  void indexOfAnotherDefinition() {
    TableBuilder desired = t().column("a", "int8").column("b", "int8").index("i", "a");
    TableBuilder actual = t().column("a", "int8").column("b", "int8").index("i", "b");
    assertThat(conflict(catalogOf(desired), catalogOf(actual)))
        .startsWith("The index app.i exists");
  }

  @Test
  void keyOfOtherColumns() {
    TableBuilder desired = t().required("a", "int8").required("b", "int8").primaryKey("a");
    TableBuilder actual = t().required("a", "int8").required("b", "int8").primaryKey("b");
    assertThat(conflict(catalogOf(desired), catalogOf(actual)))
        .startsWith("The constraint app.t.t_pkey exists with another columns");
  }

  @Test
  void constraintOfAnotherKind() {
    TableBuilder desired = t().required("a", "int8").unique("c", "a");
    TableBuilder actual = t().required("a", "int8").check("c", "true");
    assertThat(conflict(catalogOf(desired), catalogOf(actual)))
        .isEqualTo(
            "The constraint app.t.c exists with another kind: Check on the shard, Unique on the"
                + " source.");
  }

  @Test
  void viewInThePlaceOfATable() {
    assertThat(
            conflict(
                catalogOf(t().column("a", "int8")),
                catalogOf(Objects.view("app", "t", "SELECT 1 AS a", "a"))))
        .isEqualTo("The table app.t cannot be made: the view app.t has its name.");
  }

  @Test
  void typeInThePlaceOfARowType() {
    assertThat(
            conflict(
                catalogOf(t().column("a", "int8")), catalogOf(Objects.enumType("app", "t", "x"))))
        .isEqualTo("The table app.t cannot be made: the enum type app.t has its name.");
  }

  @Test
  void procedureInThePlaceOfAFunction() {
    assertThat(
            conflict(
                catalogOf(Routines.function("app", "f", TypeRef.builtIn("int8"))),
                catalogOf(Routines.procedure("app", "f", TypeRef.builtIn("int8")))))
        .contains("the procedure app.f(int8) has its name");
  }

  @Test
  void overloadIsNotInTheWay() {
    assertThat(
            Plans.between(
                    catalogOf(Routines.function("app", "f", TypeRef.builtIn("int8"))),
                    catalogOf(Routines.procedure("app", "f", TypeRef.builtIn("text"))))
                .findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.DESTINATION_EXTRA);
  }

  @Test
  void partitionOfAnotherParent() {
    assertThat(conflict(partitionOf("one"), partitionOf("two")))
        .contains("exists with another partitionRole.parent");
  }

  @Test
  void partitionWhereATableShouldStandAlone() {
    Catalog alone =
        new CatalogBuilder()
            .add(parent("one"))
            .add(parent("two"))
            .add(t().required("id", "int8"))
            .build();
    assertThat(conflict(alone, partitionOf("one"))).contains("exists with another partitionRole");
  }

  @Test
  void defaultThatTheSourceHasNot() {
    assertThat(
            conflict(
                catalogOf(t().column("a", "int8")),
                catalogOf(t().columnWithDefault("a", "int8", "1"))))
        .contains("columns.a.value");
  }

  @Test
  void settingsThatNoStepCanTakeBack() {
    assertThat(setting(with().build(), with().storage(Column.Storage.EXTERNAL).build()))
        .contains("columns.b.storage");
    assertThat(
            setting(
                with().build(), with().options(ImmutableSortedMap.of("n_distinct", "5")).build()))
        .contains("columns.b.options");
    TableBuilder clustered = t().column("a", "int8").index("i", "a").clusteredOn("i");
    assertThat(conflict(catalogOf(t().column("a", "int8").index("i", "a")), catalogOf(clustered)))
        .contains("clusteredOn");
  }

  @Test
  void sequenceOfAnotherColumn() {
    assertThat(conflict(owned("a"), owned("b"))).contains("another ownership.column");
  }

  @Test
  void domainCheckOfAnotherExpression() {
    assertThat(
            conflict(
                catalogOf(Objects.domain("app", "d", Objects.domainCheck("c", "true"))),
                catalogOf(Objects.domain("app", "d", Objects.domainCheck("c", "false")))))
        .contains("checks.c.expression");
    assertThat(
            conflict(
                catalogOf(Objects.domain("app", "d")),
                catalogOf(Objects.domain("app", "d", Objects.domainCheck("c", "false")))))
        .contains("another checks");
  }

  @Test
  void indexUnderAnotherParent() {
    assertThat(conflict(indexUnder("one"), indexUnder("two"))).contains("parentIndex");
  }

  private static String setting(Column desired, Column actual) {
    return conflict(catalogOf(t().column(desired)), catalogOf(t().column(actual)));
  }

  private static Catalog owned(String column) {
    TableBuilder table = t().column("a", "int8").column("b", "int8");
    return new CatalogBuilder()
        .add(table)
        .add(
            Objects.sequence(
                QualifiedName.of("app", "s"),
                new Sequence.Ownership.OwnedBy(T, Identifier.of(column))))
        .build();
  }

  private static Catalog partitionOf(String parent) {
    return new CatalogBuilder()
        .add(parent("one"))
        .add(parent("two"))
        .add(t().required("id", "int8").partitionOf(QualifiedName.of("app", parent), 0, 9))
        .build();
  }

  private static TableBuilder parent(String name) {
    return table("app", name).required("id", "int8").partitionedBy("id");
  }

  private static Catalog indexUnder(String parent) {
    Index index = Objects.index(QualifiedName.of("app", "i"), ObjectId.table(T), "a");
    return catalogOf(
        t().column("a", "int8")
            .add(Indexes.withParent(index, Optional.of(QualifiedName.of("app", parent)))));
  }

  private static TableBuilder t() {
    return table(T);
  }

  private static ColumnBuilder with() {
    return new ColumnBuilder("b", TypeRef.builtIn("text"));
  }

  /** The one conflict there is. */
  private static String conflict(Catalog desired, Catalog actual) {
    assertThat(Plans.between(desired, actual).findings())
        .filteredOn(f -> f.code() == FindingCode.DESTINATION_CONFLICT)
        .hasSize(1);
    return Plans.between(desired, actual).findings().stream()
        .filter(f -> f.code() == FindingCode.DESTINATION_CONFLICT)
        .findFirst()
        .orElseThrow()
        .message();
  }
}
