package dev.schemasync.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

/** Every key of both schemas, with every value it accepts and some it does not. */
class SchemaCoverageTest {

  record Document(String name, SchemaSamples samples, ValueType.Table schema) {
    ImmutableList<Problem> check(String toml) {
      TomlParseResult parsed = Toml.parse(toml);
      assertThat(parsed.errors()).as(toml).isEmpty();
      return TableChecker.check(name, parsed, schema);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Document> documents() {
    return List.of(
        new Document(
            "pgdog.toml", SchemaSamples.of("pgdog.schema.json"), SchemaDocument.pgdogToml()),
        new Document(
            "users.toml", SchemaSamples.of("users.schema.json"), SchemaDocument.usersToml()));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void acceptsEveryKeyWithEveryValue(Document document) {
    List<String> lines = document.samples().accepted();
    assertThat(lines).hasSizeGreaterThan(50);
    assertThat(lines).allSatisfy(line -> assertThat(document.check(line)).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("documents")
  void refusesAnUnknownKeyInEveryTable(Document document) {
    List<String> lines = document.samples().withUnknownKey("zzyzx");
    assertThat(lines).hasSizeGreaterThan(2);
    assertThat(lines)
        .allSatisfy(
            line -> {
              Problem problem = only(document.check(line));
              assertThat(problem.line()).isEqualTo(1);
              assertThat(problem.column()).isEqualTo(line.indexOf("zzyzx") + 1);
              assertThat(problem.path()).endsWith("zzyzx");
              assertThat(problem.message()).isEqualTo("unknown key");
              assertThat(problem.remedy()).isNotEmpty();
            });
  }

  @ParameterizedTest
  @MethodSource("documents")
  void refusesAValueOfTheWrongTypeForEveryKey(Document document) {
    List<String> lines = document.samples().withWrongType("1979-05-27");
    assertThat(lines).hasSizeGreaterThan(30);
    assertThat(lines)
        .allSatisfy(
            line -> {
              Problem problem = only(document.check(line));
              assertThat(problem.line()).isEqualTo(1);
              assertThat(problem.column()).isEqualTo(line.indexOf("1979") + 1);
              assertThat(problem.message())
                  .startsWith("expected ")
                  .contains("found a date or time");
            });
  }

  @Test
  void readsFilesThatHaveEveryKey(@TempDir Path directory) throws Exception {
    List<Document> documents = documents();
    Path pgdogToml = write(directory, documents.getFirst());
    Path usersToml = write(directory, documents.getLast());
    Settings settings = SettingsReader.read(pgdogToml, usersToml, Map.of());
    assertThat(settings.configuration().databases()).hasSize(1);
    assertThat(settings.users().users()).hasSize(1);
  }

  /** A newer schema that says more than we read must not be believed to be understood. */
  @ParameterizedTest
  @MethodSource("documents")
  void understandsEveryKeyword(Document document) {
    assertThat(document.samples().keywords())
        .contains("properties", "type")
        .isSubsetOf(
            "$schema",
            "$comment",
            "$defs",
            "$ref",
            "anyOf",
            "oneOf",
            "const",
            "type",
            "format",
            "minimum",
            "maximum",
            "properties",
            "required",
            "items",
            "additionalProperties");
  }

  @Test
  void everyWordOfATypedKeyHasItsConstant() {
    ValueType.Table pgdog = SchemaDocument.pgdogToml();
    ValueType.Table users = SchemaDocument.usersToml();
    assertConstants(element(pgdog, "databases"), "role", Role.class);
    assertConstants((ValueType.Table) pgdog.keys().get("general"), "tls_verify", TlsVerify.class);
    assertConstants(element(pgdog, "sharded_tables"), "data_type", ShardingType.class);
    assertConstants(element(pgdog, "sharded_tables"), "hasher", Hasher.class);
    assertConstants(element(users, "users"), "server_auth", ServerAuth.class);
  }

  private static ValueType.Table element(ValueType.Table top, String key) {
    return (ValueType.Table) ((ValueType.Items) top.keys().get(key)).element();
  }

  private static <E extends Enum<E>> void assertConstants(
      ValueType.Table table, String key, Class<E> type) {
    assertThat(((ValueType.Choice) table.keys().get(key)).words())
        .map(word -> TableView.constant(word, type))
        .containsExactlyInAnyOrder(type.getEnumConstants());
  }

  private static Path write(Path directory, Document document) throws IOException {
    return Files.writeString(directory.resolve(document.name()), document.samples().everything());
  }

  private static Problem only(List<Problem> problems) {
    assertThat(problems).hasSize(1);
    return problems.getFirst();
  }
}
