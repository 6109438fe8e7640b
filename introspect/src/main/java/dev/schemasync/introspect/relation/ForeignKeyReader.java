package dev.schemasync.introspect.relation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.introspect.CatalogReadException;
import dev.schemasync.introspect.kind.CatalogReader;
import dev.schemasync.introspect.kind.ReadContext;
import dev.schemasync.introspect.query.Address;
import dev.schemasync.introspect.query.Presence;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.Constraint;
import java.sql.SQLException;

/** Reads foreign keys. */
public final class ForeignKeyReader implements CatalogReader {
  @Override
  public ImmutableList<Query> queries() {
    return ImmutableList.of(Query.FOREIGN_KEY);
  }

  @Override
  public ImmutableSet<Presence> source() {
    return ImmutableSet.of(Presence.FOREIGN_KEY);
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    for (Row row : context.objects(Query.FOREIGN_KEY, "pg_constraint")) {
      Address address = Address.constraint(row.oid("oid"));
      context.add(
          address,
          new Constraint.ForeignKey(
              row.qualified("table"),
              row.identifier("name"),
              row.identifiers("columns"),
              row.qualified("referenced"),
              row.identifiers("referenced_columns"),
              match(row),
              action(row, "on_update"),
              action(row, "on_delete"),
              row.identifiers("on_delete_columns"),
              row.bool("period"),
              KeyReader.deferrability(row),
              row.bool("enforced"),
              row.bool("validated"),
              context.comment(address)));
    }
  }

  private static Constraint.Match match(Row row) throws CatalogReadException {
    return switch (row.text("match")) {
      case "s" -> Constraint.Match.SIMPLE;
      case "f" -> Constraint.Match.FULL;
      default -> throw row.unexpected("match");
    };
  }

  private static Constraint.Action action(Row row, String column) throws CatalogReadException {
    return switch (row.text(column)) {
      case "a" -> Constraint.Action.NO_ACTION;
      case "r" -> Constraint.Action.RESTRICT;
      case "c" -> Constraint.Action.CASCADE;
      case "n" -> Constraint.Action.SET_NULL;
      case "d" -> Constraint.Action.SET_DEFAULT;
      default -> throw row.unexpected(column);
    };
  }
}
