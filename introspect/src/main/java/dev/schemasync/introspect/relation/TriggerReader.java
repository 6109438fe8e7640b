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
import dev.schemasync.model.catalog.Constraint.Deferrability;
import dev.schemasync.model.catalog.Firing;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Trigger;
import dev.schemasync.model.catalog.Trigger.ConstraintTrigger;
import dev.schemasync.model.catalog.Trigger.Event;
import dev.schemasync.model.catalog.Trigger.Level;
import dev.schemasync.model.catalog.Trigger.Timing;
import dev.schemasync.model.name.SqlText;
import java.sql.SQLException;
import java.util.Optional;

/** Reads triggers ({@code pg_trigger}) of tables and views. */
public final class TriggerReader implements CatalogReader {
  @Override
  public ImmutableList<Query> queries() {
    return ImmutableList.of(Query.TRIGGER);
  }

  @Override
  public ImmutableSet<Presence> source() {
    return ImmutableSet.of(Presence.TRIGGER);
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    for (Row row : context.objects(Query.TRIGGER, "pg_trigger")) {
      Address address = new Address("pg_trigger", row.oid("oid"));
      ObjectId.InSchema relation =
          context
              .index()
              .relation(row.oid("relation_oid"))
              .orElseThrow(() -> row.unexpected("relation_oid"));
      context.add(
          address,
          new Trigger(
              relation,
              row.identifier("name"),
              timing(row),
              events(row),
              row.bool("for_each_row") ? Level.ROW : Level.STATEMENT,
              row.optionalIdentifier("old_table"),
              row.optionalIdentifier("new_table"),
              condition(row),
              row.qualified("function"),
              row.texts("arguments"),
              constraint(context, row),
              firing(row),
              context.comment(address)));
    }
  }

  private static Timing timing(Row row) throws CatalogReadException {
    return switch (row.text("timing")) {
      case "BEFORE" -> Timing.BEFORE;
      case "AFTER" -> Timing.AFTER;
      case "INSTEAD OF" -> Timing.INSTEAD_OF;
      default -> throw row.unexpected("timing");
    };
  }

  private static ImmutableList<Event> events(Row row) throws CatalogReadException {
    ImmutableList.Builder<Event> events = ImmutableList.builder();
    for (String event : row.texts("events")) {
      events.add(
          switch (event) {
            case "INSERT" -> new Event.Insert();
            case "DELETE" -> new Event.Delete();
            case "UPDATE" -> new Event.Update(row.identifiers("columns"));
            case "TRUNCATE" -> new Event.Truncate();
            default -> throw row.unexpected("events");
          });
    }
    return events.build();
  }

  /** Fails rather than lose a condition that the query could not cut out. */
  private static Optional<SqlText> condition(Row row) throws CatalogReadException {
    return row.bool("has_condition") ? Optional.of(row.sql("condition")) : Optional.empty();
  }

  private static Optional<ConstraintTrigger> constraint(ReadContext context, Row row)
      throws CatalogReadException {
    return row.bool("is_constraint")
        ? Optional.of(
            new ConstraintTrigger(
                row.optionalQualified("referenced"),
                deferrability(row),
                context.comment(Address.constraint(row.oid("constraint_oid")))))
        : Optional.empty();
  }

  private static Deferrability deferrability(Row row) throws CatalogReadException {
    if (!row.bool("deferrable")) {
      return Deferrability.NOT_DEFERRABLE;
    }
    return row.bool("initially_deferred")
        ? Deferrability.INITIALLY_DEFERRED
        : Deferrability.DEFERRABLE;
  }

  /** When a trigger, rule or event trigger acts. */
  public static Firing firing(Row row) throws CatalogReadException {
    return switch (row.text("state")) {
      case "O" -> Firing.ORIGIN;
      case "D" -> Firing.DISABLED;
      case "R" -> Firing.REPLICA;
      case "A" -> Firing.ALWAYS;
      default -> throw row.unexpected("state");
    };
  }
}
