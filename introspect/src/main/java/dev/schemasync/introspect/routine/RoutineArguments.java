package dev.schemasync.introspect.routine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import dev.schemasync.introspect.CatalogReadException;
import dev.schemasync.introspect.kind.ReadContext;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.Function.ResultColumn;
import dev.schemasync.model.catalog.Routine.Argument;
import dev.schemasync.model.catalog.Routine.ArgumentMode;
import java.sql.SQLException;

/** The arguments of functions, procedures and aggregates. */
final class RoutineArguments {
  private final ImmutableListMultimap<Long, Row> rows;

  RoutineArguments(ReadContext context) throws SQLException {
    this.rows = context.details(Query.ROUTINE_ARGUMENT, "routine_oid");
  }

  /** The arguments in order, without the columns of RETURNS TABLE. */
  ImmutableList<Argument> of(long routine) throws CatalogReadException {
    ImmutableList.Builder<Argument> arguments = ImmutableList.builder();
    for (Row row : rows.get(routine)) {
      if (!isResultColumn(row)) {
        arguments.add(
            new Argument(
                mode(row),
                row.optionalIdentifier("name"),
                row.plainType("type"),
                row.optionalSql("default_value")));
      }
    }
    return arguments.build();
  }

  /** The columns of RETURNS TABLE; empty for a routine that returns something else. */
  ImmutableList<ResultColumn> resultColumns(long routine) throws CatalogReadException {
    ImmutableList.Builder<ResultColumn> columns = ImmutableList.builder();
    for (Row row : rows.get(routine)) {
      if (isResultColumn(row)) {
        columns.add(new ResultColumn(row.identifier("name"), row.plainType("type")));
      }
    }
    return columns.build();
  }

  private static boolean isResultColumn(Row row) throws CatalogReadException {
    return row.text("mode").equals("t");
  }

  private static ArgumentMode mode(Row row) throws CatalogReadException {
    return switch (row.text("mode")) {
      case "i" -> ArgumentMode.IN;
      case "o" -> ArgumentMode.OUT;
      case "b" -> ArgumentMode.INOUT;
      case "v" -> ArgumentMode.VARIADIC;
      default -> throw row.unexpected("mode");
    };
  }
}
