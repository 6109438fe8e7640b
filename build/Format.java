import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Runs google-java-format over every Java source of the build, in one process.
 *
 * <p>Usage, from the root directory, with google-java-format on the class path: {@code java
 * build/Format.java check|apply}. {@code check} exits with 1 and lists the files that differ;
 * {@code apply} rewrites them.
 */
final class Format {
  private Format() {}

  public static void main(String[] args) throws IOException {
    String action = args.length == 1 ? args[0] : "";
    List<String> command = new ArrayList<>();
    switch (action) {
      case "check" -> command.addAll(List.of("--dry-run", "--set-exit-if-changed"));
      case "apply" -> command.add("--replace");
      default -> {
        System.err.println("usage: Format check|apply");
        System.exit(2);
      }
    }
    command.addAll(sources());

    ToolProvider formatter =
        ToolProvider.findFirst("google-java-format")
            .orElseThrow(() -> new IllegalStateException("google-java-format is not on the path"));
    int exit =
        formatter.run(
            new PrintWriter(System.out, true), new PrintWriter(System.err, true), toArray(command));
    if (exit != 0 && action.equals("check")) {
      System.err.println(
          "The files above are not in google-java-format. Run: mvn -q -N -Pformat verify");
    }
    System.exit(exit);
  }

  private static List<String> sources() throws IOException {
    List<String> sources = new ArrayList<>();
    sources.add("build/Format.java");
    try (Stream<Path> modules = Files.list(Path.of(""))) {
      for (Path module :
          modules.filter(m -> Files.exists(m.resolve("pom.xml"))).sorted().toList()) {
        sources.addAll(sourcesOf(module.resolve("src")));
      }
    }
    return sources;
  }

  private static List<String> sourcesOf(Path root) throws IOException {
    if (Files.notExists(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files.map(Path::toString).filter(f -> f.endsWith(".java")).sorted().toList();
    }
  }

  private static String[] toArray(List<String> strings) {
    return strings.toArray(String[]::new);
  }
}
