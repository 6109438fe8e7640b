package dev.schemasync.introspect.relation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.introspect.kind.CatalogReader;
import dev.schemasync.introspect.kind.ReadContext;
import dev.schemasync.introspect.query.Address;
import dev.schemasync.introspect.query.Presence;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.Constraint;
import java.sql.SQLException;

/** Reads the check constraints of tables. */
public final class CheckReader implements CatalogReader {
  @Override
  public ImmutableList<Query> queries() {
    return ImmutableList.of(Query.CHECK);
  }

  @Override
  public ImmutableSet<Presence> source() {
    return ImmutableSet.of(Presence.CHECK);
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    for (Row row : context.objects(Query.CHECK, "pg_constraint")) {
      Address address = Address.constraint(row.oid("oid"));
      context.add(
          address,
          new Constraint.Check(
              row.qualified("table"),
              row.identifier("name"),
              row.sql("expression"),
              row.bool("no_inherit"),
              row.bool("local"),
              row.bool("inherited"),
              row.bool("enforced"),
              row.bool("validated"),
              context.comment(address)));
    }
  }
}
