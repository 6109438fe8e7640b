package dev.schemasync.introspect.server;

import com.google.common.collect.HashBasedTable;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.ImmutableTable;
import com.google.common.collect.Table;
import dev.schemasync.introspect.CatalogReadException;
import dev.schemasync.introspect.query.Answers;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.server.InstallableExtensions;
import dev.schemasync.model.server.ServerFacts;
import dev.schemasync.model.server.ServerVersion;
import java.util.List;

/** Reads what there is to know of a server beyond the schema of the database. */
public final class ServerFactsReader {
  private ServerFactsReader() {}

  public static ServerFacts read(Answers answers) throws CatalogReadException {
    Row row = answers.rows(Query.SERVER).getFirst();
    return new ServerFacts(
        new ServerVersion(row.integer("version")),
        row.identifier("database"),
        row.identifier("database_owner"),
        row.text("started"),
        row.text("encoding"),
        row.text("collate"),
        row.text("ctype"),
        names(row, "roles"),
        names(row, "superusers"),
        answers.has(Query.AVAILABLE_EXTENSION)
            ? installable(answers.rows(Query.AVAILABLE_EXTENSION))
            : new InstallableExtensions.Unknown("it was not asked"),
        names(row, "languages"),
        names(row, "untrusted_languages"),
        names(row, "access_methods"),
        names(row, "tablespaces"),
        collations(answers),
        textSearch(answers),
        DefaultPrivilegesReader.read(answers),
        new ServerFacts.User(
            row.identifier("user_name"),
            row.bool("superuser"),
            row.bool("may_create"),
            row.bool("may_create_temporary"),
            memberships(answers),
            names(row, "may_create_in")),
        new ServerFacts.Limits(
            row.integer("prepared_transactions"),
            row.bigint("lock_table"),
            row.bool("in_recovery"),
            row.bool("read_only")));
  }

  private static ImmutableSortedSet<Identifier> names(Row row, String column)
      throws CatalogReadException {
    return ImmutableSortedSet.copyOf(row.identifiers(column));
  }

  private static ImmutableSortedSet<Identifier> memberships(Answers answers)
      throws CatalogReadException {
    ImmutableSortedSet.Builder<Identifier> roles = ImmutableSortedSet.naturalOrder();
    for (Row row : answers.rows(Query.MEMBERSHIP)) {
      roles.add(row.identifier("role"));
    }
    return roles.build();
  }

  /** Every version that is named; where two files have one name the server takes the first. */
  public static InstallableExtensions.Known installable(List<Row> rows)
      throws CatalogReadException {
    Table<Identifier, String, InstallableExtensions.Version> versions = HashBasedTable.create();
    for (Row row : rows) {
      Identifier name = row.identifier("name");
      String version = row.text("version");
      if (!versions.contains(name, version)) {
        versions.put(
            name,
            version,
            new InstallableExtensions.Version(
                row.optionalText("comment"), row.bool("needs_superuser"), row.bool("is_usual")));
      }
    }
    return new InstallableExtensions.Known(ImmutableTable.copyOf(versions));
  }

  private static ImmutableSortedSet<QualifiedName> collations(Answers answers)
      throws CatalogReadException {
    ImmutableSortedSet.Builder<QualifiedName> collations = ImmutableSortedSet.naturalOrder();
    for (Row row : answers.rows(Query.SERVER_COLLATION)) {
      collations.add(row.name());
    }
    return collations.build();
  }

  private static ImmutableSortedSet<ObjectId> textSearch(Answers answers)
      throws CatalogReadException {
    ImmutableSortedSet.Builder<ObjectId> objects = ImmutableSortedSet.naturalOrder();
    for (Row row : answers.rows(Query.SERVER_TEXT_SEARCH)) {
      ObjectKind kind =
          switch (row.text("kind")) {
            case "parser" -> ObjectKind.TEXT_SEARCH_PARSER;
            case "template" -> ObjectKind.TEXT_SEARCH_TEMPLATE;
            case "dictionary" -> ObjectKind.TEXT_SEARCH_DICTIONARY;
            default -> throw row.unexpected("kind");
          };
      objects.add(new ObjectId.InSchema(kind, row.name()));
    }
    return objects.build();
  }
}
