package dev.schemasync.planner.relation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Grantee;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Policy;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.plan.Probe;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Interference;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.kind.ProbeContexts;
import dev.schemasync.planner.kind.Replaced;
import dev.schemasync.planner.kind.Silent;
import dev.schemasync.planner.kind.Surrounding;
import dev.schemasync.planner.order.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A policy, for the roles that it is for. */
public record PolicyKind(Policy policy)
    implements Kind,
        Silent.UsualStage,
        Silent.NoObstacles,
        Silent.NoMembers,
        Silent.NoConstraints,
        Silent.NoNames,
        Silent.NoFeatures,
        Silent.BringsNothing,
        Silent.NeverJoins,
        Silent.NoRelationOfAnother,
        Silent.NotClustered,
        Silent.NoLimits {
  @Override
  public CatalogObject object() {
    return policy;
  }

  @Override
  public List<Node> steps(Context context, ImmutableSet<ObjectId> separated) {
    return otherRoles(context).isEmpty()
        ? context.unlessPresent(policy, new Step.CreatePolicy(policy))
        : List.of(
            Node.after(
                policy.id(),
                new Step.SetPolicyRoles(policy.table(), policy.name(), policy.roles()),
                Stage.POST_DATA));
  }

  /** The roles that it is for on the shard, if they are others. */
  private Optional<ImmutableSortedSet<Grantee>> otherRoles(Context context) {
    return context
        .present(policy.id(), Policy.class)
        .map(Policy::roles)
        .filter(now -> !now.equals(policy.roles()));
  }

  @Override
  public ImmutableList<Finding> notices(Context context) {
    return otherRoles(context)
        .map(
            now ->
                Replaced.finding(
                    policy.id(),
                    "is for " + words(now),
                    "is for " + words(policy.roles()),
                    Stage.POST_DATA))
        .stream()
        .collect(ImmutableList.toImmutableList());
  }

  private static String words(ImmutableSortedSet<Grantee> roles) {
    return roles.stream().map(Grantee::toString).collect(Collectors.joining(", "));
  }

  @Override
  public Stream<Surrounding> surroundings() {
    return policy.roles().stream()
        .flatMap(
            grantee ->
                switch (grantee) {
                  case Grantee.Everybody everybody -> Stream.empty();
                  case Grantee.Role(var name) -> Stream.of(new Surrounding.Role(name));
                });
  }

  @Override
  public ImmutableMap<SqlText, Probe.Context> texts() {
    return ProbeContexts.all(policy, new Probe.Context.Row(policy.table()));
  }

  @Override
  public Stream<Interference> interference() {
    return Stream.of(
        Interference.on(
            policy.table(),
            policy.permissive() ? "can show others rows" : "can hide and refuse rows"));
  }

  @Override
  public Optional<ObjectId> hangsOn() {
    return Optional.of(ObjectId.table(policy.table()));
  }
}
