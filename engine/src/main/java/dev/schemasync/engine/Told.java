package dev.schemasync.engine;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dev.schemasync.executor.RunReport;
import dev.schemasync.executor.ShardReport;
import dev.schemasync.executor.StatementOutcome;
import dev.schemasync.executor.StatementReport;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.plan.PlannedStep;
import dev.schemasync.model.plan.Step;
import java.util.List;

/**
 * What the report of a run has told of already. That a step is still to be done is no difference
 * then, but its consequence.
 *
 * @param shards by number
 */
record Told(ImmutableMap<Integer, OnShard> shards) {
  /**
   * @param done the steps that are done, as the server said
   * @param open the steps that failed or were not reached
   * @param objects what those are about
   */
  private record OnShard(
      ImmutableSet<Step> done, ImmutableSet<Step> open, ImmutableSet<ObjectId> objects) {}

  /** What the report of a stage tells of the steps that were planned for it. */
  static Told of(Planning planned, Stage stage, RunReport report) {
    ImmutableMap<Integer, ShardReport> reports =
        Maps.uniqueIndex(report.shards(), r -> r.shard().number());
    ImmutableMap.Builder<Integer, OnShard> shards = ImmutableMap.builder();
    for (int i = 0; i < planned.groups().size(); i++) {
      List<Step> steps =
          planned.plans().get(i).plan().steps().stream()
              .filter(s -> s.stage() == stage)
              .map(PlannedStep::step)
              .toList();
      for (int number : planned.groups().get(i).numbers()) {
        shards.put(number, onShard(steps, requireNonNull(reports.get(number)).statements()));
      }
    }
    return new Told(shards.buildOrThrow());
  }

  /** Statements are one to one with steps, in the same order. */
  private static OnShard onShard(List<Step> steps, List<StatementReport> statements) {
    ImmutableSet.Builder<Step> done = ImmutableSet.builder();
    ImmutableSet.Builder<Step> open = ImmutableSet.builder();
    ImmutableSet.Builder<ObjectId> objects = ImmutableSet.builder();
    for (int i = 0; i < statements.size(); i++) {
      Step step = steps.get(i);
      if (statements.get(i).outcome() instanceof StatementOutcome.Done) {
        done.add(step);
      } else {
        open.add(step);
        objects.add(step.object());
      }
    }
    return new OnShard(done.build(), open.build(), objects.build());
  }

  /**
   * Whether it was to be expected that the step is still to be done: it is one of the open ones, or
   * a remainder of one, such as the invalid index of a build that failed.
   */
  boolean covers(int shard, Step step) {
    OnShard told = requireNonNull(shards.get(shard));
    return told.open().contains(step)
        || (told.objects().contains(step.object()) && !told.done().contains(step));
  }
}
