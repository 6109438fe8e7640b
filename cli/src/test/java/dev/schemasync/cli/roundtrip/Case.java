package dev.schemasync.cli.roundtrip;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.io.IOException;
import java.io.Reader;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A schema that must survive the round trip: a folder with {@code schema.sql}, perhaps one or more
 * {@code schema@SINCE.sql} with what only servers of that major version or later understand, and
 * perhaps {@code case.properties}.
 *
 * @param name of the folder
 * @param since the first major version it is for ({@code since}; 13 unless told)
 * @param accepted errors that must not stop the runs ({@code accept}, by comma)
 * @param findings the codes that the runs must report, and no others ({@code findings}, by comma)
 */
record Case(
    String name,
    Path folder,
    int since,
    ImmutableList<String> accepted,
    ImmutableSortedSet<String> findings) {
  private static final String PROPERTY = "cases";
  private static final int OLDEST = 13;

  /** All cases by name, or those that the system property {@code cases} lists, by comma. */
  static ImmutableList<Case> selected() throws IOException, URISyntaxException {
    ImmutableList<String> names = list(System.getProperties(), PROPERTY);
    return all().stream()
        .filter(c -> names.isEmpty() || names.contains(c.name()))
        .collect(toImmutableList());
  }

  /** All cases by name. */
  static ImmutableList<Case> all() throws IOException, URISyntaxException {
    Path cases =
        Path.of(Objects.requireNonNull(Case.class.getResource("/cases"), "/cases").toURI());
    ImmutableList.Builder<Case> found = ImmutableList.builder();
    try (Stream<Path> folders = Files.list(cases)) {
      for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
        found.add(read(folder));
      }
    }
    return found.build();
  }

  private static Case read(Path folder) throws IOException {
    Properties properties = new Properties();
    Path file = folder.resolve("case.properties");
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      }
    }
    return new Case(
        folder.getFileName().toString(),
        folder,
        Integer.parseInt(properties.getProperty("since", Integer.toString(OLDEST))),
        list(properties, "accept"),
        ImmutableSortedSet.copyOf(list(properties, "findings")));
  }

  private static ImmutableList<String> list(Properties properties, String key) {
    return ImmutableList.copyOf(
        Splitter.on(',').trimResults().omitEmptyStrings().split(properties.getProperty(key, "")));
  }

  /** The scripts to load on a server of that major version, in order. */
  ImmutableList<Path> scripts(int major) {
    return Stream.concat(
            Stream.of(folder.resolve("schema.sql")),
            Stream.iterate(OLDEST + 1, m -> m <= major, m -> m + 1)
                .map(m -> folder.resolve("schema@%d.sql".formatted(m))))
        .filter(Files::exists)
        .collect(toImmutableList());
  }

  /** The options that accept what must not stop the runs. */
  String[] options() {
    return accepted.stream().flatMap(a -> Stream.of("--accept", a)).toArray(String[]::new);
  }

  @Override
  public String toString() {
    return name;
  }
}
