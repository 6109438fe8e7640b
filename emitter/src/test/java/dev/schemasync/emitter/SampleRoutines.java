package dev.schemasync.emitter;

import static dev.schemasync.emitter.Sample.ROLE;
import static dev.schemasync.emitter.Sample.array;
import static dev.schemasync.emitter.Sample.type;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.Aggregate;
import dev.schemasync.model.catalog.Function;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.catalog.Procedure;
import dev.schemasync.model.catalog.Routine;
import dev.schemasync.model.catalog.Routine.Argument;
import dev.schemasync.model.catalog.Routine.ArgumentMode;
import dev.schemasync.model.catalog.Routine.Setting;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.name.TypeRef;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.server.Feature;
import java.util.Optional;

/** Functions, procedures and aggregates of the sample. */
final class SampleRoutines {
  private SampleRoutines() {}

  static void add(Sample s) {
    functions(s);
    s.pre(new Step.CreateRoutine(procedure(s)));
    aggregates(s);
  }

  static Procedure procedure(Sample s) {
    return new Procedure(
        s.names.app("tidy"),
        ImmutableList.of(
            argument(s, ArgumentMode.IN, "amount", type("int4")),
            argument(s, ArgumentMode.INOUT, "done", type("text"))),
        Identifier.of("plpgsql"),
        new Routine.Body.Source("BEGIN $$a$$; $body$ $; END"),
        true,
        ImmutableList.of(),
        ImmutableList.of(new Setting("lock_timeout", ImmutableList.of("1s"))),
        ROLE,
        Privileges.DEFAULT,
        Optional.empty());
  }

  private static void functions(Sample s) {
    s.pre(
        function(
            s,
            "later",
            ImmutableList.of(
                argument(s, ArgumentMode.IN, "amount", type("numeric")),
                new Argument(
                    ArgumentMode.IN,
                    Optional.of(s.names.id("note")),
                    type("text"),
                    Optional.of(new SqlText("'a''b'::text"))),
                new Argument(
                    ArgumentMode.VARIADIC,
                    Optional.empty(),
                    array(type("int4")),
                    Optional.of(new SqlText("'{}'::integer[]")))),
            new Function.Result.OfType(type("int8"), false),
            "sql",
            new Routine.Body.Source("SELECT count(*) FROM not_there_yet")));
    s.pre(
        new Step.CreateRoutine(
            new Function(
                s.names.app("numbers"),
                ImmutableList.of(),
                new Function.Result.OfType(type("int4"), true),
                Identifier.of("sql"),
                new Routine.Body.Source("SELECT 1"),
                false,
                Function.Volatility.IMMUTABLE,
                true,
                true,
                true,
                Routine.Parallel.SAFE,
                Optional.of(0.25),
                Optional.of(10000000.0),
                Optional.of(QualifiedName.of("pg_catalog", "generate_series_int8_support")),
                ImmutableList.of(),
                ImmutableList.of(
                    new Setting("search_path", ImmutableList.of("a b", "$user", "it's")),
                    new Setting("temp_tablespaces", ImmutableList.of("")),
                    new Setting("work_mem", ImmutableList.of("8MB")),
                    new Setting("my.Odd", ImmutableList.of("a, b"))),
                ROLE,
                Privileges.DEFAULT,
                Optional.empty())));
    s.pre(
        function(
            s,
            "pairs",
            ImmutableList.of(),
            new Function.Result.OfTable(
                ImmutableList.of(
                    new Function.ResultColumn(s.names.id("id"), type("int4")),
                    new Function.ResultColumn(s.names.id("label"), type("text")))),
            "sql",
            new Routine.Body.Source("SELECT 1, 'a'")));
    s.pre(
        function(
            s,
            "outputs",
            ImmutableList.of(
                argument(s, ArgumentMode.OUT, "low", type("int4")),
                argument(s, ArgumentMode.INOUT, "high", type("int4"))),
            new Function.Result.OfOutputs(true),
            "plpgsql",
            new Routine.Body.Source("BEGIN END")));
    s.pre(
        function(
            s,
            "output",
            ImmutableList.of(argument(s, ArgumentMode.OUT, "only", type("int4"))),
            new Function.Result.OfOutputs(false),
            "plpgsql",
            new Routine.Body.Source("BEGIN END")));
    s.pre(
        function(
            s,
            "on_change",
            ImmutableList.of(),
            new Function.Result.OfType(type("trigger"), false),
            "plpgsql",
            new Routine.Body.Source("BEGIN\n  RETURN NEW;\nEND")));
    s.pre(
        function(
            s,
            "on_event",
            ImmutableList.of(),
            new Function.Result.OfType(type("event_trigger"), false),
            "plpgsql",
            new Routine.Body.Source("BEGIN END")));
    s.pre(
        function(
            s,
            "handler",
            ImmutableList.of(),
            new Function.Result.OfType(type("language_handler"), false),
            "c",
            new Routine.Body.Library("$libdir/plpgsql", "plpgsql_call_handler")));
    if (s.target.has(Feature.SQL_STANDARD_BODIES)) {
      s.pre(
          function(
              s,
              "standard",
              ImmutableList.of(),
              new Function.Result.OfType(type("int4"), false),
              "sql",
              new Routine.Body.Sql(
                  new SqlText(
                      "BEGIN ATOMIC\n SELECT 1;\n SELECT CASE WHEN true THEN 1 END;\nEND"))));
    }
  }

  static Step function(
      Sample s,
      String name,
      ImmutableList<Argument> arguments,
      Function.Result result,
      String language,
      Routine.Body body) {
    return new Step.CreateRoutine(
        new Function(
            s.names.app(name),
            arguments,
            result,
            Identifier.of(language),
            body,
            false,
            Function.Volatility.VOLATILE,
            false,
            false,
            false,
            Routine.Parallel.UNSAFE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            ImmutableList.of(),
            ImmutableList.of(),
            ROLE,
            Privileges.DEFAULT,
            Optional.empty()));
  }

  private static Argument argument(Sample s, ArgumentMode mode, String name, TypeRef type) {
    return new Argument(mode, Optional.of(s.names.id(name)), type, Optional.empty());
  }

  private static void aggregates(Sample s) {
    ImmutableList<Argument> any =
        ImmutableList.of(
            new Argument(ArgumentMode.VARIADIC, Optional.empty(), type("any"), Optional.empty()));
    Argument element =
        new Argument(ArgumentMode.IN, Optional.empty(), type("anyelement"), Optional.empty());
    Argument fraction = argument(s, ArgumentMode.IN, "fraction", type("float8"));
    s.pre(new Step.CreateRoutine(sum(s)));
    s.pre(
        aggregate(
            s,
            "counted",
            Aggregate.AggregateKind.NORMAL,
            ImmutableList.of(),
            0,
            transition("int8inc", "int8", Optional.empty())));
    s.pre(
        aggregate(
            s,
            "percentile",
            Aggregate.AggregateKind.ORDERED_SET,
            ImmutableList.of(fraction, element),
            1,
            transition(
                "ordered_set_transition",
                "internal",
                Optional.of(
                    new Aggregate.FinalFunction(
                        QualifiedName.of("pg_catalog", "percentile_disc_final"),
                        true,
                        Optional.of(Aggregate.Modify.READ_WRITE))))));
    s.pre(
        aggregate(
            s,
            "ranked",
            Aggregate.AggregateKind.HYPOTHETICAL,
            any,
            1,
            transition(
                "ordered_set_transition_multi",
                "internal",
                Optional.of(
                    new Aggregate.FinalFunction(
                        QualifiedName.of("pg_catalog", "rank_final"), true, Optional.empty())))));
  }

  private static Aggregate sum(Sample s) {
    Optional<QualifiedName> plus = Optional.of(QualifiedName.of("pg_catalog", "float8pl"));
    Aggregate.Transition state =
        new Aggregate.Transition(
            plus.get(), type("float8"), Optional.of(8), Optional.empty(), Optional.of("0"));
    return new Aggregate(
        s.names.app("total"),
        Aggregate.AggregateKind.NORMAL,
        ImmutableList.of(argument(s, ArgumentMode.IN, "amount", type("float8"))),
        0,
        state,
        plus,
        Optional.empty(),
        Optional.empty(),
        Optional.of(
            new Aggregate.MovingTransition(state, QualifiedName.of("pg_catalog", "float8mi"))),
        Optional.of(QualifiedName.of("pg_catalog", ">")),
        Routine.Parallel.SAFE,
        ROLE,
        Privileges.DEFAULT,
        Optional.empty());
  }

  private static Aggregate.Transition transition(
      String function, String type, Optional<Aggregate.FinalFunction> finalFunction) {
    return new Aggregate.Transition(
        QualifiedName.of("pg_catalog", function),
        type(type),
        Optional.empty(),
        finalFunction,
        type.equals("int8") ? Optional.of("0") : Optional.empty());
  }

  private static Step aggregate(
      Sample s,
      String name,
      Aggregate.AggregateKind kind,
      ImmutableList<Argument> arguments,
      int direct,
      Aggregate.Transition state) {
    return new Step.CreateRoutine(
        new Aggregate(
            s.names.app(name),
            kind,
            arguments,
            direct,
            state,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Routine.Parallel.UNSAFE,
            ROLE,
            Privileges.DEFAULT,
            Optional.empty()));
  }
}
