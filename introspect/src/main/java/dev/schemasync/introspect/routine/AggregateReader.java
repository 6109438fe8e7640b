package dev.schemasync.introspect.routine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.introspect.CatalogReadException;
import dev.schemasync.introspect.kind.CatalogReader;
import dev.schemasync.introspect.kind.ReadContext;
import dev.schemasync.introspect.query.Address;
import dev.schemasync.introspect.query.Presence;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.Aggregate;
import dev.schemasync.model.catalog.Aggregate.AggregateKind;
import dev.schemasync.model.catalog.Aggregate.FinalFunction;
import dev.schemasync.model.catalog.Aggregate.Modify;
import dev.schemasync.model.catalog.Aggregate.MovingTransition;
import dev.schemasync.model.catalog.Aggregate.Transition;
import dev.schemasync.model.name.QualifiedName;
import java.sql.SQLException;
import java.util.Optional;

/** Reads aggregates ({@code pg_aggregate}). */
public final class AggregateReader implements CatalogReader {
  @Override
  public ImmutableList<Query> queries() {
    return ImmutableList.of(Query.AGGREGATE, Query.ROUTINE_ARGUMENT);
  }

  @Override
  public ImmutableSet<Presence> source() {
    return ImmutableSet.of(Presence.AGGREGATE);
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    RoutineArguments arguments = new RoutineArguments(context);
    for (Row row : context.objects(Query.AGGREGATE, "pg_proc")) {
      Address address = Address.routine(row.oid("oid"));
      AggregateKind kind = kind(row);
      context.add(
          address,
          new Aggregate(
              row.name(),
              kind,
              arguments.of(address.oid()),
              row.integer("direct_arguments"),
              transition(row, "state", kind),
              row.optionalQualified("combine"),
              row.optionalQualified("serialize"),
              row.optionalQualified("deserialize"),
              moving(row, kind),
              row.optionalQualified("sort_operator"),
              RoutineReader.parallel(row),
              row.identifier("owner"),
              context.privileges(address),
              context.comment(address)));
    }
  }

  private static AggregateKind kind(Row row) throws CatalogReadException {
    return switch (row.text("kind")) {
      case "n" -> AggregateKind.NORMAL;
      case "o" -> AggregateKind.ORDERED_SET;
      case "h" -> AggregateKind.HYPOTHETICAL;
      default -> throw row.unexpected("kind");
    };
  }

  private static Optional<MovingTransition> moving(Row row, AggregateKind kind)
      throws CatalogReadException {
    return row.optionalQualified("moving_function").isPresent()
        ? Optional.of(
            new MovingTransition(transition(row, "moving", kind), row.qualified("inverse")))
        : Optional.empty();
  }

  /** The columns of one way to aggregate share a prefix. */
  private static Transition transition(Row row, String prefix, AggregateKind kind)
      throws CatalogReadException {
    return new Transition(
        row.qualified(prefix + "_function"),
        row.plainType(prefix + "_type"),
        row.optionalInteger(prefix + "_space"),
        finalFunction(row, prefix + "_final", kind),
        row.optionalText(prefix + "_initial_value"));
  }

  private static Optional<FinalFunction> finalFunction(Row row, String prefix, AggregateKind kind)
      throws CatalogReadException {
    Optional<QualifiedName> name = row.optionalQualified(prefix);
    return name.isPresent()
        ? Optional.of(
            new FinalFunction(
                name.get(),
                row.bool(prefix + "_extra"),
                Optional.of(modify(row, prefix + "_modify"))
                    .filter(modify -> modify != standard(kind))))
        : Optional.empty();
  }

  private static Modify modify(Row row, String column) throws CatalogReadException {
    return switch (row.text(column)) {
      case "r" -> Modify.READ_ONLY;
      case "s" -> Modify.SHAREABLE;
      case "w" -> Modify.READ_WRITE;
      default -> throw row.unexpected(column);
    };
  }

  /** What the server takes if nothing is said. */
  private static Modify standard(AggregateKind kind) {
    return switch (kind) {
      case NORMAL -> Modify.READ_ONLY;
      case ORDERED_SET, HYPOTHETICAL -> Modify.READ_WRITE;
    };
  }
}
