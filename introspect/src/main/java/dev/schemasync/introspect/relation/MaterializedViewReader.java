package dev.schemasync.introspect.relation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.introspect.kind.CatalogReader;
import dev.schemasync.introspect.kind.ReadContext;
import dev.schemasync.introspect.query.Address;
import dev.schemasync.introspect.query.Presence;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.MaterializedView;
import java.sql.SQLException;

/** Reads materialized views; whether they hold data is read by {@link RelationStateReader}. */
public final class MaterializedViewReader implements CatalogReader {
  @Override
  public ImmutableList<Query> queries() {
    return ImmutableList.of(Query.MATERIALIZED_VIEW);
  }

  @Override
  public ImmutableSet<Presence> source() {
    return ImmutableSet.of(Presence.MATERIALIZED_VIEW);
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    ColumnReader columns = new ColumnReader(context);
    for (Row row : context.objects(Query.MATERIALIZED_VIEW, "pg_class")) {
      Address address = Address.relation(row.oid("oid"));
      context.add(
          address,
          new MaterializedView(
              row.name(),
              columns.storedColumns(address.oid()),
              row.sql("query"),
              TableReader.storageParameters(row),
              row.optionalIdentifier("access_method"),
              row.optionalIdentifier("tablespace"),
              row.optionalIdentifier("clustered_on"),
              ViewReader.ruleComment(row, context),
              row.identifier("owner"),
              context.privileges(address),
              context.comment(address)));
    }
  }
}
