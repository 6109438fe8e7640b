package dev.schemasync.cli.sync;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.schemasync.cli.ExitStatus;
import dev.schemasync.cli.Terminal;
import dev.schemasync.cli.config.Shard;
import dev.schemasync.cli.config.SyncClusters;
import dev.schemasync.cli.report.DryRunPrinter;
import dev.schemasync.cli.report.FailureFile;
import dev.schemasync.cli.report.FindingPrinter;
import dev.schemasync.cli.report.LeftoverPrinter;
import dev.schemasync.cli.report.Progress;
import dev.schemasync.cli.report.RunPrinter;
import dev.schemasync.engine.Sync;
import dev.schemasync.engine.SyncEvent;
import dev.schemasync.engine.SyncRequest;
import dev.schemasync.engine.SyncResult;
import dev.schemasync.executor.ExecutionOptions;
import dev.schemasync.executor.ShardScript;
import java.util.List;
import java.util.stream.Collectors;

/** One run of one stage at a terminal, from the two configured clusters to the exit status. */
public final class SchemaSync {
  private final SyncClusters clusters;
  private final SyncOptions options;
  private final Terminal terminal;
  private final Progress progress;
  private final RunPrinter printer;

  /** The run that the options ask for. */
  public SchemaSync(SyncClusters clusters, SyncOptions options, Terminal terminal) {
    this.clusters = clusters;
    this.options = options;
    this.terminal = terminal;
    this.progress = Progress.on(terminal, options.stage());
    this.printer = new RunPrinter(terminal, options.stage());
  }

  /** Runs it; everything that goes wrong has been printed when it returns. */
  public ExitStatus run() {
    ImmutableList<Integer> numbers =
        clusters.destination().shards().stream().map(Shard::number).collect(toImmutableList());
    if (options.shard().isPresent() && !numbers.contains(options.shard().get())) {
      terminal
          .err()
          .printf(
              "error: --shard %d: the shards of %s are %s%n",
              options.shard().get(),
              clusters.destination().name(),
              numbers.stream().map(String::valueOf).collect(Collectors.joining(", ")));
      return ExitStatus.USAGE;
    }
    Sync sync =
        new Sync(
            Servers.origin(clusters.source()),
            Servers.destination(clusters.destination()),
            request(),
            this::show);
    try (Cancellation _ = new Cancellation(sync::cancel, progress::remark).begin()) {
      return conclude(result(sync));
    }
  }

  private SyncResult result(Sync sync) {
    // Nothing is drawn before the stage starts, so that findings stand alone.
    try (progress) {
      return sync.run();
    }
  }

  private SyncRequest request() {
    return new SyncRequest(
        options.publication(),
        options.stage(),
        options.dryRun(),
        options.concurrently(),
        ExecutionOptions.defaults()
            .withJobs(options.jobs())
            .withIgnoreErrors(options.ignoreErrors()),
        options.accepted()::stops);
  }

  private void show(SyncEvent event) {
    switch (event) {
      case SyncEvent.Waiting(var server, var reason) ->
          progress.remark("%s: %s".formatted(server, reason));
      case SyncEvent.Found(var findings) ->
          new FindingPrinter(terminal).print(findings, options.accepted());
      case SyncEvent.Executing(var execution) -> progress.on(execution);
      case SyncEvent.Executed(var scripts, var report, var cancelled) -> {
        progress.finish();
        printer.print(report, cancelled);
        new FailureFile(terminal, options.stage()).write(scripts, report);
      }
      case SyncEvent.Reading _ -> Memory.tidyIfGrown();
      case SyncEvent.Read _, SyncEvent.Planned _ -> Memory.tidy();
      case SyncEvent.Probed _, SyncEvent.Emitted _ -> {}
    }
  }

  private ExitStatus conclude(SyncResult result) {
    return switch (result) {
      case SyncResult.Stopped(var problem) -> {
        terminal.err().println("error: " + new Remedies(clusters).explain(problem));
        yield Remedies.status(problem);
      }
      case SyncResult.Interrupted(var phase) -> {
        terminal.err().println(Cancellation.words(phase));
        yield ExitStatus.FAILED;
      }
      case SyncResult.Blocked(var leftovers) -> {
        new LeftoverPrinter(terminal).print(leftovers);
        yield ExitStatus.FAILED;
      }
      case SyncResult.Refused _ -> ExitStatus.FAILED;
      case SyncResult.Planned(var scripts) -> print(scripts);
      case SyncResult.Lost _ -> ExitStatus.UNREACHABLE;
      case SyncResult.Unchanged _ -> {
        // The failure says it all; a list of everything that is missing would bury it.
        terminal.err().println("not verified: no shard has changed");
        yield ExitStatus.FAILED;
      }
      case SyncResult.Verified(var report, var differences, var succeeded) -> {
        printer.printVerification(differences, options.accepted(), report);
        printer.printFailures(report);
        yield succeeded ? ExitStatus.DONE : ExitStatus.FAILED;
      }
    };
  }

  private ExitStatus print(List<ShardScript> scripts) {
    return new DryRunPrinter(
                terminal,
                "%s, publication %s"
                    .formatted(clusters.source().name(), options.publication().value()),
                clusters.destination().name(),
                options.shard(),
                options.dryRunCommand())
            .print(scripts)
        ? ExitStatus.DONE
        : ExitStatus.USAGE;
  }
}
