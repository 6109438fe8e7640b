package dev.schemasync.emitter.relation;

import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.emitter.sql.SqlWriter;
import dev.schemasync.emitter.statement.Clauses;
import dev.schemasync.emitter.statement.Emission;
import dev.schemasync.emitter.statement.Headline;
import dev.schemasync.model.catalog.Grantee;
import dev.schemasync.model.catalog.Policy;
import dev.schemasync.model.plan.Step;

/** Policies, and the row security by which they have a say. */
public final class PolicyStatements {
  private PolicyStatements() {}

  /** CREATE POLICY. */
  public static Emission create(Step.CreatePolicy step) {
    return Emission.notCovered(
        Headline.named("CREATE POLICY", "create policy", step), sql -> create(sql, step.policy()));
  }

  /** ALTER POLICY … TO. */
  public static Emission setRoles(Step.SetPolicyRoles step) {
    return Emission.notCovered(
        Headline.named("ALTER POLICY", "set roles of policy", step), sql -> setRoles(sql, step));
  }

  /** ENABLE and FORCE ROW LEVEL SECURITY, and the opposites. */
  public static Emission setRowSecurity(Step.SetRowSecurity step) {
    return Emission.notCovered(
        Headline.named("ALTER TABLE", "set row security of", step),
        sql -> setRowSecurity(sql, step));
  }

  private static SqlWriter create(SqlWriter sql, Policy policy) {
    sql.keyword("CREATE POLICY")
        .identifier(policy.name())
        .keyword("ON")
        .qualified(policy.table())
        .when(!policy.permissive(), w -> w.keyword("AS RESTRICTIVE"))
        .keyword("FOR")
        .word(policy.command())
        .keyword("TO");
    return roles(sql, policy.roles())
        .ifPresent(policy.using(), (w, text) -> Clauses.condition(w.keyword("USING"), text))
        .ifPresent(
            policy.withCheck(), (w, text) -> Clauses.condition(w.keyword("WITH CHECK"), text));
  }

  private static SqlWriter setRoles(SqlWriter sql, Step.SetPolicyRoles step) {
    sql.keyword("ALTER POLICY")
        .identifier(step.policy())
        .keyword("ON")
        .qualified(step.table())
        .keyword("TO");
    return roles(sql, step.roles());
  }

  private static SqlWriter roles(SqlWriter sql, ImmutableSortedSet<Grantee> roles) {
    return sql.list(roles, Clauses::grantee);
  }

  private static SqlWriter setRowSecurity(SqlWriter sql, Step.SetRowSecurity step) {
    sql.keyword("ALTER TABLE").qualified(step.table());
    SqlWriter enabled =
        step.rowSecurity().enabled() ? sql.keyword("ENABLE") : sql.keyword("DISABLE");
    enabled.keyword("ROW LEVEL SECURITY").comma();
    SqlWriter forced = step.rowSecurity().forced() ? sql.keyword("FORCE") : sql.keyword("NO FORCE");
    return forced.keyword("ROW LEVEL SECURITY");
  }
}
