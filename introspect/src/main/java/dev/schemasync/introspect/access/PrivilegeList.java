package dev.schemasync.introspect.access;

import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.introspect.CatalogReadException;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.Grant;
import dev.schemasync.model.catalog.Grantee;
import dev.schemasync.model.catalog.Privilege;
import dev.schemasync.model.catalog.Privileges;

/** Collects rows of exploded access control lists that are about one thing. */
public final class PrivilegeList {
  private final ImmutableSortedSet.Builder<Grant> granted = ImmutableSortedSet.naturalOrder();
  private final ImmutableSortedSet.Builder<Grant> revoked = ImmutableSortedSet.naturalOrder();

  public void add(Row row) throws CatalogReadException {
    (row.bool("granted") ? granted : revoked).add(grant(row));
  }

  public Privileges build() {
    return new Privileges(granted.build(), revoked.build());
  }

  private static Grant grant(Row row) throws CatalogReadException {
    return new Grant(
        row.optionalIdentifier("grantee")
            .<Grantee>map(Grantee.Role::new)
            .orElseGet(Grantee.Everybody::new),
        privilege(row),
        row.bool("grantable"),
        row.optionalIdentifier("grantor"));
  }

  private static Privilege privilege(Row row) throws CatalogReadException {
    String name = row.text("privilege");
    for (Privilege privilege : Privilege.values()) {
      if (privilege.name().equals(name)) {
        return privilege;
      }
    }
    throw row.unexpected("privilege");
  }
}
