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
import dev.schemasync.emitter.EmitException;
import dev.schemasync.emitter.Emitter;
import dev.schemasync.executor.DestinationException;
import dev.schemasync.executor.DestinationLock;
import dev.schemasync.executor.ExecutionOptions;
import dev.schemasync.executor.Executor;
import dev.schemasync.executor.Leftover;
import dev.schemasync.executor.RunReport;
import dev.schemasync.executor.SameDatabaseException;
import dev.schemasync.executor.ShardScript;
import dev.schemasync.executor.ShardUnavailableException;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.server.Snapshot;
import dev.schemasync.planner.Checks;
import dev.schemasync.planner.Desired;
import dev.schemasync.planner.PlanOptions;
import dev.schemasync.planner.Scope;
import java.util.List;
import java.util.stream.Collectors;

/** One run of one stage, from the two configured clusters to the exit status. */
public final class SchemaSync {
  private final SyncClusters clusters;
  private final SyncRequest request;
  private final Terminal terminal;
  private final FindingPrinter findings;
  private final PlanOptions options;
  private final Progress progress;
  private final Cancellation cancellation;
  private final SnapshotReader reader;
  private final Destination destination;

  /** The run of a request. */
  public SchemaSync(SyncClusters clusters, SyncRequest request, Terminal terminal) {
    this.clusters = clusters;
    this.request = request;
    this.terminal = terminal;
    this.findings = new FindingPrinter(terminal);
    this.options = new PlanOptions(request.stage(), request.concurrently());
    this.progress = Progress.on(terminal, request.stage());
    this.cancellation = new Cancellation(progress::remark);
    this.reader = new SnapshotReader(progress::remark);
    this.destination = Destination.of(clusters.destination(), cancellation);
  }

  /** Runs it; everything that goes wrong has been printed when it returns. */
  public ExitStatus run() {
    try (Cancellation _ = cancellation.begin()) {
      return outcome();
    }
  }

  private ExitStatus outcome() {
    try {
      checkShard();
      Source source = Source.read(clusters.source(), request.stage(), cancellation, reader);
      Desired desired = Scope.of(source.shards(), request.publication());
      return request.dryRun() ? dryRun(source, desired) : locked(source, desired);
    } catch (RunException e) {
      return stopped(e);
    } catch (ShardUnavailableException e) {
      return stopped(ServerProblem.of(e));
    } catch (SameDatabaseException e) {
      return stopped(new RunException(ExitStatus.USAGE, String.valueOf(e.getMessage()), e));
    } catch (DestinationException | EmitException e) {
      return stopped(new RunException(ExitStatus.FAILED, String.valueOf(e.getMessage()), e));
    }
  }

  /** A dry run may be asked for one shard, which must be there. */
  private void checkShard() throws RunException {
    ImmutableList<Integer> numbers =
        clusters.destination().shards().stream().map(Shard::number).collect(toImmutableList());
    if (request.shard().isPresent() && !numbers.contains(request.shard().get())) {
      throw new RunException(
          ExitStatus.USAGE,
          "--shard %d: the shards of %s are %s"
              .formatted(
                  request.shard().get(),
                  clusters.destination().name(),
                  numbers.stream().map(String::valueOf).collect(Collectors.joining(", "))));
    }
  }

  private ExitStatus stopped(RunException reason) {
    if (cancellation.requested()) {
      terminal.err().println(cancellation.words());
    } else {
      terminal.err().println("error: " + reason.getMessage());
    }
    return reason.status();
  }

  private ExitStatus dryRun(Source source, Desired desired) throws RunException {
    // Locked as for a run: what another one is about to change cannot be foretold.
    try (progress;
        DestinationLock lock = DestinationLock.acquireToLook(destination.shards(), progress)) {
      ImmutableList<Leftover> leftovers = lock.leftovers();
      if (!leftovers.isEmpty()) {
        new LeftoverPrinter(terminal).print(leftovers);
        return ExitStatus.FAILED;
      }
      ImmutableList<Snapshot> actual = destination.read(reader);
      Planning planning = plan(source, desired, actual);
      if (isStopped(source, desired, planning)) {
        return ExitStatus.FAILED;
      }
      ImmutableList<ShardScript> scripts = scripts(planning, actual);
      try (Executor executor = new Executor(limits(), progress)) {
        executor.foresee(lock, scripts);
      }
      return new DryRunPrinter(
                  terminal,
                  "%s, publication %s"
                      .formatted(clusters.source().name(), request.publication().value()),
                  clusters.destination().name(),
                  request.shard(),
                  request.dryRunCommand())
              .print(scripts)
          ? ExitStatus.DONE
          : ExitStatus.USAGE;
    }
  }

  private ExitStatus locked(Source source, Desired desired) throws RunException {
    // Nothing is drawn before the stage starts, so that findings stand alone.
    try (progress;
        DestinationLock lock = DestinationLock.acquire(destination.shards(), progress)) {
      ImmutableList<Snapshot> actual = destination.read(reader);
      Planning planning = plan(source, desired, actual);
      if (isStopped(source, desired, planning)) {
        return ExitStatus.FAILED;
      }
      ImmutableList<ShardScript> scripts = scripts(planning, actual);
      RunReport report;
      try (Executor executor = new Executor(limits(), progress)) {
        cancellation.running(executor);
        report = executor.execute(lock, scripts);
      }
      progress.finish();
      return conclude(source, desired, planning, scripts, report);
    }
  }

  private ExecutionOptions limits() {
    return ExecutionOptions.defaults()
        .withJobs(request.jobs())
        .withIgnoreErrors(request.ignoreErrors());
  }

  private ExitStatus conclude(
      Source source,
      Desired desired,
      Planning planning,
      List<ShardScript> scripts,
      RunReport report)
      throws RunException {
    RunPrinter printer = new RunPrinter(terminal, request.stage());
    printer.print(report);
    new FailureFile(terminal, request.stage()).write(scripts, report);
    if (cancellation.requested()) {
      terminal.err().println(cancellation.words());
      return ExitStatus.FAILED;
    }
    if (report.connectionLost()) {
      return ExitStatus.UNREACHABLE;
    }
    if (!report.succeeded() && report.unchanged()) {
      // The failure says it all; a list of everything that is missing would bury it.
      terminal.err().println("not verified: no shard has changed");
      return ExitStatus.FAILED;
    }
    cancellation.comparing();
    Told told = Told.of(planning, request.stage(), report);
    boolean verified = verify(source, desired, told, report, printer);
    printer.printFailures(report);
    return verified && report.succeeded() ? ExitStatus.DONE : ExitStatus.FAILED;
  }

  private Planning plan(Source source, Desired desired, List<Snapshot> actual) throws RunException {
    SameDatabase.refuse(clusters, source.shards(), actual);
    Planning planning = Planning.of(desired, source.first().server(), destination, actual, options);
    cancellation.check();
    return planning;
  }

  /** Prints every finding at once, and tells whether one of them stops the run. */
  private boolean isStopped(Source source, Desired desired, Planning planning) {
    ImmutableList<Finding> all =
        ImmutableList.<Finding>builder()
            .addAll(source.findings())
            .addAll(desired.findings())
            .addAll(Checks.version("source", source.first().server().version()))
            .addAll(Checks.sourceShards(source.shards()))
            .addAll(Checks.replicaIdentities(desired))
            .addAll(planning.findings())
            .build();
    findings.print(all, request.accepted());
    return all.stream().anyMatch(request.accepted()::stops);
  }

  private ImmutableList<ShardScript> scripts(Planning planning, List<Snapshot> actual) {
    ImmutableList.Builder<ShardScript> scripts = ImmutableList.builder();
    for (int i = 0; i < actual.size(); i++) {
      scripts.add(
          new ShardScript(
              destination.shards().get(i),
              Emitter.emit(
                  planning.plans().get(i).plan(),
                  request.stage(),
                  actual.get(i).server().version())));
    }
    return scripts.build();
  }

  /** Reads every shard again and compares it with what it should hold now. */
  private boolean verify(
      Source source, Desired desired, Told told, RunReport report, RunPrinter printer)
      throws RunException {
    Planning left = plan(source, desired, destination.read(reader));
    ImmutableList<Finding> differences = left.differences(destination, options, told);
    printer.printVerification(differences, request.accepted(), report);
    return differences.stream().noneMatch(request.accepted()::stops);
  }
}
