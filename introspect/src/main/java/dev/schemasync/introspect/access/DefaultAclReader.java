package dev.schemasync.introspect.access;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.introspect.CatalogReadException;
import dev.schemasync.introspect.kind.CatalogReader;
import dev.schemasync.introspect.kind.ReadContext;
import dev.schemasync.introspect.query.Address;
import dev.schemasync.introspect.query.Presence;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.DefaultAcl;
import dev.schemasync.model.catalog.ObjectForm.DefaultsOf.Target;
import java.sql.SQLException;

/** Reads default privileges. */
public final class DefaultAclReader implements CatalogReader {
  @Override
  public ImmutableList<Query> queries() {
    return ImmutableList.of(Query.DEFAULT_ACL);
  }

  @Override
  public ImmutableSet<Presence> source() {
    return ImmutableSet.of(Presence.DEFAULT_ACL);
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    for (Row row : context.objects(Query.DEFAULT_ACL, "pg_default_acl")) {
      Address address = new Address("pg_default_acl", row.oid("oid"));
      context.add(
          address,
          new DefaultAcl(
              row.identifier("owner"),
              row.optionalIdentifier("schema"),
              target(row),
              context.privileges(address)));
    }
  }

  private static Target target(Row row) throws CatalogReadException {
    return switch (row.text("target")) {
      case "r" -> Target.TABLES;
      case "S" -> Target.SEQUENCES;
      case "f" -> Target.ROUTINES;
      case "T" -> Target.TYPES;
      case "n" -> Target.SCHEMAS;
      case "L" -> Target.LARGE_OBJECTS;
      default -> throw row.unexpected("target");
    };
  }
}
