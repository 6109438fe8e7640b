package dev.schemasync.emitter.relation;

import dev.schemasync.emitter.sql.SqlWriter;
import dev.schemasync.emitter.statement.Clauses;
import dev.schemasync.emitter.statement.Emission;
import dev.schemasync.emitter.statement.Headline;
import dev.schemasync.model.catalog.Rule;
import dev.schemasync.model.plan.Probe;
import dev.schemasync.model.plan.Step;

/** Rewrite rules. */
public final class RuleStatements {
  private RuleStatements() {}

  /** CREATE RULE. */
  public static Emission create(Step.CreateRule step) {
    return Emission.notCovered(
        Headline.named(
            step.replacing() ? "CREATE OR REPLACE RULE" : "CREATE RULE",
            step.replacing() ? "complete rule" : "create rule",
            step),
        sql -> create(sql, step));
  }

  /** ENABLE and DISABLE RULE. */
  public static Emission setState(Step.SetRuleState step) {
    return Emission.notCovered(
        Headline.named("ALTER TABLE", "set state of rule", step), sql -> setState(sql, step));
  }

  private static SqlWriter create(SqlWriter sql, Step.CreateRule step) {
    Rule rule = step.rule();
    return sql.keyword("CREATE")
        .when(step.replacing(), w -> w.keyword("OR REPLACE"))
        .keyword("RULE")
        .identifier(rule.name())
        .keyword("AS ON")
        .word(rule.event())
        .keyword("TO")
        .qualified(rule.relation().name())
        .verbatim(rule.action());
  }

  /** A rule of a view that stands for the relation, with the action to be read. */
  public static SqlWriter probe(SqlWriter sql, Probe probe, Rule.Event event) {
    return sql.keyword("CREATE RULE")
        .identifier(probe.name().name())
        .keyword("AS ON")
        .word(event)
        .keyword("TO")
        .qualified(probe.rows())
        .verbatim(probe.text());
  }

  private static SqlWriter setState(SqlWriter sql, Step.SetRuleState step) {
    return Clauses.firing(
            sql.keyword("ALTER TABLE").qualified(step.relation().name()), step.state())
        .keyword("RULE")
        .identifier(step.rule());
  }
}
