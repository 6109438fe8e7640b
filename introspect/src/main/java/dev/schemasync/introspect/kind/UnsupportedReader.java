package dev.schemasync.introspect.kind;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.introspect.CatalogReadException;
import dev.schemasync.introspect.query.Address;
import dev.schemasync.introspect.query.Presence;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.UnsupportedObject;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Reads what the model has no record for: whole objects, and what modelled objects have but their
 * records cannot say. The latter depend on the object that has them.
 */
public final class UnsupportedReader implements CatalogReader {
  private static final ImmutableList<Query> QUERIES =
      ImmutableList.of(
          Query.UNSUPPORTED_OBJECT,
          Query.UNSUPPORTED_PROPERTY,
          Query.UNSUPPORTED_NEWER_PROPERTY,
          Query.UNSUPPORTED_COMMENT,
          Query.UNSUPPORTED_DATABASE);

  @Override
  public ImmutableList<Query> queries() {
    return QUERIES;
  }

  @Override
  public ImmutableSet<Presence> source() {
    return ImmutableSet.of();
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    for (Query query : QUERIES) {
      for (Row row : context.rows(query)) {
        Optional<Address> address = address(row, "catalog", "oid");
        Optional<Address> on = address(row, "on_catalog", "on_oid");
        if (!isMember(context, address) && !isMember(context, on)) {
          add(context, row, address, on);
        }
      }
    }
  }

  private static void add(
      ReadContext context, Row row, Optional<Address> address, Optional<Address> on)
      throws CatalogReadException {
    ObjectId.Unmodelled id = new ObjectId.Unmodelled(row.text("type"), row.text("identity"));
    context.add(new UnsupportedObject(id));
    address.ifPresent(own -> context.index().put(own, id));
    on.flatMap(context.index()::find).ifPresent(owner -> context.addDependency(id, owner));
  }

  private static boolean isMember(ReadContext context, Optional<Address> address) {
    return address.filter(context.index()::isMember).isPresent();
  }

  private static Optional<Address> address(Row row, String catalog, String oid)
      throws CatalogReadException {
    return row.optionalText(catalog).isPresent()
        ? Optional.of(new Address(row.text(catalog), row.oid(oid)))
        : Optional.empty();
  }
}
