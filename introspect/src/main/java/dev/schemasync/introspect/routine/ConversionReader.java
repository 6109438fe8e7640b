package dev.schemasync.introspect.routine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.introspect.kind.CatalogReader;
import dev.schemasync.introspect.kind.ReadContext;
import dev.schemasync.introspect.query.Address;
import dev.schemasync.introspect.query.Presence;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.Conversion;
import java.sql.SQLException;

/** Reads conversions between encodings ({@code pg_conversion}). */
public final class ConversionReader implements CatalogReader {
  private static final String CATALOG = "pg_conversion";

  @Override
  public ImmutableList<Query> queries() {
    return ImmutableList.of(Query.CONVERSION);
  }

  @Override
  public ImmutableSet<Presence> source() {
    return ImmutableSet.of(Presence.CONVERSION);
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    for (Row row : context.objects(Query.CONVERSION, CATALOG)) {
      Address address = new Address(CATALOG, row.oid("oid"));
      context.add(
          address,
          new Conversion(
              row.name(),
              row.text("from_encoding"),
              row.text("to_encoding"),
              row.bool("by_default"),
              row.qualified("function"),
              row.identifier("owner"),
              context.comment(address)));
    }
  }
}
