package dev.schemasync.cli.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes TOML from a JSON schema, without the code under test. */
final class SchemaSamples {

  private final JsonObject root;

  private SchemaSamples(JsonObject root) {
    this.root = root;
  }

  static SchemaSamples of(String resource) {
    try (var reader =
        new InputStreamReader(SchemaSamples.class.getResourceAsStream(resource), UTF_8)) {
      return new SchemaSamples(JsonParser.parseReader(reader).getAsJsonObject());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Top-level keys with every value they accept, every key of every nested table among them. */
  List<String> accepted() {
    return lines(this::literals);
  }

  /** As {@link #accepted}, but with one key too many in each table. */
  List<String> withUnknownKey(String key) {
    List<String> lines = new ArrayList<>(List.of(key + " = 1"));
    lines.addAll(lines(schema -> tablesWith(schema, key + " = 1")));
    return lines;
  }

  /** Each key once with a value that no key accepts. */
  List<String> withWrongType(String value) {
    List<String> lines = new ArrayList<>();
    for (String key : properties(root).keySet()) {
      lines.add(key + " = " + value);
    }
    lines.addAll(lines(schema -> wrong(schema, value)));
    return lines;
  }

  /** One document with every top-level key and all keys directly below it. */
  String everything() {
    StringBuilder toml = new StringBuilder();
    properties(root)
        .forEach(
            (key, property) -> {
              JsonObject schema = resolve(property);
              boolean array = schema.has("items");
              JsonObject table = array ? resolve(schema.get("items")) : withoutNull(schema);
              toml.append(array ? "[[" + key + "]]\n" : "[" + key + "]\n");
              properties(table)
                  .forEach(
                      (inner, type) ->
                          toml.append(inner)
                              .append(" = ")
                              .append(literals(resolve(type)).getFirst())
                              .append('\n'));
            });
    return toml.toString();
  }

  /** Every keyword of the schema language that occurs. */
  Set<String> keywords() {
    Set<String> keywords = new TreeSet<>();
    collectKeywords(root, keywords);
    return keywords;
  }

  private static void collectKeywords(JsonObject schema, Set<String> keywords) {
    keywords.addAll(schema.keySet());
    for (String named : List.of("properties", "$defs")) {
      if (schema.has(named)) {
        schema
            .getAsJsonObject(named)
            .asMap()
            .values()
            .forEach(each -> collectKeywords(each.getAsJsonObject(), keywords));
      }
    }
    for (String several : List.of("anyOf", "oneOf")) {
      if (schema.has(several)) {
        schema
            .getAsJsonArray(several)
            .forEach(each -> collectKeywords(each.getAsJsonObject(), keywords));
      }
    }
    for (String single : List.of("items", "additionalProperties")) {
      if (schema.has(single) && schema.get(single).isJsonObject()) {
        collectKeywords(schema.getAsJsonObject(single), keywords);
      }
    }
  }

  private List<String> lines(Function<JsonObject, List<String>> values) {
    List<String> lines = new ArrayList<>();
    properties(root)
        .forEach(
            (key, property) -> {
              for (String value : values.apply(resolve(property))) {
                lines.add(key + " = " + value);
              }
            });
    return lines;
  }

  private List<String> literals(JsonObject schema) {
    if (schema.has("anyOf")) {
      return alternatives(schema).flatMap(one -> literals(one).stream()).toList();
    }
    if (schema.has("oneOf")) {
      return schema.getAsJsonArray("oneOf").asList().stream()
          .map(word -> word.getAsJsonObject().get("const").getAsString())
          .map(word -> '"' + word + '"')
          .toList();
    }
    return switch (typeName(schema)) {
      case "string" -> schema.has("format") ? List.of("\"127.0.0.1\"") : List.of("\"text\"", "''");
      case "boolean" -> List.of("true", "false");
      case "integer" ->
          schema.has("maximum")
              ? List.of(schema.get("minimum").getAsString(), schema.get("maximum").getAsString())
              : List.of("7", "0");
      case "number" -> List.of("0.5", "3");
      case "array" ->
          Stream.concat(
                  Stream.of("[]"),
                  literals(resolve(schema.get("items"))).stream().map(each -> "[" + each + "]"))
              .toList();
      case "object" -> schema.has("properties") ? tables(schema) : List.of("{a = 'b', 'c d' = ''}");
      default -> List.of();
    };
  }

  private List<String> tables(JsonObject schema) {
    List<String> tables = new ArrayList<>();
    properties(schema)
        .forEach(
            (key, property) -> {
              for (String value : literals(resolve(property))) {
                tables.add(table(schema, key, value));
              }
            });
    return tables;
  }

  private List<String> tablesWith(JsonObject schema, String entry) {
    if (schema.has("anyOf")) {
      return alternatives(schema).flatMap(one -> tablesWith(one, entry).stream()).toList();
    }
    if (schema.has("items")) {
      return tablesWith(resolve(schema.get("items")), entry).stream()
          .map(table -> "[" + table + "]")
          .toList();
    }
    if (!schema.has("properties")) {
      return List.of();
    }
    List<String> tables = new ArrayList<>();
    String required = required(schema, "");
    tables.add("{" + (required.isEmpty() ? "" : required + ", ") + entry + "}");
    properties(schema)
        .forEach(
            (key, property) -> {
              for (String value : tablesWith(resolve(property), entry)) {
                tables.add(table(schema, key, value));
              }
            });
    return tables;
  }

  private List<String> wrong(JsonObject schema, String wrong) {
    if (schema.has("anyOf")) {
      return alternatives(schema)
          .filter(one -> one.has("properties") || one.has("items"))
          .flatMap(one -> wrong(one, wrong).stream())
          .toList();
    }
    if (schema.has("items")) {
      return Stream.concat(
              Stream.of("[" + wrong + "]"),
              wrong(resolve(schema.get("items")), wrong).stream().map(each -> "[" + each + "]"))
          .toList();
    }
    if (!schema.has("properties")) {
      return schema.has("additionalProperties") ? List.of("{a = " + wrong + "}") : List.of();
    }
    List<String> tables = new ArrayList<>();
    properties(schema)
        .forEach(
            (key, property) -> {
              tables.add(table(schema, key, wrong));
              for (String value : wrong(resolve(property), wrong)) {
                tables.add(table(schema, key, value));
              }
            });
    return tables;
  }

  /** The table with one key and the other keys it cannot do without. */
  private String table(JsonObject schema, String key, String value) {
    String required = required(schema, key);
    return "{" + (required.isEmpty() ? "" : required + ", ") + key + " = " + value + "}";
  }

  private String required(JsonObject schema, String except) {
    if (!schema.has("required")) {
      return "";
    }
    return String.join(
        ", ",
        schema.getAsJsonArray("required").asList().stream()
            .map(JsonElement::getAsString)
            .filter(key -> !key.equals(except))
            .map(key -> key + " = " + literals(resolve(properties(schema).get(key))).getFirst())
            .toList());
  }

  private Stream<JsonObject> alternatives(JsonObject schema) {
    return schema.getAsJsonArray("anyOf").asList().stream()
        .map(this::resolve)
        .filter(one -> !typeName(one).equals("null"));
  }

  private JsonObject withoutNull(JsonObject schema) {
    return schema.has("anyOf") ? alternatives(schema).findFirst().orElseThrow() : schema;
  }

  private JsonObject resolve(JsonElement element) {
    JsonObject schema = element.getAsJsonObject();
    if (!schema.has("$ref")) {
      return schema;
    }
    String name = schema.get("$ref").getAsString().replace("#/$defs/", "");
    return root.getAsJsonObject("$defs").getAsJsonObject(name);
  }

  private static Map<String, JsonElement> properties(JsonObject schema) {
    return schema.getAsJsonObject("properties").asMap();
  }

  private static String typeName(JsonObject schema) {
    JsonElement type = schema.get("type");
    if (type == null) {
      return "";
    }
    return type.isJsonPrimitive()
        ? type.getAsString()
        : ImmutableList.copyOf(type.getAsJsonArray()).getFirst().getAsString();
  }
}
