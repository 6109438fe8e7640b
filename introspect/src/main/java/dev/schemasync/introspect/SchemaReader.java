package dev.schemasync.introspect;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.Schema;
import java.sql.SQLException;

/** Reads schemas ({@code pg_namespace}). */
final class SchemaReader implements CatalogReader {
  @Override
  public ImmutableList<Query> queries() {
    return ImmutableList.of(Query.SCHEMA);
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
