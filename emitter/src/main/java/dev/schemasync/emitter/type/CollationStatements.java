package dev.schemasync.emitter.type;

import dev.schemasync.emitter.sql.SqlWriter;
import dev.schemasync.emitter.statement.Emission;
import dev.schemasync.emitter.statement.Headline;
import dev.schemasync.model.catalog.Collation;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.plan.Step;

/** Collations. */
public final class CollationStatements {
  private CollationStatements() {}

  /** CREATE COLLATION. */
  public static Emission create(Step.CreateCollation step) {
    return Emission.notCovered(
        Headline.create("COLLATION", step), sql -> create(sql, step.collation()));
  }

  /** A collation that has nothing but a locale of ICU's. */
  public static SqlWriter icu(SqlWriter sql, QualifiedName name, SqlText locale) {
    return sql.keyword("CREATE COLLATION")
        .qualified(name)
        .parenthesised(w -> w.keyword("PROVIDER = icu, LOCALE =").literal(locale.text()));
  }

  private static SqlWriter create(SqlWriter sql, Collation collation) {
    return sql.keyword("CREATE COLLATION")
        .qualified(collation.name())
        .parenthesised(
            w ->
                provider(w, collation.provider())
                    .when(
                        !collation.deterministic(),
                        v -> v.comma().keyword("DETERMINISTIC = false")));
  }

  private static SqlWriter provider(SqlWriter sql, Collation.Provider provider) {
    return switch (provider) {
      case Collation.Provider.Icu(var locale, var rules) ->
          sql.keyword("PROVIDER = icu, LOCALE =")
              .literal(locale.text())
              .ifPresent(rules, (w, r) -> w.comma().keyword("RULES =").literal(r));
      case Collation.Provider.Libc(var collate, var ctype) ->
          sql.keyword("PROVIDER = libc, LC_COLLATE =")
              .literal(collate)
              .comma()
              .keyword("LC_CTYPE =")
              .literal(ctype);
      case Collation.Provider.Builtin(var locale) ->
          sql.keyword("PROVIDER = builtin, LOCALE =").literal(locale);
    };
  }
}
