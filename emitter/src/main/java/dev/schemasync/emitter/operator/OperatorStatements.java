package dev.schemasync.emitter.operator;

import dev.schemasync.emitter.sql.SqlWriter;
import dev.schemasync.emitter.statement.Emission;
import dev.schemasync.emitter.statement.Headline;
import dev.schemasync.emitter.statement.ObjectReference;
import dev.schemasync.emitter.statement.Options;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Operator;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.plan.Step;
import java.util.Optional;

/** Operators. */
public final class OperatorStatements {
  private OperatorStatements() {}

  /** CREATE OPERATOR. */
  public static Emission create(Step.CreateOperator step) {
    return Emission.notCovered(
        Headline.create("OPERATOR", step), sql -> create(sql, step.operator()));
  }

  /** ALTER OPERATOR SET RESTRICT and JOIN. */
  public static Emission setEstimators(Step.SetOperatorEstimators step) {
    return Emission.notCovered(
        Headline.about("ALTER OPERATOR", "set estimators of", step),
        sql ->
            set(
                sql,
                step.object(),
                new Options()
                    .add(w -> orNone(w.keyword("RESTRICT ="), step.restrict()))
                    .add(w -> orNone(w.keyword("JOIN ="), step.join()))));
  }

  /** ALTER OPERATOR SET of what can be set once. */
  public static Emission complete(Step.CompleteOperator step) {
    return Emission.notCovered(
        Headline.about("ALTER OPERATOR", "complete", step),
        sql ->
            set(
                sql,
                step.object(),
                new Options()
                    .add(step.commutator(), (w, name) -> w.keyword("COMMUTATOR =").operator(name))
                    .add(step.negator(), (w, name) -> w.keyword("NEGATOR =").operator(name))
                    .add(step.hashes(), w -> w.keyword("HASHES"))
                    .add(step.merges(), w -> w.keyword("MERGES"))));
  }

  private static SqlWriter create(SqlWriter sql, Operator operator) {
    Operator.Definition definition = operator.definition().orElseThrow();
    Options options =
        new Options()
            .add(w -> w.keyword("FUNCTION =").qualified(definition.function()))
            .add(operator.left(), (w, type) -> w.keyword("LEFTARG =").type(type))
            .add(operator.right(), (w, type) -> w.keyword("RIGHTARG =").type(type))
            .add(
                definition.commutator(),
                (w, link) -> w.keyword("COMMUTATOR =").operator(link.operator()))
            .add(
                definition.negator(), (w, link) -> w.keyword("NEGATOR =").operator(link.operator()))
            .add(definition.restrict(), (w, name) -> w.keyword("RESTRICT =").qualified(name))
            .add(definition.join(), (w, name) -> w.keyword("JOIN =").qualified(name))
            .add(definition.hashes(), w -> w.keyword("HASHES"))
            .add(definition.merges(), w -> w.keyword("MERGES"));
    return sql.keyword("CREATE OPERATOR").operatorName(operator.name()).block(options.build());
  }

  private static SqlWriter set(SqlWriter sql, ObjectId.Formed operator, Options options) {
    return ObjectReference.write(sql.keyword("ALTER"), operator)
        .keyword("SET")
        .block(options.build());
  }

  private static SqlWriter orNone(SqlWriter sql, Optional<QualifiedName> function) {
    return function.map(sql::qualified).orElseGet(() -> sql.keyword("NONE"));
  }
}
