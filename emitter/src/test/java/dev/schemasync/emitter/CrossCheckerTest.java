package dev.schemasync.emitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.plan.Plan;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.script.Statement;
import dev.schemasync.model.script.Statement.CrossCheck;
import dev.schemasync.model.server.ServerVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossCheckerTest {
  private static final ServerVersion NEWEST = Sample.version(18);

  /** Every statement that was confirmed for its own step is refused for any other step. */
  @Test
  void aStatementOfAnotherStepIsADisagreement() {
    Map<Step, String> confirmed = confirmed();
    assertThat(confirmed.size()).isGreaterThan(20);
    List<String> unnoticed = new ArrayList<>();
    confirmed.forEach(
        (step, text) ->
            confirmed.forEach(
                (other, otherText) -> {
                  if (!StepFacts.of(step).equals(StepFacts.of(other)) && agrees(step, otherText)) {
                    unnoticed.add(step + " / " + otherText);
                  }
                }));
    assertThat(unnoticed).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CREATE SCHEMA other                                                            | schema",
        "CREATE TABLE app.customers (id bigint, extra text)                             | table",
        "CREATE TABLE app.customers (ident bigint)                                      | table",
        "CREATE TABLE app.customers (id bigint, CONSTRAINT c CHECK (true))              | table",
        "CREATE TABLE other.customers (id bigint)                                       | table",
        "CREATE VIEW app.customers AS SELECT 1                                          | table",
        "ALTER TABLE ONLY app.customers ADD CONSTRAINT customers_pkey UNIQUE (id)       | key",
        "ALTER TABLE ONLY app.customers ADD CONSTRAINT customers_pkey PRIMARY KEY (ident) | key",
        "ALTER TABLE ONLY app.customers ADD CONSTRAINT c PRIMARY KEY (id)               | key",
        "ALTER TABLE ONLY app.customers DROP CONSTRAINT customers_pkey                  | key",
      })
  void aDisagreementIsRefused(String text, String of) {
    Step step =
        switch (of) {
          case "schema" -> step(Step.CreateSchema.class, "app");
          case "table" -> step(Step.CreateTable.class, "app.customers");
          default -> step(Step.AddKey.class, "app.customers.customers_pkey");
        };
    assertThatThrownBy(() -> CrossChecker.check(step, text))
        .isInstanceOf(Rejection.class)
        .hasMessageContaining("expected")
        .hasMessageContaining(StepFacts.of(step).orElseThrow().toString());
  }

  @Test
  void whatTheParserCannotReadProvesNothing() {
    Step step = step(Step.CreateTable.class, "app.customers");
    assertThat(CrossChecker.check(step, "CREATE TABLE app.customers (id bigint) )"))
        .isEqualTo(CrossCheck.NOT_PARSED);
    assertThat(CrossChecker.check(step, "CREATE TABLE app.customers ("))
        .isEqualTo(CrossCheck.NOT_PARSED);
    assertThat(CrossChecker.check(step, "\u0001")).isEqualTo(CrossCheck.NOT_PARSED);
  }

  @Test
  void aVeryLongStatementIsNotParsed() {
    Step step =
        new Step.SetComment(
            ObjectId.table(QualifiedName.of("app", "t")), Optional.of("x".repeat(30_000)));
    assertThat(CrossChecker.check(step, "COMMENT ON TABLE app.t IS '" + "x".repeat(30_000) + "'"))
        .isEqualTo(CrossCheck.NOT_PARSED);
  }

  private static boolean agrees(Step step, String text) {
    try {
      return CrossChecker.check(step, text) == CrossCheck.CONFIRMED;
    } catch (Rejection e) {
      return false;
    }
  }

  private static Map<Step, String> confirmed() {
    Plan plan = Sample.plan(Naming.PLAIN, NEWEST);
    Map<Step, String> confirmed = new LinkedHashMap<>();
    for (Stage stage : Stage.values()) {
      Plan part = plan.only(stage);
      for (Statement statement : Emitter.emit(part, stage, NEWEST).statements()) {
        if (statement.crossCheck() == CrossCheck.CONFIRMED) {
          confirmed.put(part.steps().get(statement.number()).step(), statement.sql().text());
        }
      }
    }
    return confirmed;
  }

  private static <T extends Step> T step(Class<T> type, String object) {
    return Sample.plan(Naming.PLAIN, NEWEST).steps().stream()
        .map(planned -> planned.step())
        .filter(type::isInstance)
        .map(type::cast)
        .filter(step -> step.object().display().equals(object))
        .findFirst()
        .orElseThrow();
  }
}
