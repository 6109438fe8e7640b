package dev.schemasync.testkit.server;

import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * PostgreSQL installations, unpacked once per machine from archives named {@code
 * postgres-<major>.jar}. Such a jar holds one {@code postgres-<os>-<arch>.txz} with the folders
 * {@code bin}, {@code lib} and {@code share}.
 */
final class BinaryCache {
  static final String PROPERTY = "postgres.binaries";
  static final String ENVIRONMENT = "POSTGRES_BINARIES";

  private BinaryCache() {}

  /** The folder of the installation for that major version. */
  static Path installation(int major) {
    Path archive = archive(major);
    try {
      String digest =
          MoreFiles.asByteSource(archive).hash(Hashing.sha256()).toString().substring(0, 16);
      Path home = CacheFolder.root().resolve("postgres-%d-%s".formatted(major, digest));
      return CacheFolder.computeOnce(home, target -> unpack(archive, target));
    } catch (IOException e) {
      throw new PostgresUnavailableException(
          "cannot unpack %s; is the disk full or the archive damaged?".formatted(archive), e);
    }
  }

  private static Path archive(int major) {
    Path folder =
        Optional.ofNullable(System.getProperty(PROPERTY))
            .or(() -> Optional.ofNullable(System.getenv(ENVIRONMENT)))
            .map(Path::of)
            .orElseThrow(
                () ->
                    new PostgresUnavailableException(
                        ("no PostgreSQL binaries: neither the system property %s nor the"
                             + " environment variable %s is set; name the folder that holds"
                             + " postgres-%d.jar (the build makes"
                             + " testkit/target/postgres-binaries), or choose another provider with"
                             + " -D%s=container or external")
                            .formatted(
                                PROPERTY, ENVIRONMENT, major, PostgresServers.PROVIDER_PROPERTY)));
    Path archive = folder.resolve("postgres-%d.jar".formatted(major));
    if (!Files.isRegularFile(archive)) {
      throw new PostgresUnavailableException(
          ("no binaries of PostgreSQL %d: %s is missing; build the testkit module, which fetches"
                  + " them, or name another folder with -D%s")
              .formatted(major, archive.toAbsolutePath(), PROPERTY));
    }
    return archive;
  }

  private static void unpack(Path archive, Path target) throws IOException {
    try (ZipFile jar = new ZipFile(archive.toFile());
        InputStream packed = jar.getInputStream(platformEntry(archive, jar))) {
      TarXz.unpack(packed, target);
    }
  }

  private static ZipEntry platformEntry(Path archive, ZipFile jar) {
    String wanted = "postgres-%s-%s".formatted(operatingSystem(), architecture());
    List<? extends ZipEntry> packages =
        jar.stream().filter(entry -> entry.getName().endsWith(".txz")).toList();
    return packages.stream()
        .filter(entry -> entry.getName().startsWith(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new PostgresUnavailableException(
                    ("%s has no binaries for this platform: wanted %s.txz, found %s; fetch the"
                            + " package for this platform, or choose another provider with -D%s")
                        .formatted(archive, wanted, packages, PostgresServers.PROVIDER_PROPERTY)));
  }

  private static String operatingSystem() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : name;
  }

  private static String architecture() {
    String name = System.getProperty("os.arch");
    return switch (name) {
      case "amd64" -> "x86_64";
      case "aarch64" -> "arm_64";
      default -> name;
    };
  }
}
