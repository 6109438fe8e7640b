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
 * The statements that failed, and with a shard that has changed all others that are not done, in a
 * file for each shard: a script with what the server said as comments, for the operator to mend and
 * run by hand or to attach to a report.
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
   * says where they are. Of a shard on which all is done, a file of an earlier run is removed:
   * nothing of what it holds is left to be run.
   *
   * @param scripts what was run, in the order of the report's shards
   */
  public void write(List<ShardScript> scripts, RunReport report) {
    for (int i = 0; i < scripts.size(); i++) {
      ShardReport shard = report.shards().get(i);
      ImmutableList<StatementReport> open =
          shard.statements().stream().filter(s -> isOpen(shard, s)).collect(toImmutableList());
      if (!open.isEmpty()) {
        write(shard, text(scripts.get(i).script(), shard, open));
      } else if (shard.succeeded()) {
        remove(shard.shard());
      }
    }
  }

  /** Of a shard that is as it was, only what failed matters: the dry run prints the rest again. */
  private static boolean isOpen(ShardReport shard, StatementReport statement) {
    return switch (statement.outcome()) {
      case StatementOutcome.Failed _ -> true;
      case StatementOutcome.RolledBack _, StatementOutcome.NotReached _ -> isPartlyDone(shard);
      case StatementOutcome.Done _, StatementOutcome.InDoubt _ -> false;
    };
  }

  private static boolean isPartlyDone(ShardReport shard) {
    return switch (shard.result()) {
      case ShardResult.Piecemeal _ -> true;
      case ShardResult.Committed _, ShardResult.Unchanged _, ShardResult.InDoubt _ -> false;
    };
  }

  /** What the file of a shard holds. */
  private static String content(ShardReport shard) {
    return isPartlyDone(shard) ? "what is left of its script" : "what failed of its script";
  }

  private static String text(
      Script script, ShardReport shard, ImmutableList<StatementReport> open) {
    ImmutableList.Builder<String> remarks = ImmutableList.builder();
    remarks.add(
        "for %s: %s"
            .formatted(
                shard.shard(),
                isPartlyDone(shard)
                    ? "what failed, was rolled back with it, or was not reached then"
                    : "what failed; it runs only after what comes before it in the whole script"));
    for (StatementReport statement : open) {
      if (statement.outcome() instanceof StatementOutcome.Failed(ServerError error)) {
        remarks.add("%d failed: %s".formatted(statement.statement().number(), error));
        if (!statement.statement().transactional()) {
          remarks.add(
              "   it may have left an invalid index of that name, which has to be dropped first");
        }
      }
    }
    return ScriptPrinter.print(
        new Script(
            script.stage(),
            script.session(),
            open.stream().map(StatementReport::statement).collect(toImmutableList())),
        remarks.build());
  }

  private void write(ShardReport report, String text) {
    Shard shard = report.shard();
    Path file = file(shard);
    try {
      Files.writeString(file, text);
      terminal.err().printf("%s: %s is in %s%n", shard, content(report), file);
    } catch (IOException e) {
      terminal.err().printf("warning: %s: cannot write %s: %s%n", shard, content(report), e);
    }
  }

  private void remove(Shard shard) {
    Path file = file(shard);
    try {
      if (Files.deleteIfExists(file)) {
        terminal.err().printf("%s: removed %s: all of it is done%n", shard, file);
      }
    } catch (IOException e) {
      terminal.err().printf("warning: %s: %s is of an earlier run: %s%n", shard, file, e);
    }
  }

  private Path file(Shard shard) {
    return terminal
        .directory()
        .resolve(
            "pgdog-schema-sync-failures-%s-shard-%d.sql".formatted(stage.label(), shard.number()))
        .toAbsolutePath();
  }
}
