package dev.schemasync.introspect.access;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.introspect.CatalogReadException;
import dev.schemasync.introspect.kind.CatalogReader;
import dev.schemasync.introspect.kind.ReadContext;
import dev.schemasync.introspect.query.Address;
import dev.schemasync.introspect.query.Presence;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.ChangedAcl;
import dev.schemasync.model.catalog.ObjectForm.AclOf;
import dev.schemasync.model.catalog.ObjectForm.AclOf.On;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.name.TypeRef;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the privileges on what comes with the server or an extension, where they were changed. */
public final class ChangedAclReader implements CatalogReader {
  @Override
  public ImmutableList<Query> queries() {
    return ImmutableList.of(Query.CHANGED_ACL);
  }

  @Override
  public ImmutableSet<Presence> source() {
    return ImmutableSet.of();
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    Map<AclOf, PrivilegeList> lists = new LinkedHashMap<>();
    Map<AclOf, ObjectId> bringers = new LinkedHashMap<>();
    for (Row row : context.rows(Query.CHANGED_ACL)) {
      // What was made a member by hand is an object like others, with all its privileges.
      if (context.index().added().containsKey(Address.of(row))) {
        continue;
      }
      Optional<ObjectId> bringer = bringer(row, context);
      // What the table of a system column is cannot always be told; then it is told of the table.
      if (bringer.isPresent() || row.optionalText("bringer_catalog").isEmpty()) {
        AclOf of = of(row);
        lists.computeIfAbsent(of, o -> new PrivilegeList()).add(row);
        bringer.ifPresent(id -> bringers.put(of, id));
      }
    }
    for (Map.Entry<AclOf, PrivilegeList> list : lists.entrySet()) {
      ChangedAcl acl = new ChangedAcl(list.getKey(), list.getValue().build());
      context.add(acl);
      Optional.ofNullable(bringers.get(acl.of()))
          .ifPresent(bringer -> context.addDependency(acl.id(), bringer));
    }
  }

  private static Optional<ObjectId> bringer(Row row, ReadContext context)
      throws CatalogReadException {
    return row.optionalText("bringer_catalog").isPresent()
        ? context.index().find(new Address(row.text("bringer_catalog"), row.oid("bringer_oid")))
        : Optional.empty();
  }

  private static AclOf of(Row row) throws CatalogReadException {
    On on = on(row);
    return new AclOf(
        on,
        row.optionalIdentifier("object_schema"),
        row.identifier("object_name"),
        on == On.ROUTINE ? row.signature("object").arguments() : ImmutableList.<TypeRef>of(),
        row.optionalIdentifier("column_name"));
  }

  private static On on(Row row) throws CatalogReadException {
    return switch (row.text("kind")) {
      case "r" -> On.TABLE;
      case "s" -> On.SEQUENCE;
      case "f" -> On.ROUTINE;
      case "T" -> On.TYPE;
      case "n" -> On.SCHEMA;
      case "l" -> On.LANGUAGE;
      case "F" -> On.FOREIGN_DATA_WRAPPER;
      case "S" -> On.FOREIGN_SERVER;
      default -> throw row.unexpected("kind");
    };
  }
}
