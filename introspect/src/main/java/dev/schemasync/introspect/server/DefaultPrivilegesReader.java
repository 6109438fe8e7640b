package dev.schemasync.introspect.server;

import com.google.common.collect.HashBasedTable;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableTable;
import com.google.common.collect.Table;
import dev.schemasync.introspect.CatalogReadException;
import dev.schemasync.introspect.access.PrivilegeList;
import dev.schemasync.introspect.query.Answers;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.server.DefaultPrivileges;
import dev.schemasync.model.server.DefaultPrivileges.Target;
import java.util.Map;
import java.util.Optional;

/** Reads what the connected user's new objects are given ({@code pg_default_acl}). */
final class DefaultPrivilegesReader {
  private DefaultPrivilegesReader() {}

  static DefaultPrivileges read(Answers answers) throws CatalogReadException {
    Table<Optional<Identifier>, Target, PrivilegeList> lists = HashBasedTable.create();
    for (Row row : answers.rows(Query.DEFAULT_PRIVILEGE)) {
      Map<Target, PrivilegeList> ofSchema = lists.row(row.optionalIdentifier("schema"));
      PrivilegeList list = ofSchema.computeIfAbsent(target(row), t -> new PrivilegeList());
      if (row.optionalText("privilege").isPresent()) {
        list.add(row);
      }
    }
    ImmutableMap.Builder<Target, Privileges> everywhere = ImmutableMap.builder();
    ImmutableTable.Builder<Identifier, Target, Privileges> inSchema = ImmutableTable.builder();
    lists
        .rowMap()
        .forEach(
            (schema, byTarget) ->
                byTarget.forEach(
                    (target, list) ->
                        schema.ifPresentOrElse(
                            name -> inSchema.put(name, target, list.build()),
                            () -> everywhere.put(target, list.build()))));
    return new DefaultPrivileges(everywhere.buildOrThrow(), inSchema.buildOrThrow());
  }

  private static Target target(Row row) throws CatalogReadException {
    return switch (row.text("target")) {
      case "r" -> Target.TABLES;
      case "S" -> Target.SEQUENCES;
      case "f" -> Target.ROUTINES;
      case "T" -> Target.TYPES;
      case "n" -> Target.SCHEMAS;
      default -> throw row.unexpected("target");
    };
  }
}
