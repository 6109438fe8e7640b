package dev.schemasync.testkit.catalog;

import static dev.schemasync.testkit.catalog.CatalogBuilder.catalogOf;
import static dev.schemasync.testkit.catalog.TableBuilder.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableTable;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.diff.CatalogDiff;
import dev.schemasync.model.diff.Difference;
import dev.schemasync.model.diff.TextEquivalence;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Catalogs and what two of them have in common. */
class CatalogTest {
  @Property(tries = 100)
  void orderOfMakingDoesNotMatter(@ForAll("catalogs") Catalog catalog, @ForAll Random random) {
    List<CatalogObject> shuffled = new ArrayList<>(catalog.all());
    Collections.shuffle(shuffled, random);
    Catalog same = Catalog.of(shuffled, catalog.dependencies(), catalog.columnReferences());
    assertThat(same).isEqualTo(catalog).hasToString(catalog.toString());
    assertThat(same.objects().keySet().asList()).isSorted();
    assertThat(CatalogDiff.compare(same, catalog, TextEquivalence.NONE)).isEmpty();
  }

  @Property(tries = 100)
  void namesFitIntoTheServersType(@ForAll("names") Identifier name) {
    assertThat(name.value().getBytes(StandardCharsets.UTF_8))
        .hasSizeBetween(1, Identifiers.MAX_BYTES);
  }

  @Example
  void twoObjectsOfOneIdentityAreRefused() {
    CatalogObject table = table("app", "t").build();
    assertThatThrownBy(() -> catalogOf(table, table)).isInstanceOf(IllegalArgumentException.class);
  }

  @Example
  void differencesAreNamedByTheirPath() {
    assertThat(
            compare(
                table("app", "t").column("a.b", "int8").comment("x").build(),
                table("app", "t").column("a.b", "text").build()))
        .containsExactly(
            new Difference.Changed(
                ObjectId.table(QualifiedName.of("app", "t")),
                ImmutableList.of("columns", "a.b", "type"),
                "int8",
                "text",
                false),
            new Difference.Changed(
                ObjectId.table(QualifiedName.of("app", "t")),
                ImmutableList.of("comment"),
                "x",
                "none",
                true));
  }

  @Example
  void columnsOfOtherNamesDifferAsAWhole() {
    assertThat(
            compare(
                table("app", "t").column("a", "int8").build(),
                table("app", "t").column("b", "int8").build()))
        .extracting(Difference.Changed::property)
        .containsExactly("columns");
  }

  @Example
  void missingAndUnexpectedObjectsAreToldApart() {
    Catalog one = catalogOf(table("app", "one"));
    Catalog two = catalogOf(table("app", "two"));
    assertThat(CatalogDiff.compare(one, two, TextEquivalence.NONE))
        .extracting(Difference::toString)
        .containsExactly("the table app.one is missing", "the table app.two is there, unasked");
  }

  @Example
  void textsThatPrintAlikeAreEqual() {
    QualifiedName t = QualifiedName.of("app", "t");
    CatalogObject left = Objects.check(t, "c", "a IN (1)");
    CatalogObject right = Objects.check(t, "c", "a = ANY (1)");
    TextEquivalence texts =
        TextEquivalence.of(
            ImmutableTable.of(left.id(), new SqlText("a IN (1)"), new SqlText("a = ANY (1)")));
    assertThat(compare(left, right)).hasSize(1);
    assertThat(CatalogDiff.compare(left, right, texts)).isEmpty();
  }

  private static ImmutableList<Difference.Changed> compare(
      CatalogObject desired, CatalogObject actual) {
    return CatalogDiff.compare(desired, actual, TextEquivalence.NONE);
  }

  @Provide
  Arbitrary<Catalog> catalogs() {
    return Catalogs.catalogs();
  }

  @Provide
  Arbitrary<Identifier> names() {
    return Identifiers.identifiers();
  }
}
