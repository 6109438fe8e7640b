package dev.schemasync.emitter.relation;

import dev.schemasync.emitter.sql.SqlWriter;
import dev.schemasync.emitter.statement.Emission;
import dev.schemasync.emitter.statement.Headline;
import dev.schemasync.model.catalog.AccessMethod;
import dev.schemasync.model.plan.Step;

/** Access methods. */
public final class AccessMethodStatements {
  private AccessMethodStatements() {}

  /** CREATE ACCESS METHOD. */
  public static Emission create(Step.CreateAccessMethod step) {
    return Emission.notCovered(
        Headline.create("ACCESS METHOD", step), sql -> create(sql, step.accessMethod()));
  }

  private static SqlWriter create(SqlWriter sql, AccessMethod method) {
    return sql.keyword("CREATE ACCESS METHOD")
        .identifier(method.name())
        .keyword("TYPE")
        .word(method.type())
        .keyword("HANDLER")
        .qualified(method.handler());
  }
}
