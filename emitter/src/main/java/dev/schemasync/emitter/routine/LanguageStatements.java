package dev.schemasync.emitter.routine;

import dev.schemasync.emitter.sql.SqlWriter;
import dev.schemasync.emitter.statement.Emission;
import dev.schemasync.emitter.statement.Headline;
import dev.schemasync.emitter.statement.ObjectReference;
import dev.schemasync.model.catalog.Language;
import dev.schemasync.model.catalog.Transform;
import dev.schemasync.model.plan.Step;

/** Procedural languages, and the transforms of types for them. */
public final class LanguageStatements {
  private LanguageStatements() {}

  /** CREATE LANGUAGE. */
  public static Emission create(Step.CreateLanguage step) {
    Language language = step.language();
    return language.trusted()
        ? Emission.notCovered(
            Headline.create("TRUSTED LANGUAGE", step),
            sql -> definition(sql.keyword("CREATE TRUSTED LANGUAGE"), language))
        : Emission.notCovered(
            Headline.create("LANGUAGE", step),
            sql -> definition(sql.keyword("CREATE LANGUAGE"), language));
  }

  private static SqlWriter definition(SqlWriter sql, Language language) {
    return sql.identifier(language.name())
        .keyword("HANDLER")
        .qualified(language.handler())
        .ifPresent(language.inline(), (w, name) -> w.keyword("INLINE").qualified(name))
        .ifPresent(language.validator(), (w, name) -> w.keyword("VALIDATOR").qualified(name));
  }

  /** CREATE TRANSFORM. */
  public static Emission create(Step.CreateTransform step) {
    return Emission.notCovered(
        Headline.create("TRANSFORM", step), sql -> create(sql, step.transform()));
  }

  private static SqlWriter create(SqlWriter sql, Transform transform) {
    return ObjectReference.name(sql.keyword("CREATE TRANSFORM"), transform.id())
        .parenthesised(w -> functions(w, transform));
  }

  private static void functions(SqlWriter sql, Transform transform) {
    transform.fromSql().ifPresent(from -> sql.keyword("FROM SQL WITH FUNCTION").signature(from));
    if (transform.fromSql().isPresent() && transform.toSql().isPresent()) {
      sql.comma();
    }
    transform.toSql().ifPresent(to -> sql.keyword("TO SQL WITH FUNCTION").signature(to));
  }
}
