package dev.schemasync.introspect.routine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.introspect.CatalogReadException;
import dev.schemasync.introspect.kind.CatalogReader;
import dev.schemasync.introspect.kind.ReadContext;
import dev.schemasync.introspect.query.Address;
import dev.schemasync.introspect.query.Presence;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.Function;
import dev.schemasync.model.catalog.Function.Result;
import dev.schemasync.model.catalog.Function.ResultColumn;
import dev.schemasync.model.catalog.Function.Volatility;
import dev.schemasync.model.catalog.Procedure;
import dev.schemasync.model.catalog.Routine.ArgumentMode;
import dev.schemasync.model.catalog.Routine.Body;
import dev.schemasync.model.catalog.Routine.Parallel;
import dev.schemasync.model.catalog.Routine.Setting;
import dev.schemasync.model.name.TypeRef;
import java.sql.SQLException;
import java.util.Optional;

/** Reads functions and procedures ({@code pg_proc}). */
public final class RoutineReader implements CatalogReader {
  private static final double DEFAULT_ROWS = 1000;

  @Override
  public ImmutableList<Query> queries() {
    return ImmutableList.of(Query.ROUTINE, Query.ROUTINE_ARGUMENT, Query.ROUTINE_TRANSFORM);
  }

  @Override
  public ImmutableSet<Presence> source() {
    return ImmutableSet.of(Presence.ROUTINE);
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    RoutineArguments arguments = new RoutineArguments(context);
    ImmutableListMultimap<Long, Row> transforms =
        context.details(Query.ROUTINE_TRANSFORM, "routine_oid");
    for (Row row : context.objects(Query.ROUTINE, "pg_proc")) {
      Address address = Address.routine(row.oid("oid"));
      ImmutableList<TypeRef> transformed = transforms(transforms.get(address.oid()));
      context.add(
          address,
          switch (row.text("kind")) {
            case "f", "w" -> function(row, arguments, transformed, context);
            case "p" -> procedure(row, arguments, transformed, context);
            default -> throw row.unexpected("kind");
          });
    }
  }

  private static Function function(
      Row row, RoutineArguments arguments, ImmutableList<TypeRef> transforms, ReadContext context)
      throws CatalogReadException {
    Address address = Address.routine(row.oid("oid"));
    return new Function(
        row.name(),
        arguments.of(address.oid()),
        result(row, arguments),
        row.identifier("language"),
        body(row),
        row.text("kind").equals("w"),
        volatility(row),
        row.bool("strict"),
        row.bool("leakproof"),
        row.bool("security_definer"),
        parallel(row),
        other(row.real("cost"), defaultCost(row)),
        row.bool("returns_set") ? other(row.real("rows"), DEFAULT_ROWS) : Optional.empty(),
        row.optionalQualified("support"),
        transforms,
        settings(row),
        row.identifier("owner"),
        context.privileges(address),
        context.comment(address));
  }

  private static Procedure procedure(
      Row row, RoutineArguments arguments, ImmutableList<TypeRef> transforms, ReadContext context)
      throws CatalogReadException {
    Address address = Address.routine(row.oid("oid"));
    return new Procedure(
        row.name(),
        arguments.of(address.oid()),
        row.identifier("language"),
        body(row),
        row.bool("security_definer"),
        transforms,
        settings(row),
        row.identifier("owner"),
        context.privileges(address),
        context.comment(address));
  }

  private static Result result(Row row, RoutineArguments arguments) throws CatalogReadException {
    long oid = row.oid("oid");
    ImmutableList<ResultColumn> columns = arguments.resultColumns(oid);
    if (!columns.isEmpty()) {
      return new Result.OfTable(columns);
    }
    boolean outputs =
        arguments.of(oid).stream()
            .anyMatch(a -> a.mode() == ArgumentMode.OUT || a.mode() == ArgumentMode.INOUT);
    return outputs
        ? new Result.OfOutputs(row.bool("returns_set"))
        : new Result.OfType(row.plainType("type"), row.bool("returns_set"));
  }

  private static Body body(Row row) throws CatalogReadException {
    if (row.optionalText("sql_body").isPresent()) {
      return new Body.Sql(row.sql("sql_body"));
    }
    return row.optionalText("library").isPresent()
        ? new Body.Library(row.text("library"), row.text("source"))
        : new Body.Source(row.text("source"));
  }

  private static Optional<Double> other(double value, double standard) {
    return Optional.of(value).filter(v -> v != standard);
  }

  private static double defaultCost(Row row) throws CatalogReadException {
    return switch (row.text("language")) {
      case "c", "internal" -> 1;
      default -> 100;
    };
  }

  private static Volatility volatility(Row row) throws CatalogReadException {
    return switch (row.text("volatility")) {
      case "i" -> Volatility.IMMUTABLE;
      case "s" -> Volatility.STABLE;
      case "v" -> Volatility.VOLATILE;
      default -> throw row.unexpected("volatility");
    };
  }

  /** The safety of a routine for parallel execution. */
  static Parallel parallel(Row row) throws CatalogReadException {
    return switch (row.text("parallel")) {
      case "s" -> Parallel.SAFE;
      case "r" -> Parallel.RESTRICTED;
      case "u" -> Parallel.UNSAFE;
      default -> throw row.unexpected("parallel");
    };
  }

  private static ImmutableList<TypeRef> transforms(ImmutableList<Row> rows)
      throws CatalogReadException {
    ImmutableList.Builder<TypeRef> transforms = ImmutableList.builder();
    for (Row row : rows) {
      transforms.add(row.plainType("type"));
    }
    return transforms.build();
  }

  private static ImmutableList<Setting> settings(Row row) throws CatalogReadException {
    ImmutableList.Builder<Setting> settings = ImmutableList.builder();
    for (String setting : row.texts("settings")) {
      int equals = setting.indexOf('=');
      if (equals < 0) {
        throw row.unexpected("settings");
      }
      String parameter = setting.substring(0, equals);
      settings.add(
          new Setting(
              parameter,
              ConfigurationList.values(parameter, setting.substring(equals + 1))
                  .orElseThrow(() -> row.unexpected("settings"))));
    }
    return settings.build();
  }
}
