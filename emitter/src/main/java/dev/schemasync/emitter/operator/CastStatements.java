package dev.schemasync.emitter.operator;

import dev.schemasync.emitter.sql.SqlWriter;
import dev.schemasync.emitter.statement.Emission;
import dev.schemasync.emitter.statement.Headline;
import dev.schemasync.emitter.statement.ObjectReference;
import dev.schemasync.model.catalog.Cast;
import dev.schemasync.model.plan.Step;

/** Casts. */
public final class CastStatements {
  private CastStatements() {}

  /** CREATE CAST. */
  public static Emission create(Step.CreateCast step) {
    return Emission.notCovered(Headline.create("CAST", step), sql -> create(sql, step.cast()));
  }

  private static SqlWriter create(SqlWriter sql, Cast cast) {
    ObjectReference.name(sql.keyword("CREATE CAST"), cast.id());
    return context(method(sql, cast.method()), cast.context());
  }

  private static SqlWriter method(SqlWriter sql, Cast.Method method) {
    return switch (method) {
      case Cast.Method.ByFunction(var function) -> sql.keyword("WITH FUNCTION").signature(function);
      case Cast.Method.Binary binary -> sql.keyword("WITHOUT FUNCTION");
      case Cast.Method.ThroughText text -> sql.keyword("WITH INOUT");
    };
  }

  private static SqlWriter context(SqlWriter sql, Cast.Context context) {
    return switch (context) {
      case EXPLICIT -> sql;
      case ASSIGNMENT -> sql.keyword("AS ASSIGNMENT");
      case IMPLICIT -> sql.keyword("AS IMPLICIT");
    };
  }
}
