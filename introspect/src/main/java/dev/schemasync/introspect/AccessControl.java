package dev.schemasync.introspect;

import com.google.common.collect.HashBasedTable;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Table;
import dev.schemasync.model.catalog.Grant;
import dev.schemasync.model.catalog.Grantee;
import dev.schemasync.model.catalog.Privilege;
import dev.schemasync.model.catalog.Privileges;
import java.sql.SQLException;
import java.util.Optional;

/** The access control lists of objects and columns that are not the default ones. */
final class AccessControl {
  private final Table<Address, Integer, Builder> lists = HashBasedTable.create();

  private AccessControl() {}

  static AccessControl read(Queries queries) throws SQLException {
    AccessControl all = new AccessControl();
    for (Row row : queries.rows(Query.PRIVILEGE)) {
      Builder list = all.list(Address.of(row), row.integer("column_number"));
      (row.bool("granted") ? list.granted : list.revoked).add(grant(row));
    }
    return all;
  }

  Privileges of(Address address) {
    return find(address, 0);
  }

  Privileges ofColumn(long relation, int number) {
    return find(Address.relation(relation), number);
  }

  private Privileges find(Address address, int column) {
    return Optional.ofNullable(lists.get(address, column))
        .map(Builder::build)
        .orElse(Privileges.DEFAULT);
  }

  private Builder list(Address address, int column) {
    Builder list = lists.get(address, column);
    if (list == null) {
      list = new Builder();
      lists.put(address, column, list);
    }
    return list;
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

  private static final class Builder {
    final ImmutableSortedSet.Builder<Grant> granted = ImmutableSortedSet.naturalOrder();
    final ImmutableSortedSet.Builder<Grant> revoked = ImmutableSortedSet.naturalOrder();

    Privileges build() {
      return new Privileges(granted.build(), revoked.build());
    }
  }
}
