package dev.schemasync.cli.report;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.schemasync.cli.Terminal;
import dev.schemasync.emitter.ScriptPrinter;
import dev.schemasync.executor.RunReport;
import dev.schemasync.executor.ServerError;
import dev.schemasync.executor.ShardReport;
import dev.schemasync.executor.ShardScript;
import dev.schemasync.executor.StatementOutcome;
import dev.schemasync.executor.StatementReport;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.script.Script;
import dev.schemasync.model.script.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The statements that failed, in a file: one script per shard, with what the server said as
 * comments, for the operator to mend and run by hand or to attach to a report.
 */
public final class FailureFile {
  private final Terminal terminal;
  private final Path file;

  /** The file of a stage, in the terminal's directory. */
  public FailureFile(Terminal terminal, Stage stage) {
    this.terminal = terminal;
    this.file =
        terminal
            .directory()
            .resolve("pgdog-schema-sync-failures-" + stage.label() + ".sql")
            .toAbsolutePath();
  }

  /**
   * Writes the file if anything failed, in place of that of an earlier run, and says where it is.
   *
   * @param scripts what was run, in the order of the report's shards
   */
  public void write(List<ShardScript> scripts, RunReport report) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < scripts.size(); i++) {
      ShardReport shard = report.shards().get(i);
      if (!shard.failures().isEmpty()) {
        text.append(section(scripts.get(i).script(), shard));
      }
    }
    if (!text.isEmpty()) {
      write(text.toString());
    }
  }

  private static String section(Script script, ShardReport shard) {
    StringBuilder text = new StringBuilder(ScriptPrinter.comment("for " + shard.shard()));
    for (StatementReport failed : shard.failures()) {
      if (failed.outcome() instanceof StatementOutcome.Failed(ServerError error)) {
        text.append(
            ScriptPrinter.comment("%d failed: %s".formatted(failed.statement().number(), error)));
      }
    }
    ImmutableList<Statement> statements =
        shard.failures().stream().map(StatementReport::statement).collect(toImmutableList());
    return text.append(
            ScriptPrinter.print(new Script(script.stage(), script.session(), statements)))
        .append('\n')
        .toString();
  }

  private void write(String text) {
    try {
      Files.writeString(file, text);
      terminal.err().println("the statements that failed are in " + file);
    } catch (IOException e) {
      terminal.err().println("warning: cannot write the statements that failed: " + e);
    }
  }
}
