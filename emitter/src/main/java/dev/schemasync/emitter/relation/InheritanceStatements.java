package dev.schemasync.emitter.relation;

import com.google.common.collect.ImmutableList;
import dev.schemasync.emitter.sql.SqlWriter;
import dev.schemasync.emitter.statement.Emission;
import dev.schemasync.emitter.statement.Headline;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.server.ServerVersion;
import java.util.function.Consumer;

/** Tables and their parents. */
public final class InheritanceStatements {
  private InheritanceStatements() {}

  /** CREATE TABLE of a template. */
  public static Emission createTemplate(Step.CreateTemplate step, ServerVersion target) {
    return Emission.notCovered(
        Headline.named("CREATE TABLE", "create a template for", step),
        sql -> createTemplate(sql, step, target));
  }

  /** DROP TABLE of a template. */
  public static Emission dropTemplate(Step.DropTemplate step) {
    return Emission.notCovered(
        Headline.named("DROP TABLE", "drop the template for", step),
        sql -> sql.keyword("DROP TABLE").qualified(step.template()));
  }

  /** ALTER TABLE … INHERIT. */
  public static Emission inherit(Step.Inherit step) {
    return Emission.notCovered(
        Headline.named("ALTER TABLE ONLY", "give parents to", step), sql -> inherit(sql, step));
  }

  private static SqlWriter createTemplate(
      SqlWriter sql, Step.CreateTemplate step, ServerVersion target) {
    ImmutableList.Builder<Consumer<SqlWriter>> elements = ImmutableList.builder();
    step.table()
        .columns()
        .forEach(column -> elements.add(w -> ColumnDefinitions.ofTemplate(w, column, target)));
    step.checks().forEach(check -> elements.add(w -> ConstraintStatements.check(w, check)));
    return sql.keyword("CREATE TABLE").qualified(step.template()).block(elements.build());
  }

  private static SqlWriter inherit(SqlWriter sql, Step.Inherit step) {
    sql.keyword("ALTER TABLE ONLY")
        .qualified(step.table())
        .list(step.parents(), (w, parent) -> w.keyword("INHERIT").qualified(parent));
    return sql.ifPresent(
        step.template(),
        (w, template) ->
            w.when(!step.parents().isEmpty(), SqlWriter::comma)
                .keyword("NO INHERIT")
                .qualified(template));
  }
}
