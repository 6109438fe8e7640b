package dev.schemasync.emitter.access;

import dev.schemasync.emitter.check.Facts;
import dev.schemasync.emitter.sql.Rejection;
import dev.schemasync.emitter.sql.SqlWriter;
import dev.schemasync.emitter.statement.Emission;
import dev.schemasync.emitter.statement.Headline;
import dev.schemasync.emitter.statement.KindSyntax;
import dev.schemasync.emitter.statement.ObjectReference;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.plan.Step;
import java.util.Optional;

/** Owners and comments. */
public final class OwnershipStatements {
  private OwnershipStatements() {}

  /** ALTER … OWNER TO. */
  public static Emission setOwner(Step.SetOwner step) {
    return Emission.notCovered(
        Headline.about("ALTER", "set owner of", step), sql -> setOwner(sql, step));
  }

  /** COMMENT ON; JSqlParser knows it for tables, views and columns. */
  public static Emission setComment(Step.SetComment step) {
    return new Emission(
        Headline.about("COMMENT ON", "comment on", step),
        commented(step.object()),
        sql -> setComment(sql, step));
  }

  /** COMMENT ON FOREIGN TABLE. */
  public static Emission setComment(Step.SetForeignTableComment step) {
    return Emission.notCovered(
        Headline.named("COMMENT ON FOREIGN TABLE", "comment on foreign table", step),
        sql ->
            comment(
                sql.keyword("COMMENT ON FOREIGN TABLE").qualified(step.table()), step.comment()));
  }

  private static Optional<Facts> commented(ObjectId object) {
    return switch (object) {
      case ObjectId.InSchema(var kind, var name) when kind == ObjectKind.TABLE ->
          Optional.of(Facts.of("comment on table", name).build());
      case ObjectId.InSchema(var kind, var name) when kind == ObjectKind.VIEW ->
          Optional.of(Facts.of("comment on view", name).build());
      case ObjectId.Part part when part.kind() == ObjectKind.COLUMN ->
          Optional.of(Facts.of("comment on column", part.path()).build());
      case ObjectId.InSchema i -> Optional.empty();
      case ObjectId.Part p -> Optional.empty();
      case ObjectId.Global g -> Optional.empty();
      case ObjectId.Routine r -> Optional.empty();
      case ObjectId.Formed f -> Optional.empty();
      case ObjectId.Unmodelled u -> Optional.empty();
    };
  }

  private static SqlWriter setOwner(SqlWriter sql, Step.SetOwner step) {
    if (!KindSyntax.of(step.object().kind()).owned()) {
      throw new Rejection("a %s has no owner to set".formatted(step.object().kind().noun()));
    }
    return ObjectReference.write(sql.keyword("ALTER"), step.object())
        .keyword("OWNER TO")
        .identifier(step.owner());
  }

  private static SqlWriter setComment(SqlWriter sql, Step.SetComment step) {
    return comment(ObjectReference.write(sql.keyword("COMMENT ON"), step.object()), step.comment());
  }

  private static SqlWriter comment(SqlWriter sql, Optional<String> comment) {
    sql.keyword("IS");
    return comment.map(sql::literal).orElseGet(() -> sql.keyword("NULL"));
  }
}
