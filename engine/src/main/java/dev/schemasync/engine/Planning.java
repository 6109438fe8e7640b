package dev.schemasync.engine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSortedMap;
import dev.schemasync.executor.Shard;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.diff.TextEquivalence;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.plan.PlannedStep;
import dev.schemasync.model.server.ServerFacts;
import dev.schemasync.planner.Checks;
import dev.schemasync.planner.Desired;
import dev.schemasync.planner.PlanOptions;
import dev.schemasync.planner.Planner;
import dev.schemasync.planner.ShardPlan;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is left to do on every shard, and everything that is wrong.
 *
 * @param groups shards in the same state
 * @param plans by group
 * @param findings by shard
 */
record Planning(
    ImmutableList<ShardGroup> groups,
    ImmutableList<ShardPlan> plans,
    ImmutableList<Finding> findings) {
  private static final int NAMED = 3;

  /** Plans a stage for every group of shards, with all the checks that come before it. */
  static Planning of(
      Desired desired,
      ServerFacts source,
      List<ShardGroup> groups,
      PlanOptions options,
      SyncListener listener)
      throws SyncException {
    ImmutableList.Builder<ShardPlan> plans = ImmutableList.builder();
    ImmutableListMultimap.Builder<Integer, Finding> findings =
        ImmutableListMultimap.<Integer, Finding>builder().orderKeysBy(Comparator.naturalOrder());
    for (ShardGroup group : groups) {
      ImmutableSortedMap<ObjectId, String> missing =
          AclProber.missing(group.first(), desired, group.snapshot());
      Desired here = desired.without(missing.keySet());
      ShardPlan plan = plan(here, group, options, listener);
      plans.add(plan);
      ImmutableList<Finding> found =
          ImmutableList.<Finding>builder()
              .addAll(Checks.destination(here, source, group.snapshot(), options.stage()))
              .addAll(
                  missing.entrySet().stream()
                      .map(acl -> AclProber.finding(acl.getKey(), acl.getValue()))
                      .iterator())
              .addAll(plan.findings())
              .addAll(notYetPresent(plan.before(options.stage()), options).stream().toList())
              .build();
      for (Shard shard : group.shards()) {
        // The version's names the shard itself.
        Stream.concat(
                Checks.version(shard.toString(), group.snapshot().server().version()).stream(),
                found.stream())
            .forEach(finding -> findings.put(shard.number(), finding.onShard(shard.number())));
      }
    }
    return new Planning(
        ImmutableList.copyOf(groups), plans.build(), findings.build().values().asList());
  }

  /** What the first server of a group prints, all of them print: they are equal. */
  private static ShardPlan plan(
      Desired desired, ShardGroup group, PlanOptions options, SyncListener listener)
      throws SyncException {
    TextEquivalence texts =
        TextProber.probe(
            group.first(),
            desired,
            group.snapshot(),
            () -> listener.on(new SyncEvent.Probed(group.numbers())));
    ShardPlan plan = Planner.plan(desired, group.snapshot(), texts, options);
    listener.on(new SyncEvent.Planned(group.numbers()));
    return plan;
  }

  private static Optional<Finding> notYetPresent(List<PlannedStep> missing, PlanOptions options) {
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    String first =
        missing.stream()
            .limit(NAMED)
            .map(step -> step.step().object().toString())
            .distinct()
            .collect(Collectors.joining(", "));
    return Optional.of(
        new Finding(
            FindingCode.NOT_YET_PRESENT,
            Optional.empty(),
            Optional.empty(),
            missing.size()
                + (missing.size() == 1 ? " step" : " steps")
                + " of earlier stages are not done, such as for the "
                + first
                + "; "
                + options.stage().label()
                + " builds on them.",
            "Run schema-sync for the " + missing.getFirst().stage().label() + " stage first."));
  }

  /** What a stage that has run should have made true and has not, beyond what is told already. */
  ImmutableList<Finding> differences(PlanOptions options, Told told) {
    ImmutableListMultimap.Builder<Integer, Finding> differences =
        ImmutableListMultimap.<Integer, Finding>builder().orderKeysBy(Comparator.naturalOrder());
    for (int i = 0; i < groups.size(); i++) {
      ShardPlan plan = plans.get(i);
      for (int number : groups.get(i).numbers()) {
        plan.findings().stream()
            .filter(f -> isDifference(f.code()))
            .forEach(f -> differences.put(number, f.onShard(number)));
        plan.missing(options.stage()).stream()
            .filter(s -> !told.covers(number, s.step()))
            .forEach(s -> differences.put(number, missing(s).onShard(number)));
      }
    }
    return differences.build().values().asList();
  }

  /** Whether a finding of planning means that a shard is not as it should be. */
  private static boolean isDifference(FindingCode code) {
    return code == FindingCode.DESTINATION_CONFLICT
        || code == FindingCode.INDEX_UNDER_CONSTRUCTION
        || code == FindingCode.TEXT_NOT_PROVED
        || code == FindingCode.DEPENDENCY_LOOP;
  }

  private static Finding missing(PlannedStep step) {
    return Finding.of(
        FindingCode.VERIFICATION_DIFFERENCE,
        step.step().object(),
        "After the run, this is still to be done on the "
            + step.step().object()
            + ": "
            + step.step().words()
            + ".",
        "Run the stage again; if this is said again, something on the shard undoes it.");
  }
}
