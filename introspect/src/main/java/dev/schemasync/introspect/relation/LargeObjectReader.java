package dev.schemasync.introspect.relation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.introspect.kind.CatalogReader;
import dev.schemasync.introspect.kind.ReadContext;
import dev.schemasync.introspect.query.Presence;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.server.LargeObjects;
import java.sql.SQLException;

/** Reads that there are large objects ({@code pg_largeobject_metadata}); they are data. */
public final class LargeObjectReader implements CatalogReader {
  @Override
  public ImmutableList<Query> queries() {
    return ImmutableList.of(Query.LARGE_OBJECT);
  }

  @Override
  public ImmutableSet<Presence> source() {
    return ImmutableSet.of(Presence.LARGE_OBJECT);
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    for (Row row : context.rows(Query.LARGE_OBJECT)) {
      context.setLargeObjects(
          new LargeObjects(
              row.bigint("count"),
              row.bigint("commented"),
              row.bigint("granted"),
              ImmutableSortedSet.copyOf(row.identifiers("owners"))));
    }
  }
}
