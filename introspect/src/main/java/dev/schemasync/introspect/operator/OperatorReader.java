package dev.schemasync.introspect.operator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.introspect.CatalogReadException;
import dev.schemasync.introspect.kind.CatalogReader;
import dev.schemasync.introspect.kind.ReadContext;
import dev.schemasync.introspect.query.Address;
import dev.schemasync.introspect.query.Presence;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.Operator;
import dev.schemasync.model.catalog.Operator.Definition;
import dev.schemasync.model.catalog.Operator.Link;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.TypeRef;
import java.sql.SQLException;
import java.util.Optional;

/** Reads operators ({@code pg_operator}). */
public final class OperatorReader implements CatalogReader {
  private static final String CATALOG = "pg_operator";

  @Override
  public ImmutableList<Query> queries() {
    return ImmutableList.of(Query.OPERATOR);
  }

  @Override
  public ImmutableSet<Presence> source() {
    return ImmutableSet.of(Presence.OPERATOR);
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    for (Row row : context.objects(Query.OPERATOR, CATALOG)) {
      Address address = new Address(CATALOG, row.oid("oid"));
      context.add(
          address,
          new Operator(
              row.name(),
              operand(row, "left"),
              operand(row, "right"),
              definition(row),
              row.identifier("owner"),
              context.comment(address)));
    }
  }

  private static Optional<TypeRef> operand(Row row, String prefix) throws CatalogReadException {
    return row.optionalQualified(prefix).isPresent()
        ? Optional.of(row.plainType(prefix))
        : Optional.empty();
  }

  private static Optional<Definition> definition(Row row) throws CatalogReadException {
    Optional<QualifiedName> function = row.optionalQualified("function");
    return function.isPresent()
        ? Optional.of(
            new Definition(
                function.get(),
                link(row, "commutator"),
                link(row, "negator"),
                row.optionalQualified("restrict"),
                row.optionalQualified("join"),
                row.bool("hashes"),
                row.bool("merges")))
        : Optional.empty();
  }

  private static Optional<Link> link(Row row, String prefix) throws CatalogReadException {
    Optional<QualifiedName> operator = row.optionalQualified(prefix);
    return operator.isPresent()
        ? Optional.of(new Link(operator.get(), row.bool(prefix + "_returns")))
        : Optional.empty();
  }
}
