package dev.schemasync.cli.report;

import static com.google.common.collect.ImmutableMultiset.toImmutableMultiset;

import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.Multiset;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Prints what a run did: the failures, one line per shard that accounts for all else, and in the
 * end the failures once more in short, since much may have been said since.
 */
public final class RunPrinter {
  /** Failures that are told before the others are counted. */
  private static final int NAMED = 20;

  private final Terminal terminal;
  private final Stage stage;

  /** A printer for the run of a stage. */
  public RunPrinter(Terminal terminal, Stage stage) {
    this.terminal = terminal;
    this.stage = stage;
  }

  /**
   * Prints the outcome of every shard.
   *
   * @param cancelled whether the run was asked to end, so that what was cancelled did not fail
   */
  public void print(RunReport report, boolean cancelled) {
    List<Failure> failures = failures(report);
    failures.stream()
        .limit(NAMED)
        .forEach(
            f -> {
              if (cancelled && f.error().canceled()) {
                terminal
                    .err()
                    .printf("%s: %s was cancelled%n", f.shard().shard(), f.statement().summary());
              } else {
                failure(f);
              }
            });
    if (failures.size() > NAMED) {
      terminal.err().printf("… and %s%n", count(failures.size() - NAMED, "more that failed"));
    }
    for (ShardReport shard : report.shards()) {
      shard.problem().filter(p -> !isToldWith(shard, p)).ifPresent(p -> problem(shard, p));
      terminal.err().printf("%s: %s: %s%n", shard.shard(), stage.label(), summary(shard));
      leftOut(shard);
    }
  }

  /** A statement that failed on a shard. */
  private record Failure(ShardReport shard, Statement statement, ServerError error) {}

  private static List<Failure> failures(RunReport report) {
    List<Failure> failures = new ArrayList<>();
    for (ShardReport shard : report.shards()) {
      for (StatementReport failed : shard.failures()) {
        if (failed.outcome() instanceof StatementOutcome.Failed(ServerError error)) {
          failures.add(new Failure(shard, failed.statement(), error));
        }
      }
    }
    return failures;
  }

  /** Prints the failures in short, last of all. */
  public void printFailures(RunReport report) {
    List<Failure> failures = failures(report);
    if (failures.isEmpty()) {
      return;
    }
    terminal
        .err()
        .printf(
            "%s, with all that this entails:%n",
            count(failures.size(), failures.size() == 1 ? "failure" : "failures"));
    failures.stream()
        .limit(NAMED)
        .forEach(
            f ->
                indented(
                    "",
                    "%s: %s: %s".formatted(f.shard().shard(), f.statement().summary(), f.error())));
    if (failures.size() > NAMED) {
      indented("", "… and " + count(failures.size() - NAMED, "more"));
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

  private void failure(Failure failure) {
    ServerError error = failure.error();
    terminal
        .err()
        .printf(
            "error: %s: %s failed: %s%n",
            failure.shard().shard(), failure.statement().summary(), error);
    error.detail().ifPresent(detail -> indented("detail: ", detail));
    error.hint().ifPresent(hint -> indented("hint: ", hint));
    error.where().ifPresent(where -> indented("context: ", where));
    failure.statement().framed().forEach(sql -> indented("| ", sql.masked()));
    indented(
        "",
        remedy(error.remedy(failure.statement().checkedRoles()))
            + "; then run the same command again");
  }

  private void indented(String prefix, String text) {
    text.lines().forEach(line -> terminal.err().println("    " + prefix + line));
  }

  private static String remedy(Optional<String> known) {
    return known.orElse("mend the cause");
  }

  /** Why some were not reached; where all is as it was, the summary says so. */
  private void leftOut(ShardReport shard) {
    if (!(shard.result() instanceof ShardResult.Piecemeal)) {
      return;
    }
    ImmutableMultiset<String> reasons =
        shard.statements().stream().flatMap(s -> reason(s).stream()).collect(toImmutableMultiset());
    for (Multiset.Entry<String> reason : reasons.entrySet()) {
      terminal
          .err()
          .printf(
              "%s: %s, because %s%n",
              shard.shard(), count(reason.getCount(), "not reached"), reason.getElement());
    }
  }

  private static Optional<String> reason(StatementReport report) {
    return report.outcome() instanceof StatementOutcome.NotReached(String reason)
        ? Optional.of(reason)
        : Optional.empty();
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
  public void printVerification(List<Finding> differences, Acceptance accepted, RunReport report) {
    if (!differences.isEmpty()) {
      new FindingPrinter(terminal).printDifferences(differences, accepted);
    } else if (report.succeeded()) {
      terminal
          .err()
          .printf("verified: every shard holds what %s should have made%n", stage.label());
    } else {
      terminal
          .err()
          .printf(
              "compared: but for what failed or was not reached, every shard holds what %s should"
                  + " have made%n",
              stage.label());
    }
  }
}
