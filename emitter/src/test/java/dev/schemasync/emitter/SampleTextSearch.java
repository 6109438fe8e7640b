package dev.schemasync.emitter;

import static dev.schemasync.emitter.Sample.ROLE;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.catalog.TextSearch;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.plan.Step;
import java.util.Optional;

/** Text search of the sample. */
final class SampleTextSearch {
  private SampleTextSearch() {}

  static void add(Sample s) {
    parser(s, "splitter", Optional.empty());
    parser(s, "shower", Optional.of(system("prsd_headline")));
    template(s, "bare", Optional.empty());
    template(s, "prepared", Optional.of(system("dsimple_init")));
    dictionary(s, "whole", "bare", Optional.empty());
    dictionary(
        s,
        "stopped",
        "prepared",
        Optional.of(new SqlText("stopwords = 'english', accept = 'false'")));
    s.pre(
        new Step.CreateTextSearch(
            new TextSearch.Configuration(
                s.names.app("found"),
                s.names.app("splitter"),
                ImmutableList.of(),
                ROLE,
                Optional.empty())));
    s.pre(
        new Step.AddTextSearchMapping(
            s.names.app("found"),
            new TextSearch.Mapping(
                Identifier.of("word"),
                ImmutableList.of(s.names.app("stopped"), s.names.app("whole"), system("simple")))));
    s.pre(
        new Step.SetOwner(
            SampleAccess.inSchema(s, ObjectKind.TEXT_SEARCH_DICTIONARY, "whole"), ROLE));
    s.pre(
        new Step.SetOwner(
            SampleAccess.inSchema(s, ObjectKind.TEXT_SEARCH_CONFIGURATION, "found"), ROLE));
    comment(s, ObjectKind.TEXT_SEARCH_PARSER, "splitter");
    comment(s, ObjectKind.TEXT_SEARCH_TEMPLATE, "bare");
    comment(s, ObjectKind.TEXT_SEARCH_DICTIONARY, "whole");
    comment(s, ObjectKind.TEXT_SEARCH_CONFIGURATION, "found");
  }

  private static void comment(Sample s, ObjectKind kind, String name) {
    s.pre(new Step.SetComment(SampleAccess.inSchema(s, kind, name), Optional.of("words")));
  }

  private static void parser(Sample s, String name, Optional<QualifiedName> headline) {
    s.pre(
        new Step.CreateTextSearch(
            new TextSearch.Parser(
                s.names.app(name),
                system("prsd_start"),
                system("prsd_nexttoken"),
                system("prsd_end"),
                headline,
                system("prsd_lextype"),
                Optional.empty())));
  }

  private static void template(Sample s, String name, Optional<QualifiedName> init) {
    s.pre(
        new Step.CreateTextSearch(
            new TextSearch.Template(
                s.names.app(name), init, system("dsimple_lexize"), Optional.empty())));
  }

  private static void dictionary(
      Sample s, String name, String template, Optional<SqlText> options) {
    s.pre(
        new Step.CreateTextSearch(
            new TextSearch.Dictionary(
                s.names.app(name), s.names.app(template), options, ROLE, Optional.empty())));
  }

  private static QualifiedName system(String name) {
    return QualifiedName.of("pg_catalog", name);
  }
}
