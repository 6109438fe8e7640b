package dev.schemasync.cli.report;

import static com.google.common.collect.ImmutableListMultimap.toImmutableListMultimap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
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
  /** Statements that are named before the others are counted. */
  private static final int NAMED = 20;

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
      shard.problem().filter(p -> !isToldWith(shard, p)).ifPresent(p -> problem(shard, p));
      terminal.err().printf("%s: %s: %s%n", shard.shard(), stage.label(), summary(shard));
      leftOut(shard);
    }
  }

  /** Whether a failed statement has told it already: losing the server fails what runs. */
  private static boolean isToldWith(ShardReport shard, ServerError problem) {
    return shard.failures().stream()
        .anyMatch(f -> f.outcome() instanceof StatementOutcome.Failed(var e) && e.equals(problem));
  }

  private void problem(ShardReport shard, ServerError problem) {
    terminal
        .err()
        .printf(
            "error: %s: %s; %s; then run the same command again%n",
            shard.shard(), problem, remedy(problem.remedy()));
  }

  private void failure(ShardReport shard, StatementReport report) {
    if (report.outcome() instanceof StatementOutcome.Failed(ServerError error)) {
      terminal
          .err()
          .printf("error: %s: %s failed: %s%n", shard.shard(), report.statement().summary(), error);
      error.detail().ifPresent(detail -> indented("detail: ", detail));
      error.hint().ifPresent(hint -> indented("hint: ", hint));
      error.where().ifPresent(where -> indented("context: ", where));
      indented("| ", report.statement().sql().text());
      indented(
          "",
          remedy(error.remedy(report.statement().checkedRoles()))
              + "; then run the same command again");
    }
  }

  private void indented(String prefix, String text) {
    text.lines().forEach(line -> terminal.err().println("    " + prefix + line));
  }

  private static String remedy(Optional<String> known) {
    return known.orElse("mend the cause");
  }

  /** What the server was not asked to do, by name; where all is as it was, the summary says so. */
  private void leftOut(ShardReport shard) {
    if (!(shard.result() instanceof ShardResult.Piecemeal)) {
      return;
    }
    ImmutableListMultimap<String, Statement> byReason =
        shard.statements().stream()
            .filter(s -> s.outcome() instanceof StatementOutcome.NotReached)
            .collect(toImmutableListMultimap(RunPrinter::reason, StatementReport::statement));
    byReason
        .asMap()
        .forEach(
            (reason, statements) -> {
              terminal.err().printf("%s: not reached, because %s:%n", shard.shard(), reason);
              statements.stream().limit(NAMED).forEach(s -> indented("", s.summary()));
              if (statements.size() > NAMED) {
                indented("", "… and %,d more".formatted(statements.size() - NAMED));
              }
            });
  }

  private static String reason(StatementReport report) {
    return report.outcome() instanceof StatementOutcome.NotReached(String reason) ? reason : "";
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
      case ShardResult.Piecemeal p ->
          !shard.chunked()
              ? ""
              : shard.succeeded()
                  ? " (committed in chunks)"
                  : " (committed in chunks: what is done stays, all else is as it was)";
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
