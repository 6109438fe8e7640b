package dev.schemasync.introspect.relation;

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
import dev.schemasync.model.catalog.Grantee;
import dev.schemasync.model.catalog.Policy;
import dev.schemasync.model.catalog.Policy.Command;
import dev.schemasync.model.name.Identifier;
import java.sql.SQLException;

/** Reads row security policies ({@code pg_policy}). */
public final class PolicyReader implements CatalogReader {
  @Override
  public ImmutableList<Query> queries() {
    return ImmutableList.of(Query.POLICY);
  }

  @Override
  public ImmutableSet<Presence> source() {
    return ImmutableSet.of(Presence.POLICY);
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    for (Row row : context.objects(Query.POLICY, "pg_policy")) {
      Address address = new Address("pg_policy", row.oid("oid"));
      context.add(
          address,
          new Policy(
              row.qualified("table"),
              row.identifier("name"),
              row.bool("permissive"),
              command(row),
              roles(row),
              row.optionalSql("using_expression"),
              row.optionalSql("check_expression"),
              context.comment(address)));
    }
  }

  private static Command command(Row row) throws CatalogReadException {
    return switch (row.text("command")) {
      case "*" -> Command.ALL;
      case "r" -> Command.SELECT;
      case "a" -> Command.INSERT;
      case "w" -> Command.UPDATE;
      case "d" -> Command.DELETE;
      default -> throw row.unexpected("command");
    };
  }

  private static ImmutableSortedSet<Grantee> roles(Row row) throws CatalogReadException {
    ImmutableSortedSet.Builder<Grantee> roles = ImmutableSortedSet.naturalOrder();
    if (row.bool("for_everybody")) {
      roles.add(new Grantee.Everybody());
    }
    for (Identifier role : row.identifiers("roles")) {
      roles.add(new Grantee.Role(role));
    }
    return roles.build();
  }
}
