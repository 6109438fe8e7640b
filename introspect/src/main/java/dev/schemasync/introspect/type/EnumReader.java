package dev.schemasync.introspect.type;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.introspect.kind.CatalogReader;
import dev.schemasync.introspect.kind.ReadContext;
import dev.schemasync.introspect.query.Address;
import dev.schemasync.introspect.query.Presence;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.Type.EnumType;
import java.sql.SQLException;

/** Reads enumerated types ({@code pg_enum}). */
public final class EnumReader implements CatalogReader {
  @Override
  public ImmutableList<Query> queries() {
    return ImmutableList.of(Query.ENUM);
  }

  @Override
  public ImmutableSet<Presence> source() {
    return ImmutableSet.of(Presence.ENUM);
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    for (Row row : context.objects(Query.ENUM, "pg_type")) {
      Address address = Address.type(row.oid("oid"));
      context.add(
          address,
          new EnumType(
              row.name(),
              row.texts("labels"),
              row.identifier("owner"),
              context.privileges(address),
              context.comment(address)));
    }
  }
}
