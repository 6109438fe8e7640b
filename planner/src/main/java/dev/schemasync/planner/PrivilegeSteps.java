package dev.schemasync.planner;

import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Grant;
import dev.schemasync.model.catalog.Grantee;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.catalog.Privilege;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.plan.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The steps that give and take the privileges on an object and its columns. */
final class PrivilegeSteps {
  private final CatalogObject object;
  private final Stage stage;
  private final List<Node> steps = new ArrayList<>();

  private PrivilegeSteps(CatalogObject object, Stage stage) {
    this.object = object;
    this.stage = stage;
  }

  static List<Node> of(CatalogObject object, Optional<CatalogObject> present, Stage stage) {
    PrivilegeSteps all = new PrivilegeSteps(object, stage);
    Map<ObjectId, Privileges> now = present.map(PrivilegeSteps::on).orElse(ImmutableMap.of());
    on(object)
        .forEach((id, wanted) -> all.change(id, wanted, now.getOrDefault(id, Privileges.DEFAULT)));
    return all.steps;
  }

  /** The privileges on an object and on its columns, by what they are on. */
  private static Map<ObjectId, Privileges> on(CatalogObject object) {
    ImmutableMap.Builder<ObjectId, Privileges> all = ImmutableMap.builder();
    if (object instanceof CatalogObject.Granted granted) {
      all.put(object.id(), granted.privileges());
    }
    Members.of(object).forEach((id, member) -> all.put(id, member.privileges()));
    return all.buildOrThrow();
  }

  private void change(ObjectId id, Privileges wanted, Privileges now) {
    if (wanted.equals(now)) {
      return;
    }
    Set<Grant> wantedGrants = byOwner(wanted.granted());
    Set<Grant> grants = byOwner(now.granted());
    Set<Grant> missing =
        Sets.union(
            Sets.difference(wantedGrants, grants),
            Sets.difference(now.revoked(), wanted.revoked()));
    Set<Grant> surplus =
        Sets.union(
            Sets.difference(grants, wantedGrants),
            Sets.difference(wanted.revoked(), now.revoked()));
    group(surplus)
        .forEach(
            (holding, privileges) ->
                steps.add(
                    step(new Step.RevokePrivileges(id, privileges, holding.grantee()))
                        .providing(Fact.revoked(id))));
    group(missing)
        .forEach(
            (holding, privileges) ->
                steps.add(
                    step(new Step.GrantPrivileges(
                            id,
                            privileges,
                            holding.grantee(),
                            holding.grantable(),
                            Optional.empty()))
                        .requiring(List.of(Fact.revoked(id)))));
  }

  /**
   * The grants as the owner would give them, for GRANTED BY accepts nobody but the current user.
   * One grantee then has each privilege once, with the grant option if any grantor gave it.
   */
  private static ImmutableSortedSet<Grant> byOwner(Set<Grant> grants) {
    ImmutableSortedSet<Grant> owners =
        grants.stream()
            .map(g -> new Grant(g.grantee(), g.privilege(), g.grantable(), Optional.empty()))
            .collect(toImmutableSortedSet(Comparator.naturalOrder()));
    return owners.stream()
        .filter(
            g ->
                g.grantable()
                    || !owners.contains(
                        new Grant(g.grantee(), g.privilege(), true, Optional.empty())))
        .collect(toImmutableSortedSet(Comparator.naturalOrder()));
  }

  private Node step(Step step) {
    // An owner that changes takes the owner's privileges along, so it is settled first.
    Node node = Node.after(object.id(), step, stage).requiring(List.of(Fact.owned(object.id())));
    return object.id().kind() == ObjectKind.SCHEMA ? node : node.in(Node.Pass.PRIVILEGES);
  }

  /** What the privileges of one statement have in common. */
  private record Holding(Grantee grantee, boolean grantable) {
    static final Comparator<Holding> ORDER =
        Comparator.comparing(Holding::grantee).thenComparing(Holding::grantable);
  }

  private static Map<Holding, ImmutableSortedSet<Privilege>> group(Iterable<Grant> grants) {
    Map<Holding, ImmutableSortedSet.Builder<Privilege>> groups = new TreeMap<>(Holding.ORDER);
    for (Grant grant : grants) {
      groups
          .computeIfAbsent(
              new Holding(grant.grantee(), grant.grantable()),
              holding -> ImmutableSortedSet.naturalOrder())
          .add(grant.privilege());
    }
    Map<Holding, ImmutableSortedSet<Privilege>> built = new TreeMap<>(Holding.ORDER);
    groups.forEach((holding, privileges) -> built.put(holding, privileges.build()));
    return built;
  }
}
