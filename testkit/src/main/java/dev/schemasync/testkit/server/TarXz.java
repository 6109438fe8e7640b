package dev.schemasync.testkit.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks {@code .tar.xz} archives with their file modes and links. */
final class TarXz {
  private TarXz() {}

  static void unpack(InputStream packed, Path target) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        extract(tar, entry, target);
      }
    }
  }

  private static void extract(InputStream content, TarArchiveEntry entry, Path target)
      throws IOException {
    Path file = inside(target, target.resolve(entry.getName()));
    if (entry.isDirectory()) {
      Files.createDirectories(file);
    } else {
      Files.createDirectories(file.resolveSibling("."));
      if (entry.isSymbolicLink()) {
        inside(target, file.resolveSibling(entry.getLinkName()));
        Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        return; // the mode is that of the file it points to
      } else if (entry.isLink()) {
        Files.createLink(file, inside(target, target.resolve(entry.getLinkName())));
        return;
      } else {
        Files.copy(content, file);
      }
    }
    Files.setPosixFilePermissions(file, readableByAll(entry.getMode()));
  }

  /**
   * The mode of the archive, opened for readers: the server runs as another user than the one who
   * unpacks.
   */
  private static Set<PosixFilePermission> readableByAll(int mode) {
    Set<PosixFilePermission> permissions =
        EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.OTHERS_READ);
    if ((mode & 0111) != 0) {
      permissions.add(PosixFilePermission.OWNER_EXECUTE);
      permissions.add(PosixFilePermission.GROUP_EXECUTE);
      permissions.add(PosixFilePermission.OTHERS_EXECUTE);
    }
    return permissions;
  }

  private static Path inside(Path target, Path file) throws IOException {
    if (!file.normalize().startsWith(target)) {
      throw new IOException("archive entry leaves its folder: " + file);
    }
    return file.normalize();
  }
}
