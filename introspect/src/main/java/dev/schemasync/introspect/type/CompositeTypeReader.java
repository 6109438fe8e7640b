package dev.schemasync.introspect.type;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.introspect.kind.CatalogReader;
import dev.schemasync.introspect.kind.ReadContext;
import dev.schemasync.introspect.query.Address;
import dev.schemasync.introspect.query.Presence;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.introspect.relation.ColumnReader;
import dev.schemasync.model.catalog.Type.CompositeType;
import java.sql.SQLException;

/** Reads composite types that stand alone. */
public final class CompositeTypeReader implements CatalogReader {
  @Override
  public ImmutableList<Query> queries() {
    return ImmutableList.of(Query.COMPOSITE_TYPE);
  }

  @Override
  public ImmutableSet<Presence> source() {
    return ImmutableSet.of(Presence.COMPOSITE_TYPE);
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    ColumnReader columns = new ColumnReader(context);
    for (Row row : context.objects(Query.COMPOSITE_TYPE, "pg_type")) {
      Address address = Address.type(row.oid("oid"));
      context.add(
          address,
          new CompositeType(
              row.name(),
              columns.attributes(row.oid("attributes_oid")),
              row.identifier("owner"),
              context.privileges(address),
              context.comment(address)));
    }
  }
}
