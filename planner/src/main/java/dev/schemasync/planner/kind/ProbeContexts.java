package dev.schemasync.planner.kind;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Function;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.catalog.Procedure;
import dev.schemasync.model.catalog.Routine;
import dev.schemasync.model.diff.Texts;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.plan.Probe.Context;
import java.util.Optional;

/** What the texts of an object may name: how a server has to be asked about them. */
public final class ProbeContexts {
  private ProbeContexts() {}

  /** Every text of an object, which may name the same. */
  public static ImmutableMap<SqlText, Context> all(CatalogObject object, Context context) {
    ImmutableMap.Builder<SqlText, Context> contexts = ImmutableMap.builder();
    Texts.in(object).forEach(text -> contexts.put(text, context));
    return contexts.buildKeepingLast();
  }

  /** The texts of a routine. */
  public static ImmutableMap<SqlText, Context> routine(
      Routine routine, Routine.Body body, Routine bare) {
    ImmutableMap.Builder<SqlText, Context> contexts = ImmutableMap.builder();
    routine
        .arguments()
        .forEach(a -> a.defaultValue().ifPresent(d -> contexts.put(d, new Context.Alone())));
    switch (body) {
      case Routine.Body.Sql(var text) -> contexts.put(text, new Context.Body(bare));
      case Routine.Body.Source source -> {}
      case Routine.Body.Library library -> {}
    }
    return contexts.buildKeepingLast();
  }

  /** A function with what its body is read under, and nothing that takes a right of its own. */
  public static Function bare(Function function) {
    return new Function(
        function.name(),
        withoutDefaults(function.arguments()),
        function.result(),
        function.language(),
        function.body(),
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
        function.owner(),
        Privileges.DEFAULT,
        Optional.empty());
  }

  /** The same of a procedure. */
  public static Procedure bare(Procedure procedure) {
    return new Procedure(
        procedure.name(),
        withoutDefaults(procedure.arguments()),
        procedure.language(),
        procedure.body(),
        false,
        ImmutableList.of(),
        ImmutableList.of(),
        procedure.owner(),
        Privileges.DEFAULT,
        Optional.empty());
  }

  private static ImmutableList<Routine.Argument> withoutDefaults(
      ImmutableList<Routine.Argument> arguments) {
    return arguments.stream()
        .map(a -> new Routine.Argument(a.mode(), a.name(), a.type(), Optional.empty()))
        .collect(toImmutableList());
  }
}
