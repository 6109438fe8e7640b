package dev.schemasync.cli.config;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads {@code pgdog.toml} and {@code users.toml}. */
public final class SettingsReader {

  private static final int POSTGRESQL_PORT = 5432;

  private SettingsReader() {}

  /**
   * Reads both files.
   *
   * @param configuration {@code pgdog.toml}
   * @param users {@code users.toml}
   * @param environment variables of the process; those that begin with {@code PGDOG_} count
   * @throws ConfigurationException a file cannot be read, is not TOML, or holds something that its
   *     schema does not accept, or a variable does; with every problem of both files
   */
  public static Settings read(Path configuration, Path users, Map<String, String> environment)
      throws ConfigurationException {
    ValueType.Table schema = SchemaDocument.pgdogToml();
    TomlFile pgdogToml = TomlFile.read(configuration, "-c/--config", schema);
    TomlFile usersToml = TomlFile.read(users, "-u/--users", SchemaDocument.usersToml());
    ConfigurationException.throwIfAny(
        Streams.concat(pgdogToml.problems().stream(), usersToml.problems().stream())
            .collect(toImmutableList()));

    TableView top = pgdogToml.top();
    GeneralReader general = new GeneralReader(top.child("general"), schema, environment);
    Settings settings =
        new Settings(
            new Configuration(
                top.file(),
                general.read(),
                entries(top, "databases", SettingsReader::database),
                entries(top, "sharded_tables", SettingsReader::shardedTable),
                entries(top, "omnisharded_tables", SettingsReader::omnishardedTables),
                entries(top, "sharded_schemas", SettingsReader::shardedSchema)),
            new Users(
                usersToml.top().file(), entries(usersToml.top(), "users", SettingsReader::user)));
    ConfigurationException.throwIfAny(general.problems());
    return settings;
  }

  private static <T> ImmutableList<T> entries(
      TableView top, String key, Function<TableView, T> reader) {
    return top.children(key).stream().map(reader).collect(toImmutableList());
  }

  private static DatabaseEntry database(TableView entry) {
    return new DatabaseEntry(
        entry.requiredText("name"),
        entry.requiredText("host"),
        entry.number("port").map(Math::toIntExact).orElse(POSTGRESQL_PORT),
        entry.number("shard").orElse(0L),
        entry.choice("role", Role.class).orElse(Role.PRIMARY),
        entry.text("database_name"),
        entry.text("user"),
        entry.secret("password"),
        entry.milliseconds("statement_timeout"),
        entry.milliseconds("lock_timeout"),
        entry.path().text(),
        entry.location());
  }

  private static ShardedTable shardedTable(TableView entry) {
    return new ShardedTable(
        entry.requiredText("database"),
        entry.text("schema"),
        entry.text("name"),
        entry.text("column").orElse(""),
        entry.choice("data_type", ShardingType.class).orElse(ShardingType.BIGINT),
        entry.flag("primary"),
        entry.choice("hasher", Hasher.class).orElse(Hasher.POSTGRES),
        entries(entry, "mapping", SettingsReader::mapping),
        entry.location());
  }

  private static ShardMapping mapping(TableView rule) {
    long shard = rule.number("shard").orElseThrow();
    if (rule.has("values")) {
      return new ShardMapping.OfList(
          rule.elements("values", Object.class).stream()
              .map(SettingsReader::shardingKey)
              .collect(toImmutableList()),
          shard);
    }
    return rule.has("start") || rule.has("end")
        ? new ShardMapping.OfRange(bound(rule, "start"), bound(rule, "end"), shard)
        : new ShardMapping.OfRest(shard);
  }

  private static Optional<ShardMapping.ShardingKey> bound(TableView rule, String key) {
    return rule.value(key, Object.class).map(SettingsReader::shardingKey);
  }

  private static ShardMapping.ShardingKey shardingKey(Object value) {
    return value instanceof Long number
        ? new ShardMapping.NumberKey(number)
        : new ShardMapping.TextKey((String) value);
  }

  private static OmnishardedTables omnishardedTables(TableView entry) {
    return new OmnishardedTables(
        entry.requiredText("database"),
        entry.flag("sticky"),
        entry.elements("tables", String.class),
        entry.location());
  }

  private static ShardedSchema shardedSchema(TableView entry) {
    return new ShardedSchema(
        entry.requiredText("database"),
        entry.text("name"),
        entry.number("shard").orElse(0L),
        entry.flag("all"),
        entry.location());
  }

  private static User user(TableView entry) {
    return new User(
        entry.requiredText("name"),
        entry.text("database").filter(name -> !name.isEmpty()),
        entry.elements("databases", String.class),
        entry.flag("all_databases"),
        Stream.concat(
                entry.text("password").stream(), entry.elements("passwords", String.class).stream())
            .findFirst()
            .map(Secret::new),
        entry.text("server_user"),
        entry.secret("server_password"),
        entry.flag("schema_admin"),
        entry.choice("server_auth", ServerAuth.class).orElse(ServerAuth.PASSWORD),
        entry.milliseconds("statement_timeout"),
        entry.milliseconds("lock_timeout"),
        entry.path().text(),
        entry.location());
  }
}
