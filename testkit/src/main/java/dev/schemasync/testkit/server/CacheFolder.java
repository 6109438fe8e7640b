package dev.schemasync.testkit.server;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;

/**
 * A folder of this user for what is costly to make and the same every time. It lies in the
 * temporary folder, not in the home: root's home is closed to the unprivileged user its servers run
 * as.
 */
final class CacheFolder {

  /** Fills a new, empty folder. */
  @FunctionalInterface
  interface Filler {
    void fill(Path target) throws IOException;
  }

  private CacheFolder() {}

  static Path root() throws IOException {
    UserPrincipal user = currentUser();
    Path root =
        Path.of(System.getProperty("java.io.tmpdir"), "schemasync-postgres-" + user.getName())
            .toAbsolutePath();
    Files.createDirectories(root);
    // The temporary folder is everybody's: run nothing that somebody else put there.
    if (!Files.getOwner(root, LinkOption.NOFOLLOW_LINKS).equals(user)) {
      throw new PostgresUnavailableException(
          "%s belongs to another user; remove it or set -Djava.io.tmpdir".formatted(root));
    }
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
    return root;
  }

  /** The owner of what we make; the JVM's user name is "?" for a number without an account. */
  private static UserPrincipal currentUser() throws IOException {
    Path mine = Files.createTempFile("owner", "");
    try {
      return Files.getOwner(mine);
    } finally {
      Files.delete(mine);
    }
  }

  /**
   * The folder, filled if it was not there. Two processes may race: one wins, and nobody sees half
   * of it.
   */
  static Path computeOnce(Path folder, Filler filler) throws IOException {
    if (Files.isDirectory(folder)) {
      return folder;
    }
    Path draft = Files.createTempDirectory(folder.resolveSibling("."), "draft-").normalize();
    try {
      Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
      Path content = Files.createDirectory(draft.resolve("content"));
      filler.fill(content);
      try {
        Files.move(content, folder, StandardCopyOption.ATOMIC_MOVE);
      } catch (FileSystemException e) {
        if (!Files.isDirectory(folder)) {
          throw e;
        }
      }
      return folder;
    } finally {
      FileTrees.delete(draft);
    }
  }
}
