package dev.schemasync.emitter.relation;

import com.google.common.collect.ImmutableList;
import dev.schemasync.emitter.sql.SqlWriter;
import dev.schemasync.emitter.statement.Clauses;
import dev.schemasync.emitter.statement.Emission;
import dev.schemasync.emitter.statement.Headline;
import dev.schemasync.model.catalog.Trigger;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.plan.Step;

/** Triggers. */
public final class TriggerStatements {
  private TriggerStatements() {}

  /** CREATE TRIGGER. */
  public static Emission create(Step.CreateTrigger step) {
    Trigger trigger = step.trigger();
    return Emission.notCovered(
        Headline.named(
            trigger.constraint().isPresent() ? "CREATE CONSTRAINT TRIGGER" : "CREATE TRIGGER",
            "create trigger",
            step),
        sql -> create(sql, trigger));
  }

  /** ENABLE and DISABLE TRIGGER. */
  public static Emission setState(Step.SetTriggerState step) {
    return Emission.notCovered(
        Headline.named("ALTER TABLE", "set state of trigger", step), sql -> setState(sql, step));
  }

  private static SqlWriter create(SqlWriter sql, Trigger trigger) {
    sql.keyword("CREATE")
        .when(trigger.constraint().isPresent(), w -> w.keyword("CONSTRAINT"))
        .keyword("TRIGGER")
        .identifier(trigger.name())
        .word(trigger.timing());
    events(sql, trigger.events());
    return sql.keyword("ON")
        .qualified(trigger.relation().name())
        .ifPresent(trigger.constraint(), TriggerStatements::constraint)
        .when(
            trigger.oldTable().isPresent() || trigger.newTable().isPresent(),
            w -> transitionTables(w, trigger))
        .keyword("FOR EACH")
        .word(trigger.level())
        .ifPresent(trigger.when(), (w, text) -> Clauses.condition(w.keyword("WHEN"), text))
        .keyword("EXECUTE FUNCTION")
        .qualified(trigger.function())
        .arguments(trigger.arguments(), SqlWriter::literal);
  }

  private static void events(SqlWriter sql, ImmutableList<Trigger.Event> events) {
    for (int i = 0; i < events.size(); i++) {
      event(sql.when(i > 0, w -> w.keyword("OR")), events.get(i));
    }
  }

  private static SqlWriter event(SqlWriter sql, Trigger.Event event) {
    return switch (event) {
      case Trigger.Event.Insert i -> sql.keyword("INSERT");
      case Trigger.Event.Delete d -> sql.keyword("DELETE");
      case Trigger.Event.Update(var columns) ->
          sql.keyword("UPDATE")
              .when(!columns.isEmpty(), w -> w.keyword("OF").list(columns, SqlWriter::identifier));
      case Trigger.Event.Truncate t -> sql.keyword("TRUNCATE");
    };
  }

  private static void constraint(SqlWriter sql, Trigger.ConstraintTrigger constraint) {
    Clauses.deferrability(
        sql.ifPresent(
            constraint.referencedTable(), (w, table) -> w.keyword("FROM").qualified(table)),
        constraint.deferrability());
  }

  private static void transitionTables(SqlWriter sql, Trigger trigger) {
    sql.keyword("REFERENCING")
        .ifPresent(trigger.oldTable(), (w, name) -> named(w.keyword("OLD TABLE"), name))
        .ifPresent(trigger.newTable(), (w, name) -> named(w.keyword("NEW TABLE"), name));
  }

  private static void named(SqlWriter sql, Identifier name) {
    sql.keyword("AS").identifier(name);
  }

  private static SqlWriter setState(SqlWriter sql, Step.SetTriggerState step) {
    return Clauses.firing(
            sql.keyword("ALTER TABLE").qualified(step.relation().name()), step.state())
        .keyword("TRIGGER")
        .identifier(step.trigger());
  }
}
