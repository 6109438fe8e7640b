package dev.schemasync.introspect.relation;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.introspect.CatalogReadException;
import dev.schemasync.introspect.kind.CatalogReader;
import dev.schemasync.introspect.kind.ReadContext;
import dev.schemasync.introspect.query.Address;
import dev.schemasync.introspect.query.Presence;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.Statistics;
import dev.schemasync.model.name.SqlText;
import java.sql.SQLException;

/** Reads extended statistics ({@code pg_statistic_ext}). */
public final class StatisticsReader implements CatalogReader {
  @Override
  public ImmutableList<Query> queries() {
    return ImmutableList.of(Query.STATISTICS);
  }

  @Override
  public ImmutableSet<Presence> source() {
    return ImmutableSet.of(Presence.STATISTICS);
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    for (Row row : context.objects(Query.STATISTICS, "pg_statistic_ext")) {
      Address address = new Address("pg_statistic_ext", row.oid("oid"));
      context.add(
          address,
          new Statistics(
              row.name(),
              context.relation(row.oid("relation_oid")),
              kinds(row),
              row.identifiers("columns"),
              row.texts("expressions").stream().map(SqlText::new).collect(toImmutableList()),
              row.optionalInteger("target"),
              row.identifier("owner"),
              context.comment(address)));
    }
  }

  private static ImmutableSortedSet<Statistics.Kind> kinds(Row row) throws CatalogReadException {
    ImmutableSortedSet.Builder<Statistics.Kind> kinds = ImmutableSortedSet.naturalOrder();
    for (String kind : row.texts("kinds")) {
      kinds.add(
          switch (kind) {
            case "d" -> Statistics.Kind.NDISTINCT;
            case "f" -> Statistics.Kind.DEPENDENCIES;
            case "m" -> Statistics.Kind.MCV;
            default -> throw row.unexpected("kinds");
          });
    }
    return kinds.build();
  }
}
