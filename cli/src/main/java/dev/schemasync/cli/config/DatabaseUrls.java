package dev.schemasync.cli.config;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Servers and users that are given as URLs, {@code --database-url} or {@code PGDOG_DATABASE_URL_1}
 * and on. As in PgDog they take the place of all {@code [[databases]]} and {@code [[users]]}; each
 * makes one of either. The user of a URL is its cluster's schema admin: nobody else could be.
 */
final class DatabaseUrls {

  static final String OPTION = "--database-url";
  private static final String STEM = "PGDOG_DATABASE_URL";
  private static final String VARIABLE = STEM + "_";

  /** For the comparison of what URLs make, wherever they stand. */
  private static final Location ANYWHERE = Location.file("");

  private static final Pattern NUMBERED = Pattern.compile(VARIABLE + "([1-9]\\d{0,8})");

  private final ImmutableMap<String, String> urls;
  private final boolean onCommandLine;
  private final ImmutableList<Problem> gaps;
  private final ImmutableList<String> strangers;

  private DatabaseUrls(
      ImmutableMap<String, String> urls,
      boolean onCommandLine,
      ImmutableList<Problem> gaps,
      ImmutableList<String> strangers) {
    this.urls = urls;
    this.onCommandLine = onCommandLine;
    this.gaps = gaps;
    this.strangers = strangers;
  }

  /** Those of the command line, or else those of the environment. */
  static DatabaseUrls of(ConfigurationSource source) {
    ImmutableList<String> given = source.databaseUrls();
    if (!given.isEmpty()) {
      return new DatabaseUrls(
          IntStream.range(0, given.size())
              .boxed()
              .collect(toImmutableMap(i -> OPTION + " " + (i + 1), given::get)),
          true,
          ImmutableList.of(),
          ImmutableList.of());
    }
    Map<String, String> environment = source.environment();
    ImmutableMap.Builder<String, String> urls = ImmutableMap.builder();
    int number = 1;
    while (!environment.getOrDefault(VARIABLE + number, "").isEmpty()) {
      urls.put(VARIABLE + number, environment.getOrDefault(VARIABLE + number, ""));
      number++;
    }
    return new DatabaseUrls(
        urls.buildOrThrow(), false, gaps(environment, number), strangers(environment));
  }

  /** Variables that somebody may have meant for URLs. */
  private static ImmutableList<String> strangers(Map<String, String> environment) {
    return environment.keySet().stream()
        .filter(name -> name.startsWith(STEM) && !NUMBERED.matcher(name).matches())
        .sorted()
        .collect(toImmutableList());
  }

  /** Tells of variables that are like those of URLs, but are not read. */
  void tellUnread(Consumer<String> remarks) {
    strangers.forEach(
        name ->
            remarks.accept(
                "warning: environment: %s is not read; URLs are %s1, %s2 and on"
                    .formatted(name, VARIABLE, VARIABLE)));
  }

  /** PgDog reads up to the first gap; what stands behind it would be a shard that nobody has. */
  private static ImmutableList<Problem> gaps(Map<String, String> environment, int missing) {
    return environment.entrySet().stream()
        .filter(variable -> !variable.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .sorted()
        .filter(
            name -> {
              Matcher numbered = NUMBERED.matcher(name);
              return numbered.matches() && Integer.parseInt(numbered.group(1)) > missing;
            })
        .map(
            name ->
                Problem.at(
                    EnvironmentDefaults.LOCATION,
                    name,
                    "never read, since " + VARIABLE + missing + " is not set",
                    "number the URLs from 1 without gaps"))
        .collect(toImmutableList());
  }

  /** Whether none is given, so that the files say it all. */
  boolean isEmpty() {
    return urls.isEmpty() && gaps.isEmpty();
  }

  /**
   * Reads them.
   *
   * @param type what {@code [[databases]]} accepts
   * @param problems gets what is wrong
   * @param remarks gets what is noteworthy, a line each
   */
  ImmutableList<DatabaseUrl> read(
      ValueType.Table type,
      Map<String, String> environment,
      ImmutableList.Builder<Problem> problems,
      Consumer<String> remarks) {
    problems.addAll(gaps);
    ImmutableList.Builder<DatabaseUrl> read = ImmutableList.builder();
    urls.forEach(
        (name, url) ->
            new DatabaseUrlReader(name, url, type, environment, problems, remarks)
                .read()
                .ifPresent(read::add));
    ImmutableList<DatabaseUrl> all = read.build();
    if (onCommandLine && all.stream().anyMatch(DatabaseUrl::holdsPassword)) {
      remarks.accept(
          "warning: every user of this machine can see the password of "
              + OPTION
              + " in the list of processes; "
              + VARIABLE
              + "1 hides it");
    }
    return all;
  }

  /** Each server once, as PgDog has it. */
  static ImmutableList<DatabaseEntry> databases(ImmutableList<DatabaseUrl> urls) {
    Map<DatabaseEntry, DatabaseEntry> distinct = new LinkedHashMap<>();
    urls.forEach(url -> distinct.putIfAbsent(url.database().at(ANYWHERE), url.database()));
    return ImmutableList.copyOf(distinct.values());
  }

  /** Each user once, as PgDog has it. */
  static ImmutableList<User> users(ImmutableList<DatabaseUrl> urls) {
    Map<User, User> distinct = new LinkedHashMap<>();
    urls.forEach(url -> distinct.putIfAbsent(url.user().at(ANYWHERE), url.user()));
    return ImmutableList.copyOf(distinct.values());
  }
}
