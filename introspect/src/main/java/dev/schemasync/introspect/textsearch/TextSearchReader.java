package dev.schemasync.introspect.textsearch;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.introspect.CatalogReadException;
import dev.schemasync.introspect.kind.CatalogReader;
import dev.schemasync.introspect.kind.ReadContext;
import dev.schemasync.introspect.query.Address;
import dev.schemasync.introspect.query.Presence;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.TextSearch;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads text search parsers, templates, dictionaries and configurations. */
public final class TextSearchReader implements CatalogReader {
  @Override
  public ImmutableList<Query> queries() {
    return ImmutableList.of(
        Query.TEXT_SEARCH_PARSER,
        Query.TEXT_SEARCH_TEMPLATE,
        Query.TEXT_SEARCH_DICTIONARY,
        Query.TEXT_SEARCH_CONFIGURATION,
        Query.TEXT_SEARCH_MAPPING);
  }

  @Override
  public ImmutableSet<Presence> source() {
    return ImmutableSet.of(Presence.TEXT_SEARCH);
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    parsers(context);
    templates(context);
    dictionaries(context);
    configurations(context);
  }

  private static void parsers(ReadContext context) throws CatalogReadException {
    for (Row row : context.objects(Query.TEXT_SEARCH_PARSER, "pg_ts_parser")) {
      Address address = new Address("pg_ts_parser", row.oid("oid"));
      context.add(
          address,
          new TextSearch.Parser(
              row.name(),
              row.qualified("start"),
              row.qualified("get_token"),
              row.qualified("end"),
              row.optionalQualified("headline"),
              row.qualified("lex_types"),
              context.comment(address)));
    }
  }

  private static void templates(ReadContext context) throws CatalogReadException {
    for (Row row : context.objects(Query.TEXT_SEARCH_TEMPLATE, "pg_ts_template")) {
      Address address = new Address("pg_ts_template", row.oid("oid"));
      context.add(
          address,
          new TextSearch.Template(
              row.name(),
              row.optionalQualified("init"),
              row.qualified("lexize"),
              context.comment(address)));
    }
  }

  private static void dictionaries(ReadContext context) throws CatalogReadException {
    for (Row row : context.objects(Query.TEXT_SEARCH_DICTIONARY, "pg_ts_dict")) {
      Address address = new Address("pg_ts_dict", row.oid("oid"));
      context.add(
          address,
          new TextSearch.Dictionary(
              row.name(),
              row.qualified("template"),
              row.optionalSql("options"),
              row.identifier("owner"),
              context.comment(address)));
    }
  }

  private static void configurations(ReadContext context) throws CatalogReadException {
    ImmutableListMultimap<Long, Row> mappings =
        context.details(Query.TEXT_SEARCH_MAPPING, "config_oid");
    for (Row row : context.objects(Query.TEXT_SEARCH_CONFIGURATION, "pg_ts_config")) {
      Address address = new Address("pg_ts_config", row.oid("oid"));
      context.add(
          address,
          new TextSearch.Configuration(
              row.name(),
              row.qualified("parser"),
              mappings(mappings.get(address.oid())),
              row.identifier("owner"),
              context.comment(address)));
    }
  }

  private static ImmutableList<TextSearch.Mapping> mappings(List<Row> rows)
      throws CatalogReadException {
    Map<Identifier, ImmutableList.Builder<QualifiedName>> dictionaries = new LinkedHashMap<>();
    for (Row row : rows) {
      dictionaries
          .computeIfAbsent(row.identifier("token_type"), type -> ImmutableList.builder())
          .add(row.name());
    }
    ImmutableList.Builder<TextSearch.Mapping> mappings = ImmutableList.builder();
    dictionaries.forEach(
        (type, names) -> mappings.add(new TextSearch.Mapping(type, names.build())));
    return mappings.build();
  }
}
