package dev.schemasync.introspect.schema;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.introspect.kind.CatalogReader;
import dev.schemasync.introspect.kind.ReadContext;
import dev.schemasync.introspect.query.Address;
import dev.schemasync.introspect.query.Presence;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.Extension;
import java.sql.SQLException;

/** Reads extensions ({@code pg_extension}). */
public final class ExtensionReader implements CatalogReader {
  @Override
  public ImmutableList<Query> queries() {
    return ImmutableList.of(Query.EXTENSION);
  }

  @Override
  public ImmutableSet<Presence> source() {
    return ImmutableSet.of();
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    for (Row row : context.objects(Query.EXTENSION, "pg_extension")) {
      Address address = new Address("pg_extension", row.oid("oid"));
      context.add(
          address,
          new Extension(
              row.identifier("name"),
              row.identifier("schema"),
              row.text("version"),
              context.comment(address)));
    }
  }
}
