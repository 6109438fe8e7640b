package dev.schemasync.introspect.type;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.introspect.kind.CatalogReader;
import dev.schemasync.introspect.kind.ReadContext;
import dev.schemasync.introspect.query.Address;
import dev.schemasync.introspect.query.Presence;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.Type.ShellType;
import java.sql.SQLException;

/** Reads types that are only declared. */
public final class ShellTypeReader implements CatalogReader {
  @Override
  public ImmutableList<Query> queries() {
    return ImmutableList.of(Query.SHELL_TYPE);
  }

  @Override
  public ImmutableSet<Presence> source() {
    return ImmutableSet.of(Presence.SHELL_TYPE);
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    for (Row row : context.objects(Query.SHELL_TYPE, "pg_type")) {
      Address address = Address.type(row.oid("oid"));
      context.add(
          address,
          new ShellType(
              row.name(),
              row.identifier("owner"),
              context.privileges(address),
              context.comment(address)));
    }
  }
}
