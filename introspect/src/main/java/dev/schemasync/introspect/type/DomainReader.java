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
import dev.schemasync.model.catalog.DefaultNames;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Type.Domain;
import dev.schemasync.model.catalog.Type.DomainCheck;
import dev.schemasync.model.catalog.Type.DomainNotNull;
import dev.schemasync.model.name.Identifier;
import java.sql.SQLException;
import java.util.Optional;

/** Reads domains with their checks. */
public final class DomainReader implements CatalogReader {
  @Override
  public ImmutableList<Query> queries() {
    return ImmutableList.of(Query.DOMAIN, Query.DOMAIN_CHECK);
  }

  @Override
  public ImmutableSet<Presence> source() {
    return ImmutableSet.of(Presence.DOMAIN);
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    ImmutableListMultimap<Long, Row> checks = context.details(Query.DOMAIN_CHECK, "domain_oid");
    for (Row row : context.objects(Query.DOMAIN, "pg_type")) {
      Address address = Address.type(row.oid("oid"));
      Domain domain =
          new Domain(
              row.name(),
              row.type("type"),
              row.optionalQualified("collation"),
              row.optionalSql("default_value"),
              notNull(context, row),
              checks(context, checks.get(address.oid())),
              row.identifier("owner"),
              context.privileges(address),
              context.comment(address));
      context.add(address, domain);
      indexChecks(context, checks.get(address.oid()), domain.id());
    }
  }

  private static Optional<DomainNotNull> notNull(ReadContext context, Row row)
      throws CatalogReadException {
    if (!row.bool("not_null")) {
      return Optional.empty();
    }
    Identifier domainName = row.name().name();
    Optional<Identifier> name = row.optionalIdentifier("not_null_name");
    return Optional.of(
        name.isPresent()
            ? new DomainNotNull(
                name.filter(n -> !n.equals(DefaultNames.notNull(domainName))),
                context.comment(Address.constraint(row.oid("not_null_oid"))))
            : DomainNotNull.PLAIN);
  }

  private static ImmutableList<DomainCheck> checks(ReadContext context, ImmutableList<Row> rows)
      throws CatalogReadException {
    ImmutableList.Builder<DomainCheck> checks = ImmutableList.builder();
    for (Row row : rows) {
      checks.add(
          new DomainCheck(
              row.identifier("name"),
              row.sql("expression"),
              row.bool("validated"),
              context.comment(Address.constraint(row.oid("oid")))));
    }
    return checks.build();
  }

  /** What a check refers to, its domain need not wait for: a check can be added later. */
  private static void indexChecks(ReadContext context, ImmutableList<Row> rows, ObjectId domain)
      throws CatalogReadException {
    for (Row row : rows) {
      context
          .index()
          .put(
              Address.constraint(row.oid("oid")),
              ObjectId.constraint(domain, row.identifier("name")));
    }
  }
}
