package dev.schemasync.emitter.textsearch;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.schemasync.emitter.sql.SqlWriter;
import dev.schemasync.emitter.statement.Emission;
import dev.schemasync.emitter.statement.Headline;
import dev.schemasync.emitter.statement.ObjectReference;
import dev.schemasync.model.catalog.TextSearch;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.plan.Step;

/** Text search parsers, templates, dictionaries and configurations. */
public final class TextSearchStatements {
  private TextSearchStatements() {}

  /** CREATE TEXT SEARCH …. */
  public static Emission create(Step.CreateTextSearch step) {
    return Emission.notCovered(
        Headline.create(noun(step.textSearch()), step), sql -> create(sql, step.textSearch()));
  }

  /** ALTER TEXT SEARCH CONFIGURATION … ADD MAPPING. */
  public static Emission addMapping(Step.AddTextSearchMapping step) {
    return Emission.notCovered(
        Headline.about("ALTER TEXT SEARCH CONFIGURATION", "add mapping to", step),
        sql -> addMapping(sql, step));
  }

  private static String noun(TextSearch textSearch) {
    return switch (textSearch) {
      case TextSearch.Parser p -> "TEXT SEARCH PARSER";
      case TextSearch.Template t -> "TEXT SEARCH TEMPLATE";
      case TextSearch.Dictionary d -> "TEXT SEARCH DICTIONARY";
      case TextSearch.Configuration c -> "TEXT SEARCH CONFIGURATION";
    };
  }

  private static SqlWriter create(SqlWriter sql, TextSearch textSearch) {
    return ObjectReference.write(sql.keyword("CREATE"), textSearch.id())
        .parenthesised(w -> definition(w, textSearch));
  }

  private static SqlWriter definition(SqlWriter sql, TextSearch textSearch) {
    return switch (textSearch) {
      case TextSearch.Parser parser -> {
        part(sql, "START =", parser.start());
        part(sql.comma(), "GETTOKEN =", parser.getToken());
        part(sql.comma(), "END =", parser.end());
        sql.ifPresent(parser.headline(), (w, name) -> part(w.comma(), "HEADLINE =", name));
        yield part(sql.comma(), "LEXTYPES =", parser.lexTypes());
      }
      case TextSearch.Template template -> {
        sql.ifPresent(template.init(), (w, name) -> part(w, "INIT =", name).comma());
        yield part(sql, "LEXIZE =", template.lexize());
      }
      case TextSearch.Dictionary dictionary ->
          part(sql, "TEMPLATE =", dictionary.template())
              .ifPresent(dictionary.options(), (w, options) -> w.comma().verbatim(options));
      case TextSearch.Configuration configuration -> part(sql, "PARSER =", configuration.parser());
    };
  }

  private static SqlWriter part(
      SqlWriter sql, @CompileTimeConstant String label, QualifiedName value) {
    return sql.keyword(label).qualified(value);
  }

  private static SqlWriter addMapping(SqlWriter sql, Step.AddTextSearchMapping step) {
    return ObjectReference.write(sql.keyword("ALTER"), step.object())
        .keyword("ADD MAPPING FOR")
        .identifier(step.mapping().name())
        .keyword("WITH")
        .list(step.mapping().dictionaries(), SqlWriter::qualified);
  }
}
