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
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import java.sql.SQLException;
import java.util.Optional;

/** Reads sequences; their values are read by {@link SequenceValues}. */
public final class SequenceReader implements CatalogReader {
  @Override
  public ImmutableList<Query> queries() {
    return ImmutableList.of(Query.SEQUENCE);
  }

  @Override
  public ImmutableSet<Presence> source() {
    return ImmutableSet.of(Presence.SEQUENCE);
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    for (Row row : context.objects(Query.SEQUENCE, "pg_class")) {
      Address address = Address.relation(row.oid("oid"));
      context.add(
          address,
          new Sequence(
              row.name(),
              options(row),
              TableReader.persistence(row),
              ownership(row),
              row.identifier("owner"),
              context.privileges(address),
              context.comment(address)));
    }
  }

  private static Sequence.Options options(Row row) throws CatalogReadException {
    return new Sequence.Options(
        dataType(row),
        row.bigint("start"),
        row.bigint("increment"),
        row.bigint("min_value"),
        row.bigint("max_value"),
        row.bigint("cache"),
        row.bool("cycle"));
  }

  private static Sequence.DataType dataType(Row row) throws CatalogReadException {
    return switch (row.text("data_type")) {
      case "int2" -> Sequence.DataType.SMALLINT;
      case "int4" -> Sequence.DataType.INTEGER;
      case "int8" -> Sequence.DataType.BIGINT;
      default -> throw row.unexpected("data_type");
    };
  }

  private static Sequence.Ownership ownership(Row row) throws CatalogReadException {
    Optional<QualifiedName> table = row.optionalQualified("table");
    if (table.isEmpty()) {
      return new Sequence.Ownership.None();
    }
    Identifier column = row.identifier("column_name");
    return row.bool("is_identity")
        ? new Sequence.Ownership.IdentityOf(table.get(), column)
        : new Sequence.Ownership.OwnedBy(table.get(), column);
  }
}
