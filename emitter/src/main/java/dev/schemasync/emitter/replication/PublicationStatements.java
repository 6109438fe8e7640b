package dev.schemasync.emitter.replication;

import dev.schemasync.emitter.sql.SqlWriter;
import dev.schemasync.emitter.statement.Clauses;
import dev.schemasync.emitter.statement.Emission;
import dev.schemasync.emitter.statement.Headline;
import dev.schemasync.model.catalog.Publication;
import dev.schemasync.model.plan.Step;
import java.util.Locale;
import java.util.stream.Collectors;

/** Publications. */
public final class PublicationStatements {
  private PublicationStatements() {}

  /** CREATE PUBLICATION. */
  public static Emission create(Step.CreatePublication step) {
    return Emission.notCovered(
        Headline.create("PUBLICATION", step), sql -> create(sql, step.publication()));
  }

  private static SqlWriter create(SqlWriter sql, Publication publication) {
    sql.keyword("CREATE PUBLICATION").identifier(publication.name());
    content(sql, publication.content());
    return sql.keyword("WITH")
        .parenthesised(
            w -> {
              w.keyword("publish =").literal(operations(publication));
              w.when(
                  publication.viaRoot(),
                  v -> v.comma().keyword("publish_via_partition_root = true"));
              w.when(
                  publication.generatedColumns(),
                  v -> v.comma().keyword("publish_generated_columns = stored"));
            });
  }

  private static SqlWriter content(SqlWriter sql, Publication.Content content) {
    return switch (content) {
      case Publication.Content.AllTables all -> sql.keyword("FOR ALL TABLES");
      case Publication.Content.Members members -> members(sql, members);
    };
  }

  private static SqlWriter members(SqlWriter sql, Publication.Content.Members members) {
    boolean tables = !members.tables().isEmpty();
    boolean schemas = !members.schemas().isEmpty();
    return sql.when(tables || schemas, w -> w.keyword("FOR"))
        .when(tables, w -> w.keyword("TABLE").list(members.tables(), PublicationStatements::member))
        .when(tables && schemas, SqlWriter::comma)
        .when(
            schemas,
            w -> w.keyword("TABLES IN SCHEMA").list(members.schemas(), SqlWriter::identifier));
  }

  /** ONLY, for each inheritance child of a member is a member in its own right. */
  private static void member(SqlWriter sql, Publication.Member member) {
    sql.keyword("ONLY")
        .qualified(member.table())
        .when(
            !member.columns().isEmpty(),
            w -> w.parenthesised(member.columns(), SqlWriter::identifier))
        .ifPresent(member.rowFilter(), (w, text) -> Clauses.condition(w.keyword("WHERE"), text));
  }

  private static String operations(Publication publication) {
    return publication.operations().stream()
        .map(operation -> operation.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
