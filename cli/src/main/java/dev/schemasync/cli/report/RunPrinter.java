package dev.schemasync.cli.report;

import com.google.common.collect.ImmutableList;
import dev.schemasync.cli.Acceptance;
import dev.schemasync.cli.Terminal;
import dev.schemasync.executor.RunReport;
import dev.schemasync.executor.ServerError;
import dev.schemasync.executor.ShardReport;
import dev.schemasync.executor.ShardResult;
import dev.schemasync.executor.StatementOutcome;
import dev.schemasync.executor.StatementReport;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.script.Statement;
import java.util.List;
import java.util.Optional;

/**
 * Prints what a run did: every failure in full, and one line per shard that accounts for all else.
 */
public final class RunPrinter {
  private final Terminal terminal;
  private final Stage stage;

  /** A printer for the run of a stage. */
  public RunPrinter(Terminal terminal, Stage stage) {
    this.terminal = terminal;
    this.stage = stage;
  }

  /** Prints the outcome of every shard. */
  public void print(RunReport report) {
    for (ShardReport shard : report.shards()) {
      shard.failures().forEach(failure -> failure(shard, failure));
      shard
          .problem()
          .ifPresent(
              problem ->
                  terminal
                      .err()
                      .printf("error: %s: %s%s%n", shard.shard(), problem, remedy(problem)));
      terminal.err().printf("%s: %s: %s%n", shard.shard(), stage.label(), summary(shard));
    }
  }

  private void failure(ShardReport shard, StatementReport report) {
    if (report.outcome() instanceof StatementOutcome.Failed(ServerError error)) {
      terminal
          .err()
          .printf("error: %s: %s failed: %s%n", shard.shard(), report.statement().summary(), error);
      error.detail().ifPresent(detail -> terminal.err().println("    " + detail));
      error.hint().ifPresent(hint -> terminal.err().println("    hint: " + hint));
      terminal.err().println(indented(report.statement()));
      terminal
          .err()
          .println(
              "    "
                  + error.remedy().orElse("mend the cause")
                  + "; then run the same command again");
    }
  }

  private static String indented(Statement statement) {
    return statement
        .sql()
        .text()
        .lines()
        .map(line -> "    | " + line)
        .reduce((a, b) -> a + "\n" + b)
        .orElse("");
  }

  private static String remedy(ServerError problem) {
    return problem.remedy().map(r -> "; " + r).orElse("");
  }

  private static String summary(ShardReport shard) {
    if (shard.statements().isEmpty() && shard.problem().isEmpty()) {
      return "nothing to do";
    }
    int done = 0;
    int failed = 0;
    int rolledBack = 0;
    int notReached = 0;
    int inDoubt = 0;
    for (StatementReport report : shard.statements()) {
      switch (report.outcome()) {
        case StatementOutcome.Done o -> done++;
        case StatementOutcome.Failed o -> failed++;
        case StatementOutcome.RolledBack o -> rolledBack++;
        case StatementOutcome.NotReached o -> notReached++;
        case StatementOutcome.InDoubt o -> inDoubt++;
      }
    }
    return count(done, "done")
        + (failed == 0 ? "" : ", " + count(failed, "failed"))
        + (rolledBack == 0 ? "" : ", " + count(rolledBack, "rolled back"))
        + (notReached == 0 ? "" : ", " + count(notReached, "not reached"))
        + (inDoubt == 0 ? "" : ", " + count(inDoubt, "in doubt"))
        + result(shard);
  }

  private static String count(int number, String what) {
    return "%,d %s".formatted(number, what);
  }

  private static String result(ShardReport shard) {
    return switch (shard.result()) {
      case ShardResult.Committed c -> "";
      case ShardResult.Piecemeal p -> shard.chunked() ? " (committed in chunks)" : "";
      case ShardResult.Unchanged(var reason) -> "; nothing changed: " + reason;
      case ShardResult.InDoubt(Optional<String> gid, var reason) ->
          "; in doubt: " + reason + gid.map(g -> " (prepared transaction " + g + ")").orElse("");
    };
  }

  /** Prints what the comparison after the run found. */
  public void printVerification(List<Finding> differences, Acceptance accepted) {
    ImmutableList<Finding> all = ImmutableList.copyOf(differences);
    if (all.isEmpty()) {
      terminal
          .err()
          .printf("verified: every shard holds what %s should have made%n", stage.label());
    } else {
      new FindingPrinter(terminal).printDifferences(all, accepted);
    }
  }
}
