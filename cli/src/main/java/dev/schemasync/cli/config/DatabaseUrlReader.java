package dev.schemasync.cli.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Longs;
import dev.schemasync.model.name.Secret;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one URL, {@code postgres://user:password@host:port/cluster?parameters}, as PgDog does: the
 * parameters are keys of {@code [[databases]]}. User and password are taken as they are written,
 * percent signs and all; parameters are decoded. Nothing of a URL is quoted but the names of
 * parameters: the rest may be a password.
 */
final class DatabaseUrlReader {

  private static final String FORM =
      "write postgres://user:password@host:port/cluster?shard=0&role=primary";

  private static final Pattern URL =
      Pattern.compile(
          "(?i:postgres(?:ql)?)://(?:(?<userinfo>[^/?#]*)@)?(?<host>\\[[^\\]/?#@]*\\]|[^:/?#@]*)"
              + "(?::(?<port>\\d*))?(?:/(?<path>[^?#]*))?(?:\\?(?<query>[^#]*))?(?:#.*)?",
          Pattern.DOTALL);

  private static final Pattern ESCAPE = Pattern.compile("%\\p{XDigit}{2}");

  private static final String DEFAULT_HOST = "127.0.0.1";
  private static final long DEFAULT_PORT = 5432;

  /** PgDog's name and password of a cluster or user that the URL does not name. */
  private static final String DEFAULT_NAME = "postgres";

  /** The keys of an entry that PgDog takes from a URL. */
  private static final ImmutableList<String> PARAMETERS =
      ImmutableList.of(
          "database_name",
          "role",
          "shard",
          "user",
          "password",
          "pool_size",
          "min_pool_size",
          "pooler_mode",
          "statement_timeout",
          "idle_timeout",
          "read_only",
          "server_lifetime");

  private final Location location;
  private final String url;
  private final ValueType.Table type;
  private final Map<String, String> environment;
  private final ImmutableList.Builder<Problem> problems;
  private final Consumer<String> remarks;
  private final Map<String, String> parameters = new HashMap<>();

  DatabaseUrlReader(
      String name,
      String url,
      ValueType.Table type,
      Map<String, String> environment,
      ImmutableList.Builder<Problem> problems,
      Consumer<String> remarks) {
    this.location = Location.file(name);
    this.url = url;
    this.type = type;
    this.environment = environment;
    this.problems = problems;
    this.remarks = remarks;
  }

  /** What it stands for; empty when it is no such URL, which is then among the problems. */
  Optional<DatabaseUrl> read() {
    Matcher parts = URL.matcher(url);
    if (!parts.matches()) {
      report("", "not a database URL", FORM);
      return Optional.empty();
    }
    Optional<Long> port = port(part(parts, "port"));
    if (port.isEmpty()) {
      return Optional.empty();
    }
    readParameters(part(parts, "query").orElse(""));
    String cluster = part(parts, "path").orElse(DEFAULT_NAME);
    List<String> userinfo =
        Splitter.on(':').limit(2).splitToList(part(parts, "userinfo").orElse(""));
    Optional<String> password = userinfo.size() > 1 ? nonEmpty(userinfo.get(1)) : Optional.empty();
    if (ESCAPE.matcher(String.join(":", userinfo)).find()) {
      remarks.accept(
          "warning: "
              + location
              + ": PgDog decodes no %-escapes in user and password, so they are taken as they are"
              + " written; parameters are decoded: ?user=...&password=...");
    }
    return Optional.of(
        new DatabaseUrl(
            new DatabaseEntry(
                cluster,
                part(parts, "host").orElse(DEFAULT_HOST),
                Math.toIntExact(port.get()),
                number("shard").orElse(0L),
                choice("role")
                    .map(word -> TableView.constant(word, Role.class))
                    .orElse(Role.PRIMARY),
                text("database_name"),
                text("user"),
                text("password").map(Secret::new),
                number("statement_timeout").map(Duration::ofMillis),
                Optional.empty(),
                ServerTls.NONE,
                "",
                location),
            user(cluster, nonEmpty(userinfo.getFirst()), password),
            password.isPresent() || parameters.containsKey("password")));
  }

  private User user(String cluster, Optional<String> name, Optional<String> password) {
    return new User(
        name.orElseGet(() -> environment.getOrDefault("USER", DEFAULT_NAME)),
        Optional.of(cluster),
        ImmutableList.of(),
        false,
        Optional.of(new Secret(password.orElse(DEFAULT_NAME))),
        Optional.empty(),
        Optional.empty(),
        true,
        ServerAuth.PASSWORD,
        Optional.empty(),
        Optional.empty(),
        "",
        location);
  }

  private static Optional<String> part(Matcher parts, String name) {
    return Optional.ofNullable(parts.group(name)).flatMap(DatabaseUrlReader::nonEmpty);
  }

  private static Optional<String> nonEmpty(String text) {
    return Optional.of(text).filter(value -> !value.isEmpty());
  }

  private Optional<Long> port(Optional<String> digits) {
    if (digits.isEmpty()) {
      return Optional.of(DEFAULT_PORT);
    }
    Optional<Long> port =
        Optional.ofNullable(Longs.tryParse(digits.get())).filter(number -> number <= 0xFFFF);
    if (port.isEmpty()) {
      report("", "not a port from 0 to 65535", FORM);
    }
    return port;
  }

  private void readParameters(String query) {
    for (String parameter : Splitter.on('&').omitEmptyStrings().split(query)) {
      List<String> pair = Splitter.on('=').limit(2).splitToList(parameter);
      String key = pair.getFirst();
      if (!PARAMETERS.contains(key)) {
        remarks.accept(
            "warning: " + location + ": " + key + " is no parameter of PgDog and is ignored");
      } else {
        decoded(key, pair.size() > 1 ? pair.get(1) : "").ifPresent(value -> check(key, value));
      }
    }
  }

  private Optional<String> decoded(String key, String value) {
    try {
      return Optional.of(URLDecoder.decode(value, UTF_8));
    } catch (IllegalArgumentException e) {
      report(key, "a % that no two hexadecimal digits follow", "write %25 for a percent sign");
      return Optional.empty();
    }
  }

  /** A value that PgDog would pass over in silence is refused: it was meant to do something. */
  private void check(String key, String value) {
    ValueType accepted = type.key(key);
    boolean fits =
        switch (accepted) {
          case ValueType.Text _ -> true;
          case ValueType.Flag _ -> value.equals("true") || value.equals("false");
          case ValueType.WholeNumber range ->
              Optional.ofNullable(Longs.tryParse(value)).filter(n -> range.contains(n)).isPresent();
          case ValueType.Choice words -> words.accepts(value.toLowerCase(Locale.ROOT));
          case ValueType.Ipv4Address _,
              ValueType.Decimal _,
              ValueType.Items _,
              ValueType.Table _,
              ValueType.Entries _,
              ValueType.AnyOf _ ->
              throw new IllegalStateException(key);
        };
    if (fits) {
      parameters.put(key, value);
    } else {
      report(key, "expected " + accepted.expectation(), "");
    }
  }

  private Optional<String> text(String key) {
    return Optional.ofNullable(parameters.get(key));
  }

  private Optional<Long> number(String key) {
    return text(key).map(Long::valueOf);
  }

  private Optional<String> choice(String key) {
    return text(key).map(word -> word.toLowerCase(Locale.ROOT));
  }

  private void report(String key, String message, String remedy) {
    problems.add(Problem.at(location, key, message, remedy));
  }
}
