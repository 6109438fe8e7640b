package dev.schemasync.emitter.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotingTest {
  @ParameterizedTest
  @ValueSource(strings = {"a", "_a1", "a$b", "value", "name", "text", "zone"})
  void plainIdentifiersStayAsTheyAre(String identifier) {
    assertThat(Quoting.identifier(Identifier.of(identifier))).isEqualTo(identifier);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"A", "1a", "a b", "a.b", "é", "$a", "select", "left", "char", "system_user", "a'"})
  void othersAreQuoted(String identifier) {
    assertThat(Quoting.identifier(Identifier.of(identifier))).isEqualTo('"' + identifier + '"');
  }

  @Test
  void quotesInsideAreDoubled() {
    assertThat(Quoting.identifier(Identifier.of("a\"b"))).isEqualTo("\"a\"\"b\"");
    assertThat(Quoting.literal("a'b\\c")).isEqualTo("'a''b\\c'");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "a,$$a$$",
        "a$,$body$a$$body$",
        "a$$,$body$a$$$body$",
        "$$ $body$,$body1$$$ $body$$body1$",
        "$body,$$$body$$",
        "$$ $body$ $body1$,$body2$$$ $body$ $body1$$body2$",
      })
  void theTagOfADollarQuoteIsNotInTheText(String text, String quoted) {
    assertThat(Quoting.dollarQuoted(text)).isEqualTo(quoted);
  }

  @Test
  void parametersArePartedAtDots() {
    assertThat(Quoting.parameter("toast.autovacuum_enabled")).isEqualTo("toast.autovacuum_enabled");
    assertThat(Quoting.parameter("My.\"x\".user")).isEqualTo("\"My\".\"\"\"x\"\"\".\"user\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plus", "+) ; DROP", "--", "</*", ""})
  void anOperatorIsMadeOfSymbols(String symbols) {
    assertThatThrownBy(
            () -> Quoting.operator(new QualifiedName(Identifier.of("s"), Identifier.of(symbols))))
        .isInstanceOfAny(Rejection.class, IllegalArgumentException.class);
  }

  @Test
  void anOperatorIsQualified() {
    assertThat(Quoting.operator(QualifiedName.of("S", "<=>"))).isEqualTo("OPERATOR(\"S\".<=>)");
  }

  @Test
  void aTextWithNulIsRefused() {
    assertThatThrownBy(() -> Quoting.literal("a\0b"))
        .isInstanceOf(Rejection.class)
        .hasMessageContaining("NUL");
    assertThatThrownBy(() -> Quoting.dollarQuoted("a\0b")).isInstanceOf(Rejection.class);
  }
}
