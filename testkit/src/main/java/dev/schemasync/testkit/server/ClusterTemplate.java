package dev.schemasync.testkit.server;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A data directory as {@code initdb} makes it, kept so that a new server costs a copy instead. All
 * servers copied from one template share its system identifier, so they cannot be told apart by it.
 */
final class ClusterTemplate {
  private static final String PREFERRED_LOCALE = "C.UTF-8";

  private ClusterTemplate() {}

  /** The folder to copy; owned by the account. */
  static Path of(Path installation, ServerAccount account) throws IOException {
    Path template =
        installation.resolveSibling(
            "%s-template-%s".formatted(installation.getFileName(), account.label()));
    return CacheFolder.computeOnce(template, target -> initialize(installation, account, target));
  }

  private static void initialize(Path installation, ServerAccount account, Path target)
      throws IOException {
    Path password = Files.createTempFile(target.resolveSibling("."), "password", "");
    Files.writeString(password, ServerAddress.PASSWORD);
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("r--r--r--"));
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwx------"));
    account.take(target);
    CommandResult result = initdb(installation, account, target, password, PREFERRED_LOCALE);
    if (result.status() != 0 && result.output().contains("invalid locale")) {
      result = initdb(installation, account, target, password, "C");
    }
    if (result.status() != 0) {
      throw new PostgresUnavailableException("initdb failed:\n" + result.output());
    }
  }

  private static CommandResult initdb(
      Path installation, ServerAccount account, Path target, Path password, String locale) {
    return CommandResult.run(
        account.command(
            ImmutableList.of(
                installation.resolve("bin/initdb").toString(),
                "--pgdata=" + target,
                "--username=" + ServerAddress.SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=" + locale,
                "--no-sync")));
  }
}
