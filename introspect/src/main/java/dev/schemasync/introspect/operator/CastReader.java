package dev.schemasync.introspect.operator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.introspect.CatalogReadException;
import dev.schemasync.introspect.kind.CatalogReader;
import dev.schemasync.introspect.kind.ReadContext;
import dev.schemasync.introspect.query.Address;
import dev.schemasync.introspect.query.Presence;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.Cast;
import java.sql.SQLException;

/** Reads casts ({@code pg_cast}). */
public final class CastReader implements CatalogReader {
  private static final String CATALOG = "pg_cast";

  @Override
  public ImmutableList<Query> queries() {
    return ImmutableList.of(Query.CAST);
  }

  @Override
  public ImmutableSet<Presence> source() {
    return ImmutableSet.of(Presence.CAST);
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    for (Row row : context.objects(Query.CAST, CATALOG)) {
      Address address = new Address(CATALOG, row.oid("oid"));
      context.add(
          address,
          new Cast(
              row.plainType("source"),
              row.plainType("target"),
              method(row),
              appliedIn(row),
              context.comment(address)));
    }
  }

  private static Cast.Method method(Row row) throws CatalogReadException {
    return switch (row.text("method")) {
      case "f" -> new Cast.Method.ByFunction(row.signature("function"));
      case "b" -> new Cast.Method.Binary();
      case "i" -> new Cast.Method.ThroughText();
      default -> throw row.unexpected("method");
    };
  }

  private static Cast.Context appliedIn(Row row) throws CatalogReadException {
    return switch (row.text("context")) {
      case "e" -> Cast.Context.EXPLICIT;
      case "a" -> Cast.Context.ASSIGNMENT;
      case "i" -> Cast.Context.IMPLICIT;
      default -> throw row.unexpected("context");
    };
  }
}
