package dev.schemasync.cli.config;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * A JSON schema among our resources, read into {@link ValueType}s.
 *
 * <p>{@code pgdog.schema.json} and {@code users.schema.json} hold the facts of PgDog's own: keys,
 * types, bounds, words, and a link to the page of a table as its comment. {@code amendments.json}
 * holds what PgDog's reader accepts and its schema does not say: definitions that replace the
 * published ones, keys that came later, and aliases of keys. Only the schema keywords that occur in
 * these files are understood, and one that is not is a programming error.
 *
 * <p>A table refuses keys it does not list even where the schema leaves that open: PgDog would
 * ignore such a key, and to ignore a misspelled key is to run with another configuration than the
 * one that was written.
 */
final class SchemaDocument {

  private static final String REFERENCE = "#/$defs/";

  /** Not a keyword of JSON schemas: the amendments bring it in. */
  private static final String ALIASES = "aliases";

  private final JsonObject definitions;

  private SchemaDocument(JsonObject definitions) {
    this.definitions = definitions;
  }

  static ValueType.Table pgdogToml() {
    return load("pgdog.schema.json");
  }

  static ValueType.Table usersToml() {
    return load("users.schema.json");
  }

  private static ValueType.Table load(String resource) {
    JsonObject schema = parse(resource);
    JsonObject definitions = schema.getAsJsonObject("$defs");
    JsonObject amendments = parse("amendments.json");
    amend(amendments, "definitions", definitions, definitions::add);
    amend(
        amendments,
        "keys",
        definitions,
        (name, keys) -> keys.getAsJsonObject().asMap().forEach(keysOf(definitions, name)::add));
    amend(
        amendments,
        "aliases",
        definitions,
        (name, aliases) -> definitions.getAsJsonObject(name).add(ALIASES, aliases));
    return new SchemaDocument(definitions).table(schema);
  }

  /** Hands on what one part of the amendments says of the definitions that the schema has. */
  private static void amend(
      JsonObject amendments,
      String part,
      JsonObject definitions,
      BiConsumer<String, JsonElement> amendment) {
    amendments.getAsJsonObject(part).asMap().entrySet().stream()
        .filter(amended -> definitions.has(amended.getKey()))
        .forEach(amended -> amendment.accept(amended.getKey(), amended.getValue()));
  }

  private static JsonObject keysOf(JsonObject definitions, String name) {
    return definitions.getAsJsonObject(name).getAsJsonObject("properties");
  }

  private static JsonObject parse(String resource) {
    try (var stream =
            Objects.requireNonNull(SchemaDocument.class.getResourceAsStream(resource), resource);
        var reader = new InputStreamReader(stream, UTF_8)) {
      return JsonParser.parseReader(reader).getAsJsonObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ValueType type(JsonObject schema) {
    if (schema.has("$ref")) {
      String reference = schema.get("$ref").getAsString();
      return type(definitions.getAsJsonObject(reference.substring(REFERENCE.length())));
    }
    if (schema.has("anyOf")) {
      return anyOf(objects(schema, "anyOf"));
    }
    if (schema.has("oneOf")) {
      return new ValueType.Choice(
          objects(schema, "oneOf")
              .map(word -> word.get("const").getAsString())
              .collect(toImmutableList()));
    }
    String name = typeName(schema.get("type"));
    String format = schema.has("format") ? schema.get("format").getAsString() : "";
    return switch (name) {
      case "string" -> format.equals("ipv4") ? new ValueType.Ipv4Address() : new ValueType.Text();
      case "boolean" -> new ValueType.Flag();
      case "integer" -> wholeNumber(schema, format);
      case "number" -> new ValueType.Decimal();
      case "array" -> new ValueType.Items(type(schema.getAsJsonObject("items")));
      case "object" ->
          schema.has("properties")
              ? table(schema)
              : new ValueType.Entries(type(schema.getAsJsonObject("additionalProperties")));
      default -> throw new IllegalStateException("schema type " + name);
    };
  }

  /** TOML has no null, so a nullable type is the type itself. */
  private ValueType anyOf(Stream<JsonObject> alternatives) {
    ImmutableList<ValueType> types =
        alternatives
            .filter(alternative -> !isNull(alternative))
            .map(this::type)
            .distinct()
            .collect(toImmutableList());
    return types.size() == 1 ? types.getFirst() : new ValueType.AnyOf(types);
  }

  private static boolean isNull(JsonObject schema) {
    return schema.has("type")
        && schema.get("type").isJsonPrimitive()
        && schema.get("type").getAsString().equals("null");
  }

  private static String typeName(JsonElement type) {
    if (type.isJsonPrimitive()) {
      return type.getAsString();
    }
    return type.getAsJsonArray().asList().stream()
        .map(JsonElement::getAsString)
        .filter(name -> !name.equals("null"))
        .findFirst()
        .orElseThrow();
  }

  private static ValueType wholeNumber(JsonObject schema, String format) {
    long maximum =
        switch (format) {
          case "uint8" -> 0xFFL;
          case "uint16" -> 0xFFFFL;
          case "uint32" -> 0xFFFF_FFFFL;
          default -> Long.MAX_VALUE;
        };
    return new ValueType.WholeNumber(
        schema.has("minimum") ? schema.get("minimum").getAsLong() : Long.MIN_VALUE,
        schema.has("maximum") ? schema.get("maximum").getAsLong() : maximum);
  }

  private ValueType.Table table(JsonObject schema) {
    ImmutableMap.Builder<String, ValueType> keys = ImmutableMap.builder();
    schema
        .getAsJsonObject("properties")
        .asMap()
        .forEach((key, property) -> keys.put(key, type(property.getAsJsonObject())));
    ImmutableMap<String, String> aliases = aliases(schema);
    aliases.forEach((alias, key) -> keys.put(alias, type(keyOf(schema, key))));
    ImmutableSet<String> required =
        schema.has("required")
            ? schema.getAsJsonArray("required").asList().stream()
                .map(JsonElement::getAsString)
                .collect(toImmutableSet())
            : ImmutableSet.of();
    return new ValueType.Table(keys.buildOrThrow(), aliases, required, documentation(schema));
  }

  private static ImmutableMap<String, String> aliases(JsonObject schema) {
    return schema.has(ALIASES)
        ? ImmutableMap.copyOf(
            Maps.transformValues(schema.getAsJsonObject(ALIASES).asMap(), JsonElement::getAsString))
        : ImmutableMap.of();
  }

  private static JsonObject keyOf(JsonObject schema, String key) {
    return schema.getAsJsonObject("properties").getAsJsonObject(key);
  }

  private static Optional<String> documentation(JsonObject schema) {
    return schema.has("$comment")
        ? Optional.of(schema.get("$comment").getAsString())
        : Optional.empty();
  }

  private static Stream<JsonObject> objects(JsonObject schema, String keyword) {
    return schema.getAsJsonArray(keyword).asList().stream().map(JsonElement::getAsJsonObject);
  }
}
