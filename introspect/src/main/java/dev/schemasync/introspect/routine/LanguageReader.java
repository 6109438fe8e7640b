package dev.schemasync.introspect.routine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.introspect.kind.CatalogReader;
import dev.schemasync.introspect.kind.ReadContext;
import dev.schemasync.introspect.query.Address;
import dev.schemasync.introspect.query.Presence;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.Language;
import java.sql.SQLException;

/** Reads procedural languages ({@code pg_language}). */
public final class LanguageReader implements CatalogReader {
  private static final String CATALOG = "pg_language";

  @Override
  public ImmutableList<Query> queries() {
    return ImmutableList.of(Query.LANGUAGE);
  }

  @Override
  public ImmutableSet<Presence> source() {
    return ImmutableSet.of(Presence.LANGUAGE);
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    for (Row row : context.objects(Query.LANGUAGE, CATALOG)) {
      Address address = new Address(CATALOG, row.oid("oid"));
      context.add(
          address,
          new Language(
              row.identifier("name"),
              row.bool("trusted"),
              row.qualified("handler"),
              row.optionalQualified("inline"),
              row.optionalQualified("validator"),
              row.identifier("owner"),
              context.privileges(address),
              context.comment(address)));
    }
  }
}
