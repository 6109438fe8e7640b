package dev.schemasync.introspect.relation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.introspect.CatalogReadException;
import dev.schemasync.introspect.kind.CatalogReader;
import dev.schemasync.introspect.kind.ReadContext;
import dev.schemasync.introspect.query.Address;
import dev.schemasync.introspect.query.Presence;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.Rule;
import dev.schemasync.model.catalog.Rule.Event;
import java.sql.SQLException;

/** Reads the rewrite rules ({@code pg_rewrite}) of tables and views, but for a view's own. */
public final class RuleReader implements CatalogReader {
  @Override
  public ImmutableList<Query> queries() {
    return ImmutableList.of(Query.RULE);
  }

  @Override
  public ImmutableSet<Presence> source() {
    return ImmutableSet.of(Presence.RULE);
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    for (Row row : context.objects(Query.RULE, "pg_rewrite")) {
      Address address = Address.rule(row.oid("oid"));
      context.add(
          address,
          new Rule(
              context.relation(row.oid("relation_oid")),
              row.identifier("name"),
              event(row),
              row.bool("instead"),
              row.sql("action"),
              TriggerReader.firing(row),
              context.comment(address)));
    }
  }

  private static Event event(Row row) throws CatalogReadException {
    return switch (row.text("event")) {
      case "2" -> Event.UPDATE;
      case "3" -> Event.INSERT;
      case "4" -> Event.DELETE;
      default -> throw row.unexpected("event");
    };
  }
}
