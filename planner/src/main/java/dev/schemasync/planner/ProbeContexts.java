package dev.schemasync.planner;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.schemasync.model.catalog.Aggregate;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.Extension;
import dev.schemasync.model.catalog.Function;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.MaterializedView;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.catalog.Procedure;
import dev.schemasync.model.catalog.Publication;
import dev.schemasync.model.catalog.Routine;
import dev.schemasync.model.catalog.Schema;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.catalog.Trigger;
import dev.schemasync.model.catalog.Type;
import dev.schemasync.model.catalog.UnsupportedObject;
import dev.schemasync.model.catalog.View;
import dev.schemasync.model.diff.Texts;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.plan.Probe.Context;
import java.util.Optional;

/** What the texts of an object may name: how a server has to be asked about them. */
final class ProbeContexts {
  private ProbeContexts() {}

  /** Every text of an object that the server can be asked about. */
  static ImmutableMap<SqlText, Context> of(CatalogObject object) {
    return switch (object) {
      case Constraint.Check check -> all(check, new Context.Row(check.table()));
      case Index index -> all(index, new Context.Row(index.relation().name()));
      case Trigger trigger -> all(trigger, new Context.Rows(trigger.relation().name()));
      // Defaults, generated columns, the partition key, constants of a bound.
      case Table table -> all(table, new Context.Row(table.name()));
      case View view -> all(view, new Context.Query());
      case MaterializedView view -> all(view, new Context.Query());
      case Type.Domain domain ->
          all(domain, new Context.Value(domain.baseType(), domain.collation()));
      case Function function -> routine(function, function.body(), bare(function));
      case Procedure procedure -> routine(procedure, procedure.body(), bare(procedure));
      // What a row filter may hold prints as it was printed.
      case Publication o -> ImmutableMap.of();
      case Aggregate o -> ImmutableMap.of();
      case Type.EnumType o -> ImmutableMap.of();
      case Type.CompositeType o -> ImmutableMap.of();
      case Constraint.Key o -> ImmutableMap.of();
      case Constraint.ForeignKey o -> ImmutableMap.of();
      case Sequence o -> ImmutableMap.of();
      case Schema o -> ImmutableMap.of();
      case Extension o -> ImmutableMap.of();
      case UnsupportedObject o -> ImmutableMap.of();
    };
  }

  private static ImmutableMap<SqlText, Context> all(CatalogObject object, Context context) {
    ImmutableMap.Builder<SqlText, Context> contexts = ImmutableMap.builder();
    Texts.in(object).forEach(text -> contexts.put(text, context));
    return contexts.buildKeepingLast();
  }

  private static ImmutableMap<SqlText, Context> routine(
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
  private static Function bare(Function function) {
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

  private static Procedure bare(Procedure procedure) {
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
