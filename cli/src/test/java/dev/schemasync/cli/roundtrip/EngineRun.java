package dev.schemasync.cli.roundtrip;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.schemasync.engine.Destination;
import dev.schemasync.engine.Origin;
import dev.schemasync.engine.Sync;
import dev.schemasync.engine.SyncRequest;
import dev.schemasync.engine.SyncResult;
import dev.schemasync.executor.ExecutionOptions;
import dev.schemasync.executor.RunReport;
import dev.schemasync.executor.Shard;
import dev.schemasync.executor.StatementOutcome;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.finding.Severity;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.script.Statement;
import dev.schemasync.testkit.server.TestDatabase;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs from a database to one shard, in this process.
 *
 * @param source publishes all tables as {@link RoundTripClusters#EVERYTHING}
 */
record EngineRun(TestDatabase source, TestDatabase shard) {
  /** Runs every stage, up to the first that does not succeed, and tells what is wrong with it. */
  ImmutableList<String> problems() {
    for (Stage stage : Stage.values()) {
      ImmutableList<String> problems = problems(run(stage, false));
      if (!problems.isEmpty()) {
        return problems;
      }
    }
    return ImmutableList.of();
  }

  /** What a second run would do, which may only be to refresh materialized views. */
  ImmutableList<String> leftovers() {
    return Stream.of(Stage.values())
        .flatMap(stage -> leftovers(run(stage, true)).stream())
        .collect(toImmutableList());
  }

  /** Whether a finding stops a run; that a table cannot be replicated says nothing of its copy. */
  static boolean stops(Finding finding) {
    return finding.severity() == Severity.ERROR
        && finding.code() != FindingCode.NO_REPLICA_IDENTITY;
  }

  private SyncResult run(Stage stage, boolean planOnly) {
    return new Sync(
            new Origin(
                "source",
                ImmutableList.of(
                    new Origin.Shard(
                        0,
                        ImmutableList.of(
                            new Origin.Server(source.name(), false, source::connect))))),
            new Destination("shards", ImmutableList.of(new Shard(0, shard.name(), shard::connect))),
            new SyncRequest(
                Identifier.of(RoundTripClusters.EVERYTHING),
                stage,
                planOnly,
                true,
                ExecutionOptions.defaults(),
                EngineRun::stops),
            event -> {})
        .run();
  }

  private static ImmutableList<String> problems(SyncResult result) {
    return switch (result) {
      case SyncResult.Verified verified when verified.succeeded() -> ImmutableList.of();
      case SyncResult.Verified(var report, var differences, boolean _) ->
          Stream.concat(failures(report), messages(differences)).collect(toImmutableList());
      case SyncResult.Refused(var findings) -> messages(findings).collect(toImmutableList());
      case SyncResult.Unchanged(var report) -> failures(report).collect(toImmutableList());
      case SyncResult.Lost(var report) -> failures(report).collect(toImmutableList());
      case SyncResult.Stopped(var problem) -> ImmutableList.of(problem.message());
      case SyncResult.Interrupted _, SyncResult.Blocked _, SyncResult.Planned _ ->
          ImmutableList.of(result.toString());
    };
  }

  private static ImmutableList<String> leftovers(SyncResult result) {
    return result instanceof SyncResult.Planned(var scripts)
        ? scripts.stream()
            .flatMap(script -> script.script().statements().stream())
            .filter(statement -> !isRefresh(statement))
            .map(statement -> "a second run would do this: " + statement.sql())
            .collect(toImmutableList())
        : problems(result);
  }

  private static boolean isRefresh(Statement statement) {
    return statement.stage() == Stage.CUTOVER
        && statement.object().kind() == ObjectKind.MATERIALIZED_VIEW;
  }

  private static Stream<String> messages(List<Finding> findings) {
    return findings.stream().filter(EngineRun::stops).map(Finding::message);
  }

  private static Stream<String> failures(RunReport report) {
    return report.shards().stream()
        .flatMap(
            shard ->
                Stream.concat(
                    shard.problem().map(Object::toString).stream(),
                    shard.failures().stream()
                        .map(
                            failure ->
                                ((StatementOutcome.Failed) failure.outcome()).error()
                                    + " in: "
                                    + failure.statement().sql())));
  }
}
