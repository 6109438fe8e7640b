package dev.schemasync.cli.config;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import dev.schemasync.model.name.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads {@code pgdog.toml} and {@code users.toml}. */
public final class SettingsReader {

  private static final int POSTGRESQL_PORT = 5432;

  private SettingsReader() {}

  /**
   * Reads both files, and nothing else.
   *
   * @throws ConfigurationException as {@link #read(ConfigurationSource, Consumer)}
   */
  public static Settings read(Path configuration, Path users, Map<String, String> environment)
      throws ConfigurationException {
    return read(
        new ConfigurationSource(
            configuration, users, ImmutableList.of(), environment, AcceptedKeys.NONE),
        remark -> {});
  }

  /**
   * Reads a configuration.
   *
   * @param remarks gets what the operator should know although it stops nothing, a line each
   * @throws ConfigurationException a file cannot be read, is not TOML, or holds something that its
   *     schema does not accept, or a variable or URL does; with every problem of both files
   */
  public static Settings read(ConfigurationSource source, Consumer<String> remarks)
      throws ConfigurationException {
    DatabaseUrls urls = DatabaseUrls.of(source);
    urls.tellUnread(remarks);
    ValueType.Table schema = SchemaDocument.pgdogToml();
    TomlFile pgdogToml = read(source.configuration(), "-c/--config", schema, urls, remarks);
    TomlFile usersToml =
        read(source.users(), "-u/--users", SchemaDocument.usersToml(), urls, remarks);
    refuse(
        Streams.concat(pgdogToml.problems().stream(), usersToml.problems().stream())
            .collect(toImmutableList()),
        source.accepted(),
        remarks);

    TableView top = pgdogToml.top();
    ImmutableList.Builder<Problem> problems = ImmutableList.builder();
    GeneralReader general = new GeneralReader(top.child("general"), schema, source.environment());
    Settings settings =
        new Settings(
            new Configuration(
                top.file(),
                general.read(),
                KeepAlive.read(top.child("tcp")),
                entries(top, "databases", entry -> database(entry, problems)),
                entries(top, "sharded_tables", SettingsReader::shardedTable),
                entries(top, "omnisharded_tables", SettingsReader::omnishardedTables),
                entries(top, "sharded_schemas", SettingsReader::shardedSchema)),
            new Users(
                usersToml.top().file(), entries(usersToml.top(), "users", SettingsReader::user)));
    problems.addAll(general.problems());
    if (!urls.isEmpty()) {
      settings =
          settings.with(
              urls.read(schema.elementOf("databases"), source.environment(), problems, remarks));
    }
    ConfigurationException.throwIfAny(problems.build());
    return settings;
  }

  /** With URLs no file is needed, as in PgDog, but one that is there counts. */
  private static TomlFile read(
      Path path, String flag, ValueType.Table schema, DatabaseUrls urls, Consumer<String> remarks) {
    if (!urls.isEmpty() && Files.notExists(path)) {
      remarks.accept("note: " + path + ": no such file; PgDog's defaults are used");
      return TomlFile.empty(path);
    }
    return TomlFile.read(path, flag, schema);
  }

  /** Unknown keys that are accepted are told; everything else is thrown. */
  private static void refuse(
      ImmutableList<Problem> problems, AcceptedKeys accepted, Consumer<String> remarks)
      throws ConfigurationException {
    problems.stream()
        .filter(accepted::covers)
        .forEach(problem -> remarks.accept("accepted [" + AcceptedKeys.CODE + "] " + problem));
    accepted
        .unused(problems)
        .forEach(value -> remarks.accept("note: --accept " + value + " matched no unknown key"));
    ConfigurationException.throwIfAny(
        problems.stream().filter(problem -> !accepted.covers(problem)).collect(toImmutableList()));
  }

  private static <T> ImmutableList<T> entries(
      TableView top, String key, Function<TableView, T> reader) {
    return top.children(key).stream().map(reader).collect(toImmutableList());
  }

  private static DatabaseEntry database(TableView entry, ImmutableList.Builder<Problem> problems) {
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
        new TlsReader(entry, key -> Optional.empty(), problems).read(),
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
