package dev.schemasync.introspect.type;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import dev.schemasync.introspect.CatalogReadException;
import dev.schemasync.introspect.kind.CatalogReader;
import dev.schemasync.introspect.kind.ReadContext;
import dev.schemasync.introspect.query.Address;
import dev.schemasync.introspect.query.Presence;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.Type.Alignment;
import dev.schemasync.model.catalog.Type.BaseType;
import dev.schemasync.model.catalog.Type.Support;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.TypeRef;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/** Reads base types. */
public final class BaseTypeReader implements CatalogReader {
  @Override
  public ImmutableList<Query> queries() {
    return ImmutableList.of(Query.BASE_TYPE);
  }

  @Override
  public ImmutableSet<Presence> source() {
    return ImmutableSet.of(Presence.BASE_TYPE);
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    for (Row row : context.objects(Query.BASE_TYPE, "pg_type")) {
      Address address = Address.type(row.oid("oid"));
      context.add(
          address,
          new BaseType(
              row.name(),
              row.qualified("input"),
              row.qualified("output"),
              functions(row),
              row.integer("length"),
              row.bool("by_value"),
              alignment(row),
              storage(row),
              row.text("category"),
              row.bool("preferred"),
              row.text("delimiter"),
              element(row),
              row.bool("collatable"),
              row.optionalText("default_value"),
              row.identifier("owner"),
              context.privileges(address),
              context.comment(address)));
    }
  }

  private static ImmutableSortedMap<Support, QualifiedName> functions(Row row)
      throws CatalogReadException {
    ImmutableSortedMap.Builder<Support, QualifiedName> functions =
        ImmutableSortedMap.naturalOrder();
    for (Support support : Support.values()) {
      row.optionalQualified(support.name().toLowerCase(Locale.ROOT))
          .ifPresent(function -> functions.put(support, function));
    }
    return functions.buildOrThrow();
  }

  private static Alignment alignment(Row row) throws CatalogReadException {
    return switch (row.text("alignment")) {
      case "c" -> Alignment.CHAR;
      case "s" -> Alignment.INT2;
      case "i" -> Alignment.INT4;
      case "d" -> Alignment.DOUBLE;
      default -> throw row.unexpected("alignment");
    };
  }

  private static Column.Storage storage(Row row) throws CatalogReadException {
    return switch (row.text("storage")) {
      case "p" -> Column.Storage.PLAIN;
      case "e" -> Column.Storage.EXTERNAL;
      case "x" -> Column.Storage.EXTENDED;
      case "m" -> Column.Storage.MAIN;
      default -> throw row.unexpected("storage");
    };
  }

  private static Optional<TypeRef> element(Row row) throws CatalogReadException {
    return row.optionalQualified("element").isPresent()
        ? Optional.of(row.plainType("element"))
        : Optional.empty();
  }
}
