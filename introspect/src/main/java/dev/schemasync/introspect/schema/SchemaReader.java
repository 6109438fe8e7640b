package dev.schemasync.introspect.schema;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.introspect.kind.CatalogReader;
import dev.schemasync.introspect.kind.ReadContext;
import dev.schemasync.introspect.query.Address;
import dev.schemasync.introspect.query.Presence;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.Schema;
import java.sql.SQLException;

/** Reads schemas ({@code pg_namespace}). */
public final class SchemaReader implements CatalogReader {
  @Override
  public ImmutableList<Query> queries() {
    return ImmutableList.of(Query.SCHEMA);
  }

  @Override
  public ImmutableSet<Presence> source() {
    return ImmutableSet.of();
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    for (Row row : context.objects(Query.SCHEMA, "pg_namespace")) {
      Address address = new Address("pg_namespace", row.oid("oid"));
      context.add(
          address,
          new Schema(
              row.identifier("name"),
              row.identifier("owner"),
              context.privileges(address),
              context.comment(address)));
    }
  }
}
