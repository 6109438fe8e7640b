package dev.schemasync.emitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.schemasync.emitter.check.CrossChecker;
import dev.schemasync.emitter.check.Facts;
import dev.schemasync.emitter.check.StatementLexer;
import dev.schemasync.emitter.sql.Rejection;
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
import java.util.Set;
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
                  if (!facts(step).equals(facts(other)) && agrees(step, otherText)) {
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
    assertThatThrownBy(() -> check(step, text))
        .isInstanceOf(Rejection.class)
        .hasMessageContaining("expected")
        .hasMessageContaining(facts(step).orElseThrow().toString());
  }

  /** A schema of ten times as many tables has no more to parse. */
  @Test
  void statementsThatDifferInNamesAndStringsOnlyAreParsedOnce() {
    CrossChecker checker = new CrossChecker();
    emitTables(new Naming(name -> name + "_"), checker);
    int shapes = checker.shapes();
    assertThat(shapes).isPositive();
    for (int i = 0; i < 10; i++) {
      String number = "_" + i;
      emitTables(new Naming(name -> name + number), checker);
    }
    assertThat(checker.shapes()).isEqualTo(shapes);
  }

  @Test
  void aStatementOfAKnownShapeWithAnotherNameIsRefused() {
    CrossChecker checker = new CrossChecker();
    Step step = step(Step.AddKey.class, "app.customers.customers_pkey");
    String right = "ALTER TABLE ONLY app.customers ADD CONSTRAINT customers_pkey PRIMARY KEY (id)";
    assertThat(check(checker, step, right)).isEqualTo(CrossCheck.CONFIRMED);
    for (String wrong :
        List.of(
            right.replace("(id)", "(customers)"),
            right.replace("app.customers", "customers.app"),
            right.replace("customers_pkey", "id"),
            right.replace("app", "shape_name_0"))) {
      assertThatThrownBy(() -> check(checker, step, wrong))
          .isInstanceOf(Rejection.class)
          .hasMessageContaining("expected");
    }
  }

  private static void emitTables(Naming naming, CrossChecker checker) {
    Plan plan = Sample.plan(naming, NEWEST);
    Plan tables =
        new Plan(
            plan.steps().stream()
                .filter(s -> s.step() instanceof Step.CreateTable || isKey(s.step()))
                .collect(ImmutableList.toImmutableList()));
    for (Stage stage : Stage.values()) {
      Emitter.emit(tables, stage, NEWEST, checker);
    }
  }

  private static boolean isKey(Step step) {
    return step instanceof Step.AddKey || step instanceof Step.AddForeignKey;
  }

  @Test
  void whatTheParserCannotReadProvesNothing() {
    Step step = step(Step.CreateTable.class, "app.customers");
    assertThat(check(step, "CREATE TABLE app.customers (id bigint) )"))
        .isEqualTo(CrossCheck.NOT_PARSED);
    assertThat(check(step, "CREATE TABLE app.customers (")).isEqualTo(CrossCheck.NOT_PARSED);
    assertThat(check(step, "\u0001")).isEqualTo(CrossCheck.NOT_PARSED);
  }

  @Test
  void aVeryLongStatementIsNotParsed() {
    Step step = step(Step.CreateTable.class, "app.customers");
    String text = "CREATE TABLE app.customers (id bigint DEFAULT 0" + "+1".repeat(15_000) + ")";
    assertThat(check(step, text)).isEqualTo(CrossCheck.NOT_PARSED);
  }

  /** A long string is no part of the shape, and so no reason not to read the statement. */
  @Test
  void aLongStringDoesNotMakeAStatementLong() {
    Step step = new Step.SetComment(ObjectId.table(QualifiedName.of("app", "t")), Optional.of("x"));
    assertThat(check(step, "COMMENT ON TABLE app.t IS '" + "x".repeat(30_000) + "'"))
        .isEqualTo(CrossCheck.CONFIRMED);
  }

  private static Optional<Facts> facts(Step step) {
    return Emissions.of(step, NEWEST).facts();
  }

  private static CrossCheck check(CrossChecker checker, Step step, String text) {
    return checker.check(facts(step), text, StatementLexer.lex(text), Set.of());
  }

  private static CrossCheck check(Step step, String text) {
    return check(new CrossChecker(), step, text);
  }

  private static boolean agrees(Step step, String text) {
    try {
      return check(step, text) == CrossCheck.CONFIRMED;
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
