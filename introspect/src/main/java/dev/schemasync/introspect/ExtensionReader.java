package dev.schemasync.introspect;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.Extension;
import java.sql.SQLException;

/** Reads extensions ({@code pg_extension}). */
final class ExtensionReader implements CatalogReader {
  @Override
  public ImmutableList<Query> queries() {
    return ImmutableList.of(Query.EXTENSION);
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
