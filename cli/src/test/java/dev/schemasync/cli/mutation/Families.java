package dev.schemasync.cli.mutation;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Comparator.comparingInt;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folders of mutations: each has a {@code schema.sql}, perhaps {@code schema@SINCE.sql} with
 * what only servers of that major version or later understand, and {@code mutations.tsv}.
 */
final class Families {
  private static final Pattern SCRIPT = Pattern.compile("schema(@(\\d+))?\\.sql");

  private Families() {}

  /** A script and the first major version that it is for. */
  private record Script(Path file, int since) {
    static Stream<Script> of(Path file) {
      Matcher name = SCRIPT.matcher(file.getFileName().toString());
      return name.matches()
          ? Stream.of(new Script(file, name.group(2) == null ? 0 : Integer.parseInt(name.group(2))))
          : Stream.empty();
    }
  }

  /** The names of all, sorted. */
  static ImmutableList<String> all() throws IOException, URISyntaxException {
    try (Stream<Path> folders = Files.list(folder(""))) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .collect(toImmutableList());
    }
  }

  /** The scripts to load on a server of a major version, in order. */
  static ImmutableList<Path> scripts(String family, int major)
      throws IOException, URISyntaxException {
    try (Stream<Path> files = Files.list(folder(family))) {
      return files
          .flatMap(Script::of)
          .filter(script -> script.since() <= major)
          .sorted(comparingInt(Script::since))
          .map(Script::file)
          .collect(toImmutableList());
    }
  }

  private static Path folder(String family) throws URISyntaxException {
    return Path.of(requireNonNull(Families.class.getResource("/mutations/" + family)).toURI());
  }
}
