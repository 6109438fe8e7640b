package dev.schemasync.introspect.foreign;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.introspect.CatalogReadException;
import dev.schemasync.introspect.kind.CatalogReader;
import dev.schemasync.introspect.kind.ReadContext;
import dev.schemasync.introspect.query.Address;
import dev.schemasync.introspect.query.Presence;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.ForeignDataWrapper;
import dev.schemasync.model.catalog.ForeignServer;
import dev.schemasync.model.catalog.Grantee;
import dev.schemasync.model.catalog.UserMapping;
import java.sql.SQLException;

/** Reads foreign-data wrappers, foreign servers and user mappings. */
public final class ForeignServerReader implements CatalogReader {
  @Override
  public ImmutableList<Query> queries() {
    return ImmutableList.of(Query.FOREIGN_DATA_WRAPPER, Query.FOREIGN_SERVER, Query.USER_MAPPING);
  }

  @Override
  public ImmutableSet<Presence> source() {
    return ImmutableSet.of(Presence.FOREIGN_DATA_WRAPPER);
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    for (Row row : context.objects(Query.FOREIGN_DATA_WRAPPER, "pg_foreign_data_wrapper")) {
      Address address = new Address("pg_foreign_data_wrapper", row.oid("oid"));
      context.add(
          address,
          new ForeignDataWrapper(
              row.identifier("name"),
              row.optionalQualified("handler"),
              row.optionalQualified("validator"),
              row.options("options"),
              row.identifier("owner"),
              context.privileges(address),
              context.comment(address)));
    }
    for (Row row : context.objects(Query.FOREIGN_SERVER, "pg_foreign_server")) {
      Address address = new Address("pg_foreign_server", row.oid("oid"));
      context.add(
          address,
          new ForeignServer(
              row.identifier("name"),
              row.identifier("wrapper"),
              row.optionalText("type"),
              row.optionalText("version"),
              row.options("options"),
              row.identifier("owner"),
              context.privileges(address),
              context.comment(address)));
    }
    // None is ever a member of an extension, even if its server is.
    for (Row row : context.rows(Query.USER_MAPPING)) {
      context.add(
          new Address("pg_user_mapping", row.oid("oid")),
          new UserMapping(row.identifier("server"), user(row), options(row)));
    }
  }

  private static Grantee user(Row row) throws CatalogReadException {
    return row.optionalIdentifier("user_name")
        .<Grantee>map(Grantee.Role::new)
        .orElseGet(Grantee.Everybody::new);
  }

  private static UserMapping.Options options(Row row) throws CatalogReadException {
    return row.bool("hidden")
        ? new UserMapping.Options.Hidden()
        : new UserMapping.Options.Known(row.secrets("options"));
  }
}
