package dev.schemasync.planner;

import static dev.schemasync.testkit.catalog.CatalogBuilder.catalogOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.TextSearch;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.plan.Step;
import dev.schemasync.testkit.catalog.CatalogBuilder;
import dev.schemasync.testkit.catalog.Objects;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Configurations grow by mappings; a dictionary may ask another that nobody tells of. */
class TextSearchTest {
  private static final QualifiedName SIMPLE = QualifiedName.of("pg_catalog", "simple");
  private static final QualifiedName ENGLISH = QualifiedName.of("pg_catalog", "english_stem");
  private static final TextSearch.Mapping WORD = Objects.mapping("word", SIMPLE);
  private static final TextSearch.Mapping HOST = Objects.mapping("host", SIMPLE, ENGLISH);

  @Test
  void aMappingThatIsMissingIsAdded() {
    ShardPlan plan = Plans.between(configuration(WORD, HOST), configuration(HOST));
    assertThat(Plans.steps(plan))
        .containsExactly(new Step.AddTextSearchMapping(QualifiedName.of("app", "c"), WORD));
    assertThat(plan.findings()).isEmpty();
  }

  @Test
  void aMappingThatIsOtherwiseIsAConflict() {
    assertConflict(
        configuration(WORD, Objects.mapping("host", ENGLISH, SIMPLE)), configuration(WORD, HOST));
    assertConflict(configuration(WORD), configuration(WORD, HOST));
    assertConflict(configuration(WORD, HOST), configuration(Objects.mapping("word", ENGLISH)));
  }

  private static void assertConflict(Catalog desired, Catalog actual) {
    List<Finding> findings = Plans.between(desired, actual).findings();
    assertThat(findings).extracting(Finding::code).contains(FindingCode.DESTINATION_CONFLICT);
    assertThat(findings)
        .filteredOn(f -> f.code() == FindingCode.DESTINATION_CONFLICT)
        .allSatisfy(
            f ->
                assertThat(f.message())
                    .startsWith(
                        "The text search configuration app.c exists with another mappings"));
  }

  @Test
  void aThesaurusComesAfterTheDictionariesThatItMayAsk() {
    QualifiedName thesaurus = QualifiedName.of("pg_catalog", "thesaurus");
    TextSearch.Dictionary first = Objects.dictionary("app", "a", thesaurus);
    TextSearch.Dictionary second = Objects.dictionary("app", "b", thesaurus);
    TextSearch.Dictionary asked =
        Objects.dictionary("other", "z", QualifiedName.of("pg_catalog", "simple"));
    Catalog catalog = new CatalogBuilder().add(first, second, asked).build();
    assertThat(Plans.steps(Plans.fromNothing(catalog)))
        .filteredOn(Step.CreateTextSearch.class::isInstance)
        .isEqualTo(
            ImmutableList.of(
                new Step.CreateTextSearch(asked),
                new Step.CreateTextSearch(first),
                new Step.CreateTextSearch(second)));
  }

  private static Catalog configuration(TextSearch.Mapping... mappings) {
    return catalogOf(Objects.configuration("app", "c", mappings));
  }
}
