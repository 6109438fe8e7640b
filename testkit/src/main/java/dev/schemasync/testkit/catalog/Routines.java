package dev.schemasync.testkit.catalog;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.Aggregate;
import dev.schemasync.model.catalog.Function;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.catalog.Procedure;
import dev.schemasync.model.catalog.Routine;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.TypeRef;
import java.util.Arrays;
import java.util.Optional;

/** Routines with the defaults that PostgreSQL gives what is not said. */
public final class Routines {
  private Routines() {}

  /** A function in SQL that returns bigint. */
  public static Function function(String schema, String name, TypeRef... arguments) {
    return function(QualifiedName.of(schema, name), "sql", "SELECT 1", arguments);
  }

  /** A volatile function that returns bigint. */
  public static Function function(
      QualifiedName name, String language, String source, TypeRef... arguments) {
    return new Function(
        name,
        arguments(arguments),
        new Function.Result.OfType(TypeRef.builtIn("int8"), false),
        Identifier.of(language),
        new Routine.Body.Source(source),
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
        Objects.OWNER,
        Privileges.DEFAULT,
        Optional.empty());
  }

  /** The same function with another result. */
  public static Function returning(Function function, TypeRef result) {
    return new Function(
        function.name(),
        function.arguments(),
        new Function.Result.OfType(result, false),
        function.language(),
        function.body(),
        function.window(),
        function.volatility(),
        function.strict(),
        function.leakproof(),
        function.securityDefiner(),
        function.parallel(),
        function.cost(),
        function.rows(),
        function.support(),
        function.transforms(),
        function.settings(),
        function.owner(),
        function.privileges(),
        function.comment());
  }

  /** A procedure in SQL. */
  public static Procedure procedure(String schema, String name, TypeRef... arguments) {
    return new Procedure(
        QualifiedName.of(schema, name),
        arguments(arguments),
        Identifier.of("sql"),
        new Routine.Body.Source("SELECT 1"),
        false,
        ImmutableList.of(),
        ImmutableList.of(),
        Objects.OWNER,
        Privileges.DEFAULT,
        Optional.empty());
  }

  /** A sum of bigint. */
  public static Aggregate aggregate(String schema, String name, TypeRef... arguments) {
    return new Aggregate(
        QualifiedName.of(schema, name),
        Aggregate.AggregateKind.NORMAL,
        arguments(arguments),
        0,
        new Aggregate.Transition(
            QualifiedName.of("pg_catalog", "int8pl"),
            TypeRef.builtIn("int8"),
            Optional.empty(),
            Optional.empty(),
            Optional.of("0")),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Routine.Parallel.UNSAFE,
        Objects.OWNER,
        Privileges.DEFAULT,
        Optional.empty());
  }

  private static ImmutableList<Routine.Argument> arguments(TypeRef... types) {
    return Arrays.stream(types)
        .map(
            type ->
                new Routine.Argument(
                    Routine.ArgumentMode.IN, Optional.empty(), type, Optional.empty()))
        .collect(toImmutableList());
  }
}
