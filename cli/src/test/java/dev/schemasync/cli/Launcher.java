package dev.schemasync.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/** A checkout with the real launcher, and with the classes of this test run as its program. */
public record Launcher(Path root) {
  /** Makes one in an empty directory; nothing is built in it yet. */
  public static Launcher in(Path root) throws IOException {
    Files.copy(Path.of("..", "pgdog"), root.resolve("pgdog"));
    Files.createDirectories(root.resolve("cli/src/main"));
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    Launcher launcher = new Launcher(root);
    launcher.writeJar(root.resolve("program.jar"));
    return launcher;
  }

  /** Puts the program where a build would. */
  public Launcher built() throws IOException {
    Files.createDirectories(jar().getParent());
    Files.copy(root.resolve("program.jar"), jar());
    return this;
  }

  /** Where the program belongs. */
  Path jar() {
    return root.resolve("cli/target/schemasync-cli.jar");
  }

  /** What to call. */
  public String command() {
    return root.resolve("pgdog").toString();
  }

  /** The java command of this test run. */
  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Has no classes of its own, only the place of others. */
  private void writeJar(Path file) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest
        .getMainAttributes()
        .put(
            Attributes.Name.CLASS_PATH,
            Arrays.stream(System.getProperty("java.class.path").split(":"))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath().toUri().toString())
                .collect(Collectors.joining(" ")));
    try (OutputStream out = Files.newOutputStream(file)) {
      new JarOutputStream(out, manifest).close();
    }
  }
}
