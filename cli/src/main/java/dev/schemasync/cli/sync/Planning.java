package dev.schemasync.cli.sync;

import com.google.common.collect.ImmutableList;
import dev.schemasync.executor.Shard;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.plan.PlannedStep;
import dev.schemasync.model.server.ServerFacts;
import dev.schemasync.model.server.Snapshot;
import dev.schemasync.planner.Checks;
import dev.schemasync.planner.Desired;
import dev.schemasync.planner.PlanOptions;
import dev.schemasync.planner.Planner;
import dev.schemasync.planner.ShardPlan;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is left to do on every shard, and everything that is wrong.
 *
 * @param plans by shard
 */
record Planning(ImmutableList<ShardPlan> plans, ImmutableList<Finding> findings) {
  private static final int NAMED = 3;

  /** Plans a stage for every shard, with all the checks that come before it. */
  static Planning of(
      Desired desired,
      ServerFacts source,
      Destination destination,
      List<Snapshot> actual,
      PlanOptions options)
      throws RunException {
    ImmutableList.Builder<ShardPlan> plans = ImmutableList.builder();
    ImmutableList.Builder<Finding> findings = ImmutableList.builder();
    for (int i = 0; i < actual.size(); i++) {
      Shard shard = destination.shards().get(i);
      Snapshot snapshot = actual.get(i);
      ShardPlan plan =
          Planner.plan(desired, snapshot, TextProber.probe(shard, desired, snapshot), options);
      plans.add(plan);
      ImmutableList.<Finding>builder()
          .addAll(Checks.version(shard.toString(), snapshot.server().version()))
          .addAll(Checks.destination(desired, source, snapshot))
          .addAll(plan.findings())
          .addAll(notYetPresent(plan.before(options.stage()), options).stream().toList())
          .build()
          .forEach(finding -> findings.add(finding.onShard(shard.number())));
    }
    return new Planning(plans.build(), findings.build());
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
  ImmutableList<Finding> differences(Destination destination, PlanOptions options, Told told) {
    ImmutableList.Builder<Finding> differences = ImmutableList.builder();
    for (int i = 0; i < plans.size(); i++) {
      int position = i;
      int number = destination.shards().get(i).number();
      plans.get(i).findings().stream()
          .filter(f -> isDifference(f.code()))
          .forEach(f -> differences.add(f.onShard(number)));
      plans.get(i).missing(options.stage()).stream()
          .filter(s -> !told.covers(position, s.step()))
          .forEach(s -> differences.add(missing(s).onShard(number)));
    }
    return differences.build();
  }

  /** Whether a finding of planning means that a shard is not as it should be. */
  private static boolean isDifference(FindingCode code) {
    return code == FindingCode.DESTINATION_CONFLICT
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
            + words(step.step().getClass().getSimpleName())
            + ".",
        "Run the stage again; if this is said again, something on the shard undoes it.");
  }

  /** CamelCase as words. */
  private static String words(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
