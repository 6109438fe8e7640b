package dev.schemasync.cli.report;

import dev.schemasync.cli.Terminal;
import dev.schemasync.executor.RunReport;
import dev.schemasync.executor.ServerError;
import dev.schemasync.executor.ShardReport;
import dev.schemasync.executor.StatementOutcome;
import dev.schemasync.executor.StatementReport;
import dev.schemasync.model.catalog.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The statements that failed, in a file of the working directory: a script, with what the server
 * said as comments, for the operator to mend and run by hand or to attach to a report.
 */
public final class FailureFile {
  private FailureFile() {}

  /** Writes the file if anything failed, and says where it is. */
  public static void write(RunReport report, Stage stage, Terminal terminal) {
    List<String> lines = new ArrayList<>();
    for (ShardReport shard : report.shards()) {
      for (StatementReport failed : shard.failures()) {
        if (failed.outcome() instanceof StatementOutcome.Failed(ServerError error)) {
          lines.add("-- " + shard.shard() + ": " + failed.statement().summary());
          error.toString().lines().forEach(line -> lines.add("-- " + line));
          lines.add(failed.statement().sql().text() + ";");
          lines.add("");
        }
      }
    }
    if (!lines.isEmpty()) {
      Path file = Path.of("pgdog-schema-sync-failures-" + stage.label() + ".sql");
      try {
        Files.write(file, lines);
        terminal.err().println("the statements that failed are in " + file.toAbsolutePath());
      } catch (IOException e) {
        terminal
            .err()
            .println("warning: cannot write " + file.toAbsolutePath() + ": " + e.getMessage());
      }
    }
  }
}
