package dev.schemasync.introspect.type;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.introspect.CatalogReadException;
import dev.schemasync.introspect.kind.CatalogReader;
import dev.schemasync.introspect.kind.ReadContext;
import dev.schemasync.introspect.query.Address;
import dev.schemasync.introspect.query.Presence;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.catalog.RangePart;
import dev.schemasync.model.catalog.Type.RangeType;
import dev.schemasync.model.name.TypeRef;
import java.sql.SQLException;
import java.util.List;

/** Reads range types ({@code pg_range}) and what they bring. */
public final class RangeTypeReader implements CatalogReader {
  @Override
  public ImmutableList<Query> queries() {
    return ImmutableList.of(
        Query.RANGE_TYPE, Query.MULTIRANGE_TYPE, Query.RANGE_CONSTRUCTOR, Query.ROUTINE_ARGUMENT);
  }

  @Override
  public ImmutableSet<Presence> source() {
    return ImmutableSet.of(Presence.RANGE_TYPE);
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    for (Row row : context.objects(Query.RANGE_TYPE, "pg_type")) {
      Address address = Address.type(row.oid("oid"));
      context.add(
          address,
          new RangeType(
              row.name(),
              row.plainType("subtype"),
              row.optionalQualified("opclass"),
              row.optionalQualified("collation"),
              row.optionalQualified("canonical"),
              row.optionalQualified("difference"),
              row.optionalQualified("multirange"),
              row.identifier("owner"),
              context.privileges(address),
              context.comment(address)));
    }
    multiranges(context);
    constructors(context);
  }

  /** To whatever refers to them, these are the range type: only their own row leads to them. */
  private static void multiranges(ReadContext context) throws CatalogReadException {
    for (Row row : context.objects(Query.MULTIRANGE_TYPE, "pg_type")) {
      Address address = Address.type(row.oid("oid"));
      context.add(
          new RangePart.Multirange(
              row.name(),
              row.qualified("range"),
              row.identifier("owner"),
              row.bool("has_privileges") ? context.privileges(address) : Privileges.DEFAULT,
              context.comment(address)));
    }
  }

  private static void constructors(ReadContext context) throws CatalogReadException {
    ImmutableListMultimap<Long, Row> arguments =
        context.details(Query.ROUTINE_ARGUMENT, "routine_oid");
    for (Row row : context.objects(Query.RANGE_CONSTRUCTOR, "pg_proc")) {
      Address address = Address.routine(row.oid("oid"));
      context.add(
          new RangePart.Constructor(
              row.name(),
              types(arguments.get(address.oid())),
              row.qualified("range"),
              row.identifier("owner"),
              context.privileges(address),
              context.comment(address)));
    }
  }

  private static ImmutableList<TypeRef> types(List<Row> arguments) throws CatalogReadException {
    ImmutableList.Builder<TypeRef> types = ImmutableList.builder();
    for (Row argument : arguments) {
      types.add(argument.plainType("type"));
    }
    return types.build();
  }
}
