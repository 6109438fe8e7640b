package dev.schemasync.emitter.routine;

import com.google.common.collect.ImmutableList;
import dev.schemasync.emitter.sql.SqlWriter;
import dev.schemasync.emitter.statement.Clauses;
import dev.schemasync.emitter.statement.Emission;
import dev.schemasync.emitter.statement.Headline;
import dev.schemasync.model.catalog.Aggregate;
import dev.schemasync.model.catalog.Function;
import dev.schemasync.model.catalog.Procedure;
import dev.schemasync.model.catalog.Routine;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.TypeRef;
import dev.schemasync.model.plan.Step;

/** Functions and procedures. */
public final class RoutineStatements {
  private RoutineStatements() {}

  /** CREATE FUNCTION, PROCEDURE and AGGREGATE. */
  public static Emission create(Step.CreateRoutine step) {
    return switch (step.routine()) {
      case Function f ->
          Emission.notCovered(Headline.create("FUNCTION", step), sql -> create(sql, f.name(), f));
      case Procedure p ->
          Emission.notCovered(Headline.create("PROCEDURE", step), sql -> create(sql, p.name(), p));
      case Aggregate a ->
          Emission.notCovered(
              Headline.create("AGGREGATE", step), sql -> AggregateStatements.create(sql, a));
    };
  }

  /** A function under another name. */
  public static SqlWriter create(SqlWriter sql, QualifiedName name, Function function) {
    sql.keyword("CREATE FUNCTION")
        .qualified(name)
        .arguments(function.arguments(), RoutineStatements::argument);
    result(sql, function);
    language(sql, function.language(), function.transforms());
    sql.when(function.window(), w -> w.keyword("WINDOW"))
        .when(
            function.volatility() != Function.Volatility.VOLATILE,
            w -> w.word(function.volatility()))
        .when(function.strict(), w -> w.keyword("STRICT"))
        .when(function.leakproof(), w -> w.keyword("LEAKPROOF"));
    securityDefiner(sql, function.securityDefiner())
        .when(
            function.parallel() != Routine.Parallel.UNSAFE,
            w -> w.keyword("PARALLEL").word(function.parallel()))
        .ifPresent(function.cost(), (w, cost) -> w.keyword("COST").decimal(cost))
        .ifPresent(function.rows(), (w, rows) -> w.keyword("ROWS").decimal(rows))
        .ifPresent(function.support(), (w, support) -> w.keyword("SUPPORT").qualified(support));
    return body(settings(sql, function.settings()), function.body());
  }

  /** A procedure under another name. */
  public static SqlWriter create(SqlWriter sql, QualifiedName name, Procedure procedure) {
    sql.keyword("CREATE PROCEDURE")
        .qualified(name)
        .arguments(procedure.arguments(), RoutineStatements::argument);
    language(sql, procedure.language(), procedure.transforms());
    securityDefiner(sql, procedure.securityDefiner());
    return body(settings(sql, procedure.settings()), procedure.body());
  }

  /** An argument as it is declared. */
  static SqlWriter argument(SqlWriter sql, Routine.Argument argument) {
    return sql.when(argument.mode() != Routine.ArgumentMode.IN, w -> w.word(argument.mode()))
        .ifPresent(argument.name(), SqlWriter::identifier)
        .type(argument.type())
        .ifPresent(argument.defaultValue(), Clauses::defaultValue);
  }

  private static SqlWriter result(SqlWriter sql, Function function) {
    return switch (function.result()) {
      case Function.Result.OfType(var type, var setOf) -> returns(sql, setOf).type(type);
      case Function.Result.OfTable(var columns) ->
          sql.line()
              .keyword("RETURNS TABLE")
              .arguments(columns, (w, c) -> w.identifier(c.name()).type(c.type()));
      // The server works the type out of the arguments, but has to be told that there is a set.
      case Function.Result.OfOutputs(var setOf) ->
          setOf ? returns(sql, true).type(rowOf(function.arguments())) : sql;
    };
  }

  private static SqlWriter returns(SqlWriter sql, boolean setOf) {
    return sql.line().keyword("RETURNS").when(setOf, w -> w.keyword("SETOF"));
  }

  /** What a row of the outputs is: the type of the only one, or a record. */
  private static TypeRef rowOf(ImmutableList<Routine.Argument> arguments) {
    ImmutableList<TypeRef> outputs =
        arguments.stream()
            .filter(RoutineStatements::isOutput)
            .map(Routine.Argument::type)
            .collect(ImmutableList.toImmutableList());
    return outputs.size() == 1 ? outputs.getFirst() : TypeRef.builtIn("record");
  }

  private static boolean isOutput(Routine.Argument argument) {
    return switch (argument.mode()) {
      case OUT, INOUT -> true;
      case IN, VARIADIC -> false;
    };
  }

  private static void language(
      SqlWriter sql, Identifier language, ImmutableList<TypeRef> transforms) {
    sql.line()
        .keyword("LANGUAGE")
        .identifier(language)
        .when(
            !transforms.isEmpty(),
            w ->
                w.keyword("TRANSFORM")
                    .list(transforms, (v, type) -> v.keyword("FOR TYPE").type(type)));
  }

  private static SqlWriter securityDefiner(SqlWriter sql, boolean securityDefiner) {
    return sql.when(securityDefiner, w -> w.keyword("SECURITY DEFINER"));
  }

  private static SqlWriter settings(SqlWriter sql, ImmutableList<Routine.Setting> settings) {
    for (Routine.Setting setting : settings) {
      ImmutableList<String> values =
          setting.values().isEmpty() ? ImmutableList.of("") : setting.values();
      sql.line()
          .keyword("SET")
          .parameter(setting.parameter())
          .keyword("TO")
          .list(values, SqlWriter::literal);
    }
    return sql;
  }

  private static SqlWriter body(SqlWriter sql, Routine.Body body) {
    sql.line();
    return switch (body) {
      case Routine.Body.Source(var text) -> sql.keyword("AS").dollarQuoted(text);
      case Routine.Body.Library(var file, var symbol) ->
          sql.keyword("AS").literal(file).comma().literal(symbol);
      case Routine.Body.Sql(var text) -> sql.verbatim(text);
    };
  }
}
