package dev.schemasync.introspect.schema;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.introspect.kind.CatalogReader;
import dev.schemasync.introspect.kind.ReadContext;
import dev.schemasync.introspect.query.Address;
import dev.schemasync.introspect.query.Presence;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.Extension;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import java.sql.SQLException;

/** Reads extensions ({@code pg_extension}). */
public final class ExtensionReader implements CatalogReader {
  @Override
  public ImmutableList<Query> queries() {
    return ImmutableList.of(Query.EXTENSION);
  }

  @Override
  public ImmutableSet<Presence> source() {
    return ImmutableSet.of();
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    for (Row row : context.objects(Query.EXTENSION, "pg_extension")) {
      Address address = new Address("pg_extension", row.oid("oid"));
      context.add(
          address,
          new Extension(
              row.identifier("name"),
              row.identifier("schema"),
              row.text("version"),
              configuration(row),
              context.comment(address)));
    }
  }

  private static ImmutableSortedSet<QualifiedName> configuration(Row row) throws SQLException {
    ImmutableList<Identifier> schemas = row.identifiers("configuration_schemas");
    ImmutableList<Identifier> names = row.identifiers("configuration_names");
    ImmutableSortedSet.Builder<QualifiedName> relations = ImmutableSortedSet.naturalOrder();
    for (int i = 0; i < names.size(); i++) {
      relations.add(new QualifiedName(schemas.get(i), names.get(i)));
    }
    return relations.build();
  }
}
