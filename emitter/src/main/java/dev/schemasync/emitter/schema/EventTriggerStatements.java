package dev.schemasync.emitter.schema;

import dev.schemasync.emitter.sql.SqlWriter;
import dev.schemasync.emitter.statement.Clauses;
import dev.schemasync.emitter.statement.Emission;
import dev.schemasync.emitter.statement.Headline;
import dev.schemasync.model.catalog.EventTrigger;
import dev.schemasync.model.plan.Step;

/** Event triggers. */
public final class EventTriggerStatements {
  private EventTriggerStatements() {}

  /** CREATE EVENT TRIGGER. */
  public static Emission create(Step.CreateEventTrigger step) {
    return Emission.notCovered(
        Headline.create("EVENT TRIGGER", step), sql -> create(sql, step.trigger()));
  }

  /** ALTER EVENT TRIGGER … ENABLE and DISABLE. */
  public static Emission setState(Step.SetEventTriggerState step) {
    return Emission.notCovered(
        Headline.about("ALTER EVENT TRIGGER", "set state of", step), sql -> setState(sql, step));
  }

  private static SqlWriter create(SqlWriter sql, EventTrigger trigger) {
    SqlWriter on = sql.keyword("CREATE EVENT TRIGGER").identifier(trigger.name()).keyword("ON");
    return event(on, trigger.event())
        .when(
            !trigger.tags().isEmpty(),
            w -> w.keyword("WHEN TAG IN").parenthesised(trigger.tags(), SqlWriter::literal))
        .keyword("EXECUTE FUNCTION")
        .qualified(trigger.function())
        .keyword("()");
  }

  /** The grammar has no keywords here: these are names. */
  private static SqlWriter event(SqlWriter sql, EventTrigger.Event event) {
    return switch (event) {
      case DDL_COMMAND_START -> sql.keyword("ddl_command_start");
      case DDL_COMMAND_END -> sql.keyword("ddl_command_end");
      case SQL_DROP -> sql.keyword("sql_drop");
      case TABLE_REWRITE -> sql.keyword("table_rewrite");
      case LOGIN -> sql.keyword("login");
    };
  }

  private static SqlWriter setState(SqlWriter sql, Step.SetEventTriggerState step) {
    return Clauses.firing(
        sql.keyword("ALTER EVENT TRIGGER").identifier(step.trigger()), step.state());
  }
}
