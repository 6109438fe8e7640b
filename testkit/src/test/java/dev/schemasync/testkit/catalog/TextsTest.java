package dev.schemasync.testkit.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.KeyExpression;
import dev.schemasync.model.catalog.PartitionBound;
import dev.schemasync.model.catalog.Publication;
import dev.schemasync.model.catalog.Routine;
import dev.schemasync.model.diff.Texts;
import dev.schemasync.model.name.SqlText;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts are found and replaced in every record there is, without a line about any of them. */
class TextsTest {
  @ParameterizedTest
  @MethodSource("records")
  void everyTextIsFoundOnceAndReplaced(Class<?> type) throws ReflectiveOperationException {
    RecordSamples samples = new RecordSamples();
    Object sample = samples.sample(type);
    assertThat(Texts.in(sample)).hasSize(samples.texts()).doesNotHaveDuplicates();
    Object mapped = Texts.map(sample, text -> new SqlText("<" + text.text() + ">"));
    assertThat(Texts.in(mapped))
        .containsExactlyElementsOf(
            Texts.in(sample).stream().map(t -> new SqlText("<" + t.text() + ">")).toList());
    assertThat(Texts.map(mapped, t -> new SqlText(t.text().substring(1, t.text().length() - 1))))
        .isEqualTo(sample);
    assertThat(Texts.map(sample, text -> text)).isSameAs(sample);
  }

  static Stream<Class<?>> records() {
    return Stream.of(
            CatalogObject.class,
            Column.Value.class,
            KeyExpression.class,
            PartitionBound.class,
            Publication.Content.class,
            Routine.Body.class)
        .flatMap(RecordSamples::records)
        .filter(Class::isRecord);
  }
}
