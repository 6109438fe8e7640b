package dev.schemasync.cli.report;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.schemasync.cli.Terminal;
import dev.schemasync.emitter.ScriptPrinter;
import dev.schemasync.executor.RunReport;
import dev.schemasync.executor.ServerError;
import dev.schemasync.executor.Shard;
import dev.schemasync.executor.ShardReport;
import dev.schemasync.executor.ShardResult;
import dev.schemasync.executor.ShardScript;
import dev.schemasync.executor.StatementOutcome;
import dev.schemasync.executor.StatementReport;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.script.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The statements that failed and those that were not reached, in a file for each shard: a script
 * with what the server said as comments, for the operator to mend and run by hand or to attach to a
 * report.
 */
public final class FailureFile {
  private final Terminal terminal;
  private final Stage stage;

  /** The files of a stage, in the terminal's directory. */
  public FailureFile(Terminal terminal, Stage stage) {
    this.terminal = terminal;
    this.stage = stage;
  }

  /**
   * Writes the file of every shard that anything failed on, in place of that of an earlier run, and
   * says where they are.
   *
   * @param scripts what was run, in the order of the report's shards
   */
  public void write(List<ShardScript> scripts, RunReport report) {
    for (int i = 0; i < scripts.size(); i++) {
      ShardReport shard = report.shards().get(i);
      ImmutableList<StatementReport> open =
          shard.statements().stream().filter(s -> isOpen(shard, s)).collect(toImmutableList());
      if (!open.isEmpty()) {
        write(shard.shard(), text(scripts.get(i).script(), shard.shard(), open));
      }
    }
  }

  /** Of a shard that is as it was, only what failed matters: the dry run prints the rest again. */
  private static boolean isOpen(ShardReport shard, StatementReport statement) {
    return switch (statement.outcome()) {
      case StatementOutcome.Failed _ -> true;
      case StatementOutcome.NotReached _ -> shard.result() instanceof ShardResult.Piecemeal;
      case StatementOutcome.Done _, StatementOutcome.RolledBack _, StatementOutcome.InDoubt _ ->
          false;
    };
  }

  private static String text(Script script, Shard shard, ImmutableList<StatementReport> open) {
    ImmutableList.Builder<String> remarks = ImmutableList.builder();
    remarks.add("for %s: what failed, and what was not reached then".formatted(shard));
    for (StatementReport statement : open) {
      if (statement.outcome() instanceof StatementOutcome.Failed(ServerError error)) {
        remarks.add("%d failed: %s".formatted(statement.statement().number(), error));
      }
    }
    return ScriptPrinter.print(
        new Script(
            script.stage(),
            script.session(),
            open.stream().map(StatementReport::statement).collect(toImmutableList())),
        remarks.build());
  }

  private void write(Shard shard, String text) {
    Path file =
        terminal
            .directory()
            .resolve(
                "pgdog-schema-sync-failures-%s-shard-%d.sql"
                    .formatted(stage.label(), shard.number()))
            .toAbsolutePath();
    try {
      Files.writeString(file, text);
      terminal.err().printf("%s: what is left of its script is in %s%n", shard, file);
    } catch (IOException e) {
      terminal.err().printf("warning: %s: cannot write what is left of its script: %s%n", shard, e);
    }
  }
}
