package dev.schemasync.model.catalog;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import java.util.Optional;
import java.util.stream.Stream;

/** What full text search is configured by (manual, "Full Text Search", "Configuration Example"). */
public sealed interface TextSearch extends CatalogObject {
  /** The object's name. */
  QualifiedName name();

  @Override
  ObjectId.InSchema id();

  /** The parsers, templates and dictionaries that it is made of. */
  Stream<ObjectId.InSchema> madeOf();

  /**
   * A parser ({@code pg_ts_parser}), which splits a document into tokens. Each function is known by
   * its name alone: the server looks for the one with the arguments that its part takes.
   *
   * @param headline {@code prsheadline}
   * @param lexTypes {@code prslextype}: which types of tokens there are
   */
  record Parser(
      QualifiedName name,
      QualifiedName start,
      QualifiedName getToken,
      QualifiedName end,
      Optional<QualifiedName> headline,
      QualifiedName lexTypes,
      @Alterable Optional<String> comment)
      implements TextSearch {
    @Override
    public ObjectId.InSchema id() {
      return new ObjectId.InSchema(ObjectKind.TEXT_SEARCH_PARSER, name);
    }

    @Override
    public Stream<ObjectId.InSchema> madeOf() {
      return Stream.empty();
    }
  }

  /** A template ({@code pg_ts_template}): the functions that dictionaries have in common. */
  record Template(
      QualifiedName name,
      Optional<QualifiedName> init,
      QualifiedName lexize,
      @Alterable Optional<String> comment)
      implements TextSearch {
    @Override
    public ObjectId.InSchema id() {
      return new ObjectId.InSchema(ObjectKind.TEXT_SEARCH_TEMPLATE, name);
    }

    @Override
    public Stream<ObjectId.InSchema> madeOf() {
      return Stream.empty();
    }
  }

  /**
   * A dictionary ({@code pg_ts_dict}), which turns tokens into lexemes.
   *
   * @param options {@code dictinitoption}: the list of options as the server prints it, which reads
   *     as part of CREATE TEXT SEARCH DICTIONARY
   */
  record Dictionary(
      QualifiedName name,
      QualifiedName template,
      Optional<SqlText> options,
      @Alterable Identifier owner,
      @Alterable Optional<String> comment)
      implements TextSearch, CatalogObject.Owned {
    @Override
    public ObjectId.InSchema id() {
      return new ObjectId.InSchema(ObjectKind.TEXT_SEARCH_DICTIONARY, name);
    }

    @Override
    public Stream<ObjectId.InSchema> madeOf() {
      return Stream.of(new ObjectId.InSchema(ObjectKind.TEXT_SEARCH_TEMPLATE, template));
    }
  }

  /**
   * A configuration ({@code pg_ts_config}). One that was made by COPY is like any other.
   *
   * @param mappings in the order in which the parser numbers its types of tokens
   */
  record Configuration(
      QualifiedName name,
      QualifiedName parser,
      @Alterable @Limited(Limited.To.PARTS) ImmutableList<Mapping> mappings,
      @Alterable Identifier owner,
      @Alterable Optional<String> comment)
      implements TextSearch, CatalogObject.Owned {
    @Override
    public ObjectId.InSchema id() {
      return new ObjectId.InSchema(ObjectKind.TEXT_SEARCH_CONFIGURATION, name);
    }

    @Override
    public Stream<ObjectId.InSchema> madeOf() {
      return Stream.concat(
          Stream.of(new ObjectId.InSchema(ObjectKind.TEXT_SEARCH_PARSER, parser)),
          mappings.stream()
              .flatMap(mapping -> mapping.dictionaries().stream())
              .distinct()
              .map(name -> new ObjectId.InSchema(ObjectKind.TEXT_SEARCH_DICTIONARY, name)));
    }
  }

  /**
   * What is done with one type of tokens ({@code pg_ts_config_map}).
   *
   * @param name of the type, as the parser calls it
   * @param dictionaries in the order in which they are asked
   */
  record Mapping(Identifier name, ImmutableList<QualifiedName> dictionaries) {}
}
