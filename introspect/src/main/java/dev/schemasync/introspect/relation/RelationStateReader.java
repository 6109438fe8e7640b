package dev.schemasync.introspect.relation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.introspect.kind.CatalogReader;
import dev.schemasync.introspect.kind.ReadContext;
import dev.schemasync.introspect.query.Presence;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.ObjectId;
import java.sql.SQLException;
import java.util.Optional;

/** Reads sizes and population of the tables and materialized views that were read before. */
public final class RelationStateReader implements CatalogReader {
  @Override
  public ImmutableList<Query> queries() {
    return ImmutableList.of(Query.RELATION_STATE);
  }

  @Override
  public ImmutableSet<Presence> source() {
    return ImmutableSet.of(Presence.TABLE, Presence.MATERIALIZED_VIEW);
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    for (Row row : context.objects(Query.RELATION_STATE, "pg_class")) {
      Optional<ObjectId.InSchema> relation = context.index().relation(row.oid("oid"));
      if (relation.isPresent()) {
        context.addSize(relation.get(), row.bigint("bytes"));
        if (row.bool("populated")) {
          context.addPopulated(relation.get().name());
        }
      }
    }
  }
}
