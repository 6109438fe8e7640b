package dev.schemasync.introspect.replication;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.introspect.CatalogReadException;
import dev.schemasync.introspect.kind.CatalogReader;
import dev.schemasync.introspect.kind.ReadContext;
import dev.schemasync.introspect.query.Address;
import dev.schemasync.introspect.query.Presence;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.Publication;
import dev.schemasync.model.catalog.Publication.Content;
import dev.schemasync.model.catalog.Publication.Member;
import dev.schemasync.model.catalog.Publication.Operation;
import dev.schemasync.model.name.Identifier;
import java.sql.SQLException;

/** Reads publications with what they publish. */
public final class PublicationReader implements CatalogReader {
  @Override
  public ImmutableList<Query> queries() {
    return ImmutableList.of(Query.PUBLICATION, Query.PUBLICATION_TABLE, Query.PUBLICATION_SCHEMA);
  }

  @Override
  public ImmutableSet<Presence> source() {
    return ImmutableSet.of(Presence.PUBLICATION);
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    ImmutableListMultimap<Long, Row> tables =
        context.details(Query.PUBLICATION_TABLE, "publication_oid");
    ImmutableListMultimap<Long, Row> schemas =
        context.details(Query.PUBLICATION_SCHEMA, "publication_oid");
    for (Row row : context.objects(Query.PUBLICATION, "pg_publication")) {
      Address address = new Address("pg_publication", row.oid("oid"));
      Content content =
          row.bool("all_tables")
              ? new Content.AllTables()
              : new Content.Members(
                  members(tables.get(address.oid())), schemas(schemas.get(address.oid())));
      Publication publication =
          new Publication(
              row.identifier("name"),
              content,
              operations(row),
              row.bool("via_root"),
              row.bool("generated_columns"),
              row.identifier("owner"),
              context.comment(address));
      context.add(address, publication);
      indexMembers(context, tables.get(address.oid()), "pg_publication_rel", publication);
      indexMembers(context, schemas.get(address.oid()), "pg_publication_namespace", publication);
    }
  }

  private static ImmutableList<Member> members(ImmutableList<Row> rows)
      throws CatalogReadException {
    ImmutableList.Builder<Member> members = ImmutableList.builder();
    for (Row row : rows) {
      members.add(
          new Member(row.name(), row.identifiers("columns"), row.optionalSql("row_filter")));
    }
    return members.build();
  }

  private static ImmutableSortedSet<Identifier> schemas(ImmutableList<Row> rows)
      throws CatalogReadException {
    ImmutableSortedSet.Builder<Identifier> schemas = ImmutableSortedSet.naturalOrder();
    for (Row row : rows) {
      schemas.add(row.identifier("name"));
    }
    return schemas.build();
  }

  /** What a membership refers to, the publication does. */
  private static void indexMembers(
      ReadContext context, ImmutableList<Row> rows, String catalog, Publication publication)
      throws CatalogReadException {
    for (Row row : rows) {
      context.index().put(new Address(catalog, row.oid("oid")), publication.id());
    }
  }

  private static ImmutableSortedSet<Operation> operations(Row row) throws CatalogReadException {
    ImmutableSortedSet.Builder<Operation> operations = ImmutableSortedSet.naturalOrder();
    for (Operation operation : Operation.values()) {
      boolean published =
          row.bool(
              switch (operation) {
                case INSERT -> "publishes_insert";
                case UPDATE -> "publishes_update";
                case DELETE -> "publishes_delete";
                case TRUNCATE -> "publishes_truncate";
              });
      if (published) {
        operations.add(operation);
      }
    }
    return operations.build();
  }
}
