package dev.schemasync.introspect.textsearch;

import static dev.schemasync.introspect.Reading.catalog;
import static dev.schemasync.introspect.Reading.inPublic;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.catalog.TextSearch;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextSearchReaderTest {
  @ParameterizedTest
  @ValueSource(ints = {13, 15, 18})
  void readsAllFourKinds(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            """
            CREATE TEXT SEARCH PARSER "P 1" (START = prsd_start, GETTOKEN = prsd_nexttoken,
              END = prsd_end, HEADLINE = prsd_headline, LEXTYPES = prsd_lextype);
            CREATE TEXT SEARCH TEMPLATE tmpl (LEXIZE = dsimple_lexize);
            CREATE TEXT SEARCH DICTIONARY bare (TEMPLATE = tmpl);
            CREATE TEXT SEARCH DICTIONARY stopped
              (TEMPLATE = simple, STOPWORDS = english, ACCEPT = false);
            CREATE TEXT SEARCH CONFIGURATION conf (PARSER = "P 1");
            ALTER TEXT SEARCH CONFIGURATION conf ADD MAPPING FOR word WITH stopped, bare, simple;
            ALTER TEXT SEARCH CONFIGURATION conf ADD MAPPING FOR asciiword WITH simple;
            CREATE TEXT SEARCH CONFIGURATION empty (PARSER = default);
            COMMENT ON TEXT SEARCH CONFIGURATION conf IS 'both';
            CREATE TABLE t (a text, b tsvector
              GENERATED ALWAYS AS (to_tsvector('conf'::regconfig, a)) STORED);
            """);
    assertThat(catalog.all(TextSearch.class))
        .containsExactly(
            new TextSearch.Parser(
                inPublic("P 1"),
                system("prsd_start"),
                system("prsd_nexttoken"),
                system("prsd_end"),
                Optional.of(system("prsd_headline")),
                system("prsd_lextype"),
                Optional.empty()),
            new TextSearch.Template(
                inPublic("tmpl"), Optional.empty(), system("dsimple_lexize"), Optional.empty()),
            dictionary("bare", inPublic("tmpl"), Optional.empty()),
            dictionary(
                "stopped",
                system("simple"),
                Optional.of(new SqlText("stopwords = 'english', accept = 'false'"))),
            new TextSearch.Configuration(
                inPublic("conf"),
                inPublic("P 1"),
                ImmutableList.of(
                    mapping("asciiword", system("simple")),
                    mapping("word", inPublic("stopped"), inPublic("bare"), system("simple"))),
                Identifier.of("postgres"),
                Optional.of("both")),
            new TextSearch.Configuration(
                inPublic("empty"),
                system("default"),
                ImmutableList.of(),
                Identifier.of("postgres"),
                Optional.empty()));
    ObjectId configuration = id(ObjectKind.TEXT_SEARCH_CONFIGURATION, "conf");
    assertThat(catalog.references(configuration))
        .contains(
            id(ObjectKind.TEXT_SEARCH_PARSER, "P 1"),
            id(ObjectKind.TEXT_SEARCH_DICTIONARY, "bare"),
            id(ObjectKind.TEXT_SEARCH_DICTIONARY, "stopped"));
    assertThat(catalog.references(id(ObjectKind.TEXT_SEARCH_DICTIONARY, "bare")))
        .contains(id(ObjectKind.TEXT_SEARCH_TEMPLATE, "tmpl"));
    assertThat(catalog.references(ObjectId.table(inPublic("t")))).contains(configuration);
  }

  private static TextSearch.Dictionary dictionary(
      String name, QualifiedName template, Optional<SqlText> options) {
    return new TextSearch.Dictionary(
        inPublic(name), template, options, Identifier.of("postgres"), Optional.empty());
  }

  private static TextSearch.Mapping mapping(String tokens, QualifiedName... dictionaries) {
    return new TextSearch.Mapping(Identifier.of(tokens), ImmutableList.copyOf(dictionaries));
  }

  private static ObjectId id(ObjectKind kind, String name) {
    return new ObjectId.InSchema(kind, inPublic(name));
  }

  private static QualifiedName system(String name) {
    return QualifiedName.of("pg_catalog", name);
  }
}
