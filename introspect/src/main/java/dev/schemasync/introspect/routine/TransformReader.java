package dev.schemasync.introspect.routine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.introspect.kind.CatalogReader;
import dev.schemasync.introspect.kind.ReadContext;
import dev.schemasync.introspect.query.Address;
import dev.schemasync.introspect.query.Presence;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.Transform;
import java.sql.SQLException;

/** Reads transforms ({@code pg_transform}). */
public final class TransformReader implements CatalogReader {
  private static final String CATALOG = "pg_transform";

  @Override
  public ImmutableList<Query> queries() {
    return ImmutableList.of(Query.TRANSFORM);
  }

  @Override
  public ImmutableSet<Presence> source() {
    return ImmutableSet.of(Presence.TRANSFORM);
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    for (Row row : context.objects(Query.TRANSFORM, CATALOG)) {
      Address address = new Address(CATALOG, row.oid("oid"));
      context.add(
          address,
          new Transform(
              row.plainType("type"),
              row.identifier("language"),
              row.optionalSignature("from_sql"),
              row.optionalSignature("to_sql"),
              context.comment(address)));
    }
  }
}
