package dev.schemasync.introspect.access;

import com.google.common.collect.HashBasedTable;
import com.google.common.collect.Table;
import dev.schemasync.introspect.CatalogReadException;
import dev.schemasync.introspect.query.Address;
import dev.schemasync.introspect.query.Answers;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.Privileges;
import java.util.Optional;

/** The access control lists of objects and columns that are not the default ones. */
public final class AccessControl {
  private final Table<Address, Integer, PrivilegeList> lists = HashBasedTable.create();

  private AccessControl() {}

  public static AccessControl read(Answers answers) throws CatalogReadException {
    AccessControl all = new AccessControl();
    for (Row row : answers.rows(Query.PRIVILEGE)) {
      all.list(Address.of(row), row.integer("column_number")).add(row);
    }
    return all;
  }

  public Privileges of(Address address) {
    return find(address, 0);
  }

  public Privileges ofColumn(long relation, int number) {
    return find(Address.relation(relation), number);
  }

  private Privileges find(Address address, int column) {
    return Optional.ofNullable(lists.get(address, column))
        .map(PrivilegeList::build)
        .orElse(Privileges.DEFAULT);
  }

  private PrivilegeList list(Address address, int column) {
    PrivilegeList list = lists.get(address, column);
    if (list == null) {
      list = new PrivilegeList();
      lists.put(address, column, list);
    }
    return list;
  }
}
