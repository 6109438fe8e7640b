package dev.schemasync.testkit.server;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A data directory copied from a running server on this machine, for a standby of it. */
final class BaseBackup {
  /** What the original alone has, or the copy makes anew. */
  private static final ImmutableList<String> LEFT_OUT =
      ImmutableList.of("postmaster.pid", "postmaster.opts");

  private BaseBackup() {}

  /** Copies the data of a server to a place that does not exist yet. */
  static void take(PostgresServer primary, Path data) throws IOException {
    boolean renamed = primary.majorVersion() >= 15;
    // A backup ends with the session that began it.
    try (Connection connection = primary.connect(PostgresServer.MAINTENANCE_DATABASE);
        Statement statement = connection.createStatement()) {
      statement.execute(
          renamed
              ? "SELECT pg_backup_start('standby', true)"
              : "SELECT pg_start_backup('standby', true, false)");
      FileTrees.copy(Path.of(value(statement, "SHOW data_directory")), data);
      for (String file : LEFT_OUT) {
        Files.delete(data.resolve(file));
      }
      String label =
          value(
              statement,
              renamed
                  ? "SELECT labelfile FROM pg_backup_stop(false)"
                  : "SELECT labelfile FROM pg_stop_backup(false, false)");
      ServerAccount account = ServerAccount.current();
      account.take(Files.writeString(data.resolve("backup_label"), label));
      account.take(Files.createFile(data.resolve("standby.signal")));
    } catch (SQLException e) {
      throw new PostgresUnavailableException("cannot copy the data of the primary", e);
    }
  }

  private static String value(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
