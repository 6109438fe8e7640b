package dev.schemasync.testkit.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An installation of a server's own that offers further extensions: all but the program and the
 * folder of extensions are links to the one that all servers share.
 *
 * @param account owns its folders, so that it can remove them
 */
record ExtendedInstallation(ServerAccount account, Path shared, Path own) {
  private static final Path PROGRAM = Path.of("bin", "postgres");
  private static final Path SHARE = Path.of("share", "postgresql");
  private static final String EXTENSION = "extension";

  /**
   * Makes it, in a folder that does not exist yet.
   *
   * @param files by name
   */
  Path make(Map<String, String> files) throws IOException {
    Path extensions = own.resolve(SHARE).resolve(EXTENSION);
    for (Path folder :
        List.of(
            own,
            own.resolve(PROGRAM.getParent()),
            own.resolve(SHARE.getParent()),
            own.resolve(SHARE),
            extensions)) {
      Files.createDirectory(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
      account.take(folder);
    }
    // A server looks for its files beside its program, and follows a link to that first.
    Files.copy(shared.resolve(PROGRAM), own.resolve(PROGRAM));
    Files.setPosixFilePermissions(
        own.resolve(PROGRAM), PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.createSymbolicLink(own.resolve("lib"), shared.resolve("lib"));
    for (Path one : children(shared.resolve(SHARE))) {
      if (!one.endsWith(EXTENSION)) {
        Files.createSymbolicLink(own.resolve(SHARE).resolve(one.getFileName()), one);
      }
    }
    for (Path file : children(shared.resolve(SHARE).resolve(EXTENSION))) {
      Files.createSymbolicLink(extensions.resolve(file.getFileName()), file);
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = extensions.resolve(file.getKey());
      Files.writeString(path, file.getValue());
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
    }
    return own;
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.toList();
    }
  }
}
