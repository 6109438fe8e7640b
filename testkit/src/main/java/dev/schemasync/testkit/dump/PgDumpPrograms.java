package dev.schemasync.testkit.dump;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSortedSet;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The {@code pg_dump} programs of this machine. */
final class PgDumpPrograms {
  static final String PROPERTY = "pg_dump.path";

  private static final Pattern VERSION = Pattern.compile("pg_dump \\(PostgreSQL\\) (\\d+)");

  /** Where the packages of Debian, Red Hat, Homebrew and PostgreSQL itself put their programs. */
  private static final ImmutableSortedSet<String> HOMES =
      ImmutableSortedSet.of(
          "/usr/lib/postgresql", "/usr", "/opt/homebrew/opt", "/usr/local/opt", "/usr/local");

  private record Program(Path path, int major) {}

  private PgDumpPrograms() {}

  static Optional<Path> forMajor(int major) {
    String named = System.getProperty(PROPERTY);
    if (named != null) {
      return Optional.of(named(Path.of(named), major));
    }
    return Stream.concat(onPath(), installed())
        .flatMap(path -> probe(path).stream())
        .filter(program -> program.major() >= major)
        .min(Comparator.comparingInt(Program::major))
        .map(Program::path);
  }

  /** Runs a program to its end and returns what it printed. */
  static String output(ProcessBuilder builder) throws IOException {
    Process process = builder.start();
    process.getOutputStream().close();
    // Read beside the output, or a program with much to complain about would block.
    StringBuilder complaints = new StringBuilder();
    Thread reader =
        Thread.ofVirtual()
            .start(
                () ->
                    process
                        .errorReader()
                        .lines()
                        .forEach(line -> complaints.append(line).append('\n')));
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      reader.join();
      if (process.waitFor() != 0) {
        throw new IOException("%s failed: %s".formatted(builder.command().getFirst(), complaints));
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while running " + builder.command().getFirst(), e);
    }
    return output;
  }

  private static Path named(Path path, int major) {
    Program program =
        probe(path)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "-D%s=%s is no pg_dump that runs here".formatted(PROPERTY, path)));
    if (program.major() < major) {
      throw new IllegalStateException(
          "-D%s=%s is version %d, which cannot read PostgreSQL %d; name a newer one"
              .formatted(PROPERTY, path, program.major(), major));
    }
    return program.path();
  }

  private static Stream<Path> onPath() {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return Splitter.on(File.pathSeparatorChar)
        .omitEmptyStrings()
        .splitToStream(path)
        .map(folder -> Path.of(folder, "pg_dump"));
  }

  /** Any {@code bin/pg_dump} one folder below a home, such as {@code /usr/lib/postgresql/15}. */
  private static Stream<Path> installed() {
    return HOMES.stream().map(Path::of).filter(Files::isDirectory).flatMap(PgDumpPrograms::below);
  }

  private static Stream<Path> below(Path home) {
    Stream.Builder<Path> found = Stream.builder();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(home)) {
      folders.forEach(folder -> found.add(folder.resolve("bin/pg_dump")));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + home, e);
    }
    return found.build();
  }

  private static Optional<Program> probe(Path path) {
    if (!Files.isExecutable(path)) {
      return Optional.empty();
    }
    try {
      Matcher version = VERSION.matcher(output(new ProcessBuilder(path.toString(), "--version")));
      return version.find()
          ? Optional.of(new Program(path, Integer.parseInt(version.group(1))))
          : Optional.empty();
    } catch (IOException e) {
      // A wrapper with nothing behind it; another candidate may do.
      return Optional.empty();
    }
  }
}
