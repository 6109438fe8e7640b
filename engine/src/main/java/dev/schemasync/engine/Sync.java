package dev.schemasync.engine;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Interners;
import dev.schemasync.emitter.EmitException;
import dev.schemasync.emitter.Emitter;
import dev.schemasync.executor.DestinationException;
import dev.schemasync.executor.DestinationLock;
import dev.schemasync.executor.ExecutionListener;
import dev.schemasync.executor.Executor;
import dev.schemasync.executor.Leftover;
import dev.schemasync.executor.RunReport;
import dev.schemasync.executor.SameDatabaseException;
import dev.schemasync.executor.Shard;
import dev.schemasync.executor.ShardScript;
import dev.schemasync.executor.ShardUnavailableException;
import dev.schemasync.executor.Threads;
import dev.schemasync.introspect.Inquiry;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.script.Script;
import dev.schemasync.model.server.Snapshot;
import dev.schemasync.planner.Checks;
import dev.schemasync.planner.Desired;
import dev.schemasync.planner.PlanOptions;
import dev.schemasync.planner.Scope;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * One run of one stage, from two described clusters to a result. What is read, planned, written,
 * proved and compared is so once for all shards in the same state.
 */
public final class Sync {
  private final Origin origin;
  private final Destination destination;
  private final SyncRequest request;
  private final SyncListener listener;
  private final ExecutionListener executing;
  private final PlanOptions options;
  private final OpenConnections connections = new OpenConnections();
  private final SnapshotReader reader;
  private volatile boolean cancelled;
  private volatile SyncResult.Phase phase = SyncResult.Phase.BEFORE;
  private volatile Runnable abandon = connections::cancel;

  /** The run of a request; it runs once. */
  public Sync(Origin origin, Destination destination, SyncRequest request, SyncListener listener) {
    this.origin = origin;
    this.destination =
        new Destination(
            destination.name(),
            destination.shards().stream()
                .map(s -> new Shard(s.number(), s.label(), connections.of(s.connections())))
                .collect(toImmutableList()));
    this.request = request;
    this.listener = listener;
    this.executing = event -> listener.on(new SyncEvent.Executing(event));
    this.options = new PlanOptions(request.stage(), request.concurrently(), !request.planOnly());
    this.reader = new SnapshotReader(listener, Interners.newWeakInterner());
  }

  /**
   * Asks the servers to abandon what they run, from another thread. Harmless when repeated, and
   * worth it: a request that arrives between two queries is lost.
   */
  public void cancel() {
    cancelled = true;
    abandon.run();
  }

  /** Runs it. What a server or the schema is the reason of is in the result, not thrown. */
  public SyncResult run() {
    try {
      return request.planOnly() ? planOnly() : locked();
    } catch (SyncException e) {
      return stopped(e.problem());
    } catch (ShardUnavailableException e) {
      return stopped(ServerProblem.of(e));
    } catch (SameDatabaseException e) {
      return stopped(Problem.of(Problem.Kind.UNUSABLE, String.valueOf(e.getMessage())));
    } catch (DestinationException | EmitException e) {
      return stopped(Problem.of(Problem.Kind.FAILED, String.valueOf(e.getMessage())));
    }
  }

  private SyncResult stopped(Problem problem) {
    return cancelled ? new SyncResult.Interrupted(phase) : new SyncResult.Stopped(problem);
  }

  private SyncResult planOnly() throws SyncException {
    // Locked as for a run: what another one is about to change cannot be foretold.
    try (DestinationLock lock = DestinationLock.acquireToLook(destination.shards(), executing)) {
      ImmutableList<Leftover> leftovers = lock.leftovers();
      if (!leftovers.isEmpty()) {
        return new SyncResult.Blocked(leftovers);
      }
      Readings read = read();
      Source source = read.source();
      Desired desired = read.desired();
      Planning planning = plan(source, desired, read.shards());
      ImmutableList<Finding> found = found(source, desired, planning);
      if (found.stream().anyMatch(request.stops())) {
        return new SyncResult.Refused(found);
      }
      ImmutableList<ShardScript> scripts = scripts(planning);
      try (Executor executor = new Executor(request.execution(), executing)) {
        executor.foresee(lock, scripts);
      }
      return new SyncResult.Planned(scripts);
    }
  }

  private SyncResult locked() throws SyncException {
    try (DestinationLock lock = DestinationLock.acquire(destination.shards(), executing)) {
      Readings read = read();
      Source source = read.source();
      Desired desired = read.desired();
      Planning planning = plan(source, desired, read.shards());
      ImmutableList<Finding> found = found(source, desired, planning);
      if (found.stream().anyMatch(request.stops())) {
        return new SyncResult.Refused(found);
      }
      ImmutableList<ShardScript> scripts = scripts(planning);
      RunReport report;
      try (Executor executor = new Executor(request.execution(), executing)) {
        running(executor);
        report = executor.execute(lock, scripts);
      }
      listener.on(new SyncEvent.Executed(scripts, report, cancelled));
      return concluded(source, desired, planning, scripts, report);
    }
  }

  /** From now on the executor knows best how to stop. */
  private void running(Executor executor) throws SyncException {
    phase = SyncResult.Phase.STATEMENTS;
    abandon = executor::cancel;
    if (cancelled) {
      phase = SyncResult.Phase.BEFORE;
      check();
    }
  }

  /** Questions that a server abandoned have no answer: what was just learned is not trusted. */
  private void check() throws SyncException {
    if (cancelled) {
      throw new SyncException(Problem.of(Problem.Kind.FAILED, "the run was cancelled"));
    }
  }

  private SyncResult concluded(
      Source source,
      Desired desired,
      Planning planning,
      List<ShardScript> scripts,
      RunReport report)
      throws SyncException {
    if (cancelled) {
      return new SyncResult.Interrupted(report.unchanged() ? SyncResult.Phase.BEFORE : phase);
    }
    if (report.connectionLost()) {
      return new SyncResult.Lost(report);
    }
    if (!report.succeeded() && report.unchanged()) {
      return new SyncResult.Unchanged(report);
    }
    phase = SyncResult.Phase.COMPARING;
    abandon = connections::cancel;
    Told told = Told.of(planning, request.stage(), report);
    // Where no shard had anything to do, the reading that showed so was made under the same lock
    // and nothing has run since: another one would only tell the same of a later moment.
    boolean idle = scripts.stream().allMatch(s -> s.script().statements().isEmpty());
    Planning left = idle ? planning : plan(source, desired, readAgain());
    ImmutableList<Finding> differences = left.differences(options, told);
    return new SyncResult.Verified(
        report, differences, report.succeeded() && differences.stream().noneMatch(request.stops()));
  }

  /** What both sides hold, read at the same time. */
  private record Readings(Source source, Desired desired, ImmutableList<Snapshot> shards) {}

  /** Reads source and shards; of those that cannot be read, the source is told first. */
  private Readings read() throws SyncException {
    try (ExecutorService thread = Threads.perTask()) {
      Future<ImmutableList<Snapshot>> shards = thread.submit(this::readShards);
      try {
        Source source = Source.read(origin, request.stage(), connections, reader);
        // What is wanted is worked out while shards may still be read.
        Desired desired = Scope.of(source.shards(), request.publication());
        Readings read = new Readings(source, desired, SnapshotReader.await(shards));
        listener.on(new SyncEvent.Read());
        return read;
      } catch (SyncException | RuntimeException e) {
        // Nothing that the other side says is of use any more; it need not be waited for.
        connections.cancel();
        throw e;
      }
    }
  }

  private ImmutableList<Snapshot> readAgain() throws SyncException {
    ImmutableList<Snapshot> shards = readShards();
    listener.on(new SyncEvent.Read());
    return shards;
  }

  private ImmutableList<Snapshot> readShards() throws SyncException {
    return reader.readAll(
        destination.shards().stream()
            .map(
                s ->
                    new SnapshotReader.Source(
                        "destination " + s, Inquiry.DESTINATION, s.connections()))
            .toList());
  }

  /** Plans what is left to do on every shard. */
  private Planning plan(Source source, Desired desired, ImmutableList<Snapshot> actual)
      throws SyncException {
    SameDatabase.refuse(origin, source.shards(), destination, actual);
    Planning planning =
        Planning.of(
            desired,
            source.first().server(),
            ShardGroup.of(destination.shards(), actual),
            options,
            listener);
    check();
    return planning;
  }

  /** Tells every finding at once. */
  private ImmutableList<Finding> found(Source source, Desired desired, Planning planning) {
    ImmutableList<Finding> all =
        ImmutableList.<Finding>builder()
            .addAll(source.findings())
            .addAll(desired.findings())
            .addAll(Checks.version("source", source.first().server().version()))
            .addAll(Checks.sourceShards(source.shards()))
            .addAll(Checks.replicaIdentities(desired))
            .addAll(Checks.sequenceValues(desired, source.shards(), request.stage()))
            .addAll(planning.findings())
            .build();
    listener.on(new SyncEvent.Found(all));
    return all;
  }

  /** One script for each group, shared by its shards. */
  private ImmutableList<ShardScript> scripts(Planning planning) {
    ImmutableSortedMap.Builder<Integer, Script> scripts = ImmutableSortedMap.naturalOrder();
    for (int i = 0; i < planning.groups().size(); i++) {
      ShardGroup group = planning.groups().get(i);
      Script script =
          Emitter.emit(
              planning.plans().get(i).plan(), request.stage(), group.snapshot().server().version());
      listener.on(new SyncEvent.Emitted(group.numbers()));
      group.numbers().forEach(number -> scripts.put(number, script));
    }
    ImmutableSortedMap<Integer, Script> byShard = scripts.buildOrThrow();
    return destination.shards().stream()
        .map(shard -> new ShardScript(shard, requireNonNull(byShard.get(shard.number()))))
        .collect(toImmutableList());
  }
}
