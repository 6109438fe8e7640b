package dev.schemasync.introspect.type;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.introspect.CatalogReadException;
import dev.schemasync.introspect.kind.CatalogReader;
import dev.schemasync.introspect.kind.ReadContext;
import dev.schemasync.introspect.query.Address;
import dev.schemasync.introspect.query.Presence;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.Collation;
import java.sql.SQLException;

/** Reads collations ({@code pg_collation}). */
public final class CollationReader implements CatalogReader {
  @Override
  public ImmutableList<Query> queries() {
    return ImmutableList.of(Query.COLLATION);
  }

  @Override
  public ImmutableSet<Presence> source() {
    return ImmutableSet.of(Presence.COLLATION);
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    for (Row row : context.objects(Query.COLLATION, "pg_collation")) {
      Address address = new Address("pg_collation", row.oid("oid"));
      context.add(
          address,
          new Collation(
              row.name(),
              provider(row),
              row.bool("deterministic"),
              row.identifier("owner"),
              context.comment(address)));
    }
  }

  private static Collation.Provider provider(Row row) throws CatalogReadException {
    return switch (row.text("provider")) {
      case "b" -> new Collation.Provider.Builtin(row.text("locale"));
      case "c" -> new Collation.Provider.Libc(row.text("collate"), row.text("ctype"));
      case "i" -> new Collation.Provider.Icu(row.sql("locale"), row.optionalText("rules"));
      default -> throw row.unexpected("provider");
    };
  }
}
