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
import dev.schemasync.model.catalog.AccessMethod;
import java.sql.SQLException;

/** Reads access methods ({@code pg_am}). */
public final class AccessMethodReader implements CatalogReader {
  private static final String CATALOG = "pg_am";

  @Override
  public ImmutableList<Query> queries() {
    return ImmutableList.of(Query.ACCESS_METHOD);
  }

  @Override
  public ImmutableSet<Presence> source() {
    return ImmutableSet.of(Presence.ACCESS_METHOD);
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    for (Row row : context.objects(Query.ACCESS_METHOD, CATALOG)) {
      Address address = new Address(CATALOG, row.oid("oid"));
      context.add(
          address,
          new AccessMethod(
              row.identifier("name"),
              type(row),
              row.qualified("handler"),
              context.comment(address)));
    }
  }

  private static AccessMethod.Type type(Row row) throws CatalogReadException {
    return switch (row.text("type")) {
      case "i" -> AccessMethod.Type.INDEX;
      case "t" -> AccessMethod.Type.TABLE;
      default -> throw row.unexpected("type");
    };
  }
}
