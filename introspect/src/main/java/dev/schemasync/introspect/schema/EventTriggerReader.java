package dev.schemasync.introspect.schema;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.introspect.CatalogReadException;
import dev.schemasync.introspect.kind.CatalogReader;
import dev.schemasync.introspect.kind.ReadContext;
import dev.schemasync.introspect.query.Address;
import dev.schemasync.introspect.query.Presence;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.introspect.relation.TriggerReader;
import dev.schemasync.model.catalog.EventTrigger;
import dev.schemasync.model.catalog.EventTrigger.Event;
import java.sql.SQLException;

/** Reads event triggers ({@code pg_event_trigger}). */
public final class EventTriggerReader implements CatalogReader {
  @Override
  public ImmutableList<Query> queries() {
    return ImmutableList.of(Query.EVENT_TRIGGER);
  }

  @Override
  public ImmutableSet<Presence> source() {
    return ImmutableSet.of(Presence.EVENT_TRIGGER);
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    for (Row row : context.objects(Query.EVENT_TRIGGER, "pg_event_trigger")) {
      Address address = new Address("pg_event_trigger", row.oid("oid"));
      context.add(
          address,
          new EventTrigger(
              row.identifier("name"),
              event(row),
              row.texts("tags"),
              row.qualified("function"),
              row.identifier("owner"),
              TriggerReader.firing(row),
              context.comment(address)));
    }
  }

  private static Event event(Row row) throws CatalogReadException {
    return switch (row.text("event")) {
      case "ddl_command_start" -> Event.DDL_COMMAND_START;
      case "ddl_command_end" -> Event.DDL_COMMAND_END;
      case "sql_drop" -> Event.SQL_DROP;
      case "table_rewrite" -> Event.TABLE_REWRITE;
      case "login" -> Event.LOGIN;
      default -> throw row.unexpected("event");
    };
  }
}
