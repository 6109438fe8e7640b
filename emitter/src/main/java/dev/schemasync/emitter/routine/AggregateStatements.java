package dev.schemasync.emitter.routine;

import com.google.common.collect.ImmutableList;
import dev.schemasync.emitter.sql.SqlWriter;
import dev.schemasync.emitter.statement.Options;
import dev.schemasync.model.catalog.Aggregate;
import dev.schemasync.model.catalog.Routine;
import java.util.Optional;
import java.util.function.Consumer;

/** Aggregate functions (manual, "CREATE AGGREGATE"). */
final class AggregateStatements {
  private AggregateStatements() {}

  static SqlWriter create(SqlWriter sql, Aggregate aggregate) {
    return sql.keyword("CREATE AGGREGATE")
        .qualified(aggregate.name())
        .arguments(w -> arguments(w, aggregate))
        .block(options(aggregate));
  }

  private static SqlWriter arguments(SqlWriter sql, Aggregate aggregate) {
    ImmutableList<Routine.Argument> all = aggregate.arguments();
    return switch (aggregate.aggregateKind()) {
      case NORMAL -> all.isEmpty() ? sql.keyword("*") : sql.list(all, RoutineStatements::argument);
      case ORDERED_SET, HYPOTHETICAL ->
          sql.list(all.subList(0, aggregate.directArguments()), RoutineStatements::argument)
              .keyword("ORDER BY")
              .list(aggregated(aggregate), RoutineStatements::argument);
    };
  }

  /**
   * Those after ORDER BY; a VARIADIC argument of both kinds is one argument that is named twice.
   */
  private static ImmutableList<Routine.Argument> aggregated(Aggregate aggregate) {
    ImmutableList<Routine.Argument> all = aggregate.arguments();
    int direct = aggregate.directArguments();
    return all.subList(direct == all.size() ? direct - 1 : direct, all.size());
  }

  private static ImmutableList<Consumer<SqlWriter>> options(Aggregate aggregate) {
    Options options = new Options();
    Aggregate.Transition state = aggregate.state();
    options
        .add(w -> w.keyword("SFUNC =").qualified(state.function()))
        .add(w -> w.keyword("STYPE =").type(state.type()))
        .add(state.space(), (w, bytes) -> w.keyword("SSPACE =").number(bytes))
        .add(state.finalFunction(), (w, f) -> w.keyword("FINALFUNC =").qualified(f.name()))
        .add(extra(state), w -> w.keyword("FINALFUNC_EXTRA"))
        .add(modify(state), (w, m) -> modify(w.keyword("FINALFUNC_MODIFY ="), m))
        .add(aggregate.combine(), (w, name) -> w.keyword("COMBINEFUNC =").qualified(name))
        .add(aggregate.serialize(), (w, name) -> w.keyword("SERIALFUNC =").qualified(name))
        .add(aggregate.deserialize(), (w, name) -> w.keyword("DESERIALFUNC =").qualified(name))
        .add(state.initialValue(), (w, value) -> w.keyword("INITCOND =").literal(value));
    aggregate.moving().ifPresent(moving -> moving(moving, options));
    return options
        .add(aggregate.sortOperator(), (w, name) -> w.keyword("SORTOP =").operator(name))
        .add(
            aggregate.parallel() != Routine.Parallel.UNSAFE,
            w -> w.keyword("PARALLEL =").word(aggregate.parallel()))
        .add(
            aggregate.aggregateKind() == Aggregate.AggregateKind.HYPOTHETICAL,
            w -> w.keyword("HYPOTHETICAL"))
        .build();
  }

  private static void moving(Aggregate.MovingTransition moving, Options options) {
    Aggregate.Transition state = moving.transition();
    options
        .add(w -> w.keyword("MSFUNC =").qualified(state.function()))
        .add(w -> w.keyword("MINVFUNC =").qualified(moving.inverse()))
        .add(w -> w.keyword("MSTYPE =").type(state.type()))
        .add(state.space(), (w, bytes) -> w.keyword("MSSPACE =").number(bytes))
        .add(state.finalFunction(), (w, f) -> w.keyword("MFINALFUNC =").qualified(f.name()))
        .add(extra(state), w -> w.keyword("MFINALFUNC_EXTRA"))
        .add(modify(state), (w, m) -> modify(w.keyword("MFINALFUNC_MODIFY ="), m))
        .add(state.initialValue(), (w, value) -> w.keyword("MINITCOND =").literal(value));
  }

  private static boolean extra(Aggregate.Transition state) {
    return state.finalFunction().filter(Aggregate.FinalFunction::extra).isPresent();
  }

  private static Optional<Aggregate.Modify> modify(Aggregate.Transition state) {
    return state.finalFunction().flatMap(Aggregate.FinalFunction::modify);
  }

  private static SqlWriter modify(SqlWriter sql, Aggregate.Modify modify) {
    return switch (modify) {
      case READ_ONLY -> sql.keyword("READ_ONLY");
      case SHAREABLE -> sql.keyword("SHAREABLE");
      case READ_WRITE -> sql.keyword("READ_WRITE");
    };
  }
}
