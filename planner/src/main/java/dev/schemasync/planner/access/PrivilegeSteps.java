package dev.schemasync.planner.access;

import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;

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
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.order.Fact;
import dev.schemasync.planner.order.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The steps that give and take the privileges on an object and its columns. */
public final class PrivilegeSteps {
  private final CatalogObject object;
  private final Stage stage;
  private final List<Node> steps = new ArrayList<>();
  private final List<Overwrite> overwrites = new ArrayList<>();
  private final List<Finding> conflicts = new ArrayList<>();

  /** What the object as a whole loses: REVOKE takes it from the columns too. */
  private ImmutableSortedSet<Grant> takenFromAll = ImmutableSortedSet.of();

  private PrivilegeSteps(CatalogObject object, Stage stage) {
    this.object = object;
    this.stage = stage;
  }

  /**
   * The steps for an object.
   *
   * @param held what it has before
   */
  public static PrivilegeSteps of(Kind kind, Held held, Stage stage) {
    PrivilegeSteps all = new PrivilegeSteps(kind.object(), stage);
    Held wanted = Held.by(kind);
    wanted
        .privileges()
        .forEach(
            (id, privileges) -> {
              Privileges now = held.privileges(id, wanted.owner());
              if (!privileges.equals(now) || !all.takenFromAll.isEmpty()) {
                all.change(id, privileges, now);
              }
            });
    return all;
  }

  public List<Node> steps() {
    return steps;
  }

  /** What of it somebody gains or loses, if the object was there. */
  public List<Overwrite> overwrites() {
    return overwrites;
  }

  /** What the steps cannot take back. */
  public List<Finding> conflicts() {
    return conflicts;
  }

  private void change(ObjectId id, Privileges wanted, Privileges now) {
    ImmutableSortedSet<Grant> wantedGrants = byOwner(wanted.granted());
    ImmutableSortedSet<Grant> grants =
        without(byOwner(now.granted()), grant -> !notIn(takenFromAll, grant));
    ImmutableSortedSet<Grant> missing =
        sorted(
            Sets.union(
                Sets.difference(wantedGrants, grants),
                Sets.difference(now.revoked(), wanted.revoked())));
    ImmutableSortedSet<Grant> surplus =
        sorted(
            Sets.union(
                Sets.difference(grants, wantedGrants),
                Sets.difference(wanted.revoked(), now.revoked())));
    if (id.equals(object.id())) {
      takenFromAll = surplus;
    }
    compare(id, surplus, sorted(Sets.difference(missing, byOwner(now.granted()))));
    surplus.forEach(grant -> checkGrantor(id, grant, now));
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
                        .requiring(List.of(Fact.revoked(id), Fact.revoked(object.id())))));
  }

  private static ImmutableSortedSet<Grant> sorted(Set<Grant> grants) {
    return ImmutableSortedSet.copyOf(grants);
  }

  private static ImmutableSortedSet<Grant> without(Set<Grant> grants, Predicate<Grant> condition) {
    return sorted(Sets.filter(grants, grant -> !condition.test(grant)));
  }

  private static boolean isSame(Grant left, Grant right) {
    return left.grantee().equals(right.grantee()) && left.privilege() == right.privilege();
  }

  /** A privilege that is taken and given again changes no more than its grant option. */
  private void compare(ObjectId id, Set<Grant> surplus, Set<Grant> missing) {
    changed(id, Overwrite.Change.LOST, surplus, g -> notIn(missing, g));
    changed(
        id, Overwrite.Change.GRANT_OPTION_LOST, surplus, g -> g.grantable() && !notIn(missing, g));
    changed(id, Overwrite.Change.GAINED, missing, g -> notIn(surplus, g));
    changed(
        id,
        Overwrite.Change.GRANT_OPTION_GAINED,
        missing,
        g -> g.grantable() && !notIn(surplus, g));
  }

  private static boolean notIn(Set<Grant> grants, Grant grant) {
    return grants.stream().noneMatch(other -> isSame(other, grant));
  }

  private void changed(
      ObjectId id, Overwrite.Change change, Set<Grant> grants, Predicate<Grant> condition) {
    group(Sets.filter(grants, condition::test))
        .forEach(
            (holding, privileges) ->
                overwrites.add(new Overwrite.Access(id, change, holding.grantee(), privileges)));
  }

  /** The owner cannot revoke what somebody else granted, nor while others have it from there. */
  private void checkGrantor(ObjectId id, Grant surplus, Privileges now) {
    now.granted().stream()
        .filter(grant -> grant.privilege() == surplus.privilege())
        .filter(
            grant ->
                grant
                    .grantor()
                    .filter(
                        grantor ->
                            isSame(grant, surplus)
                                || surplus.grantee().equals(new Grantee.Role(grantor)))
                    .isPresent())
        .forEach(
            grant ->
                conflicts.add(
                    Finding.of(
                        FindingCode.DESTINATION_CONFLICT,
                        id,
                        "The "
                            + id
                            + " gives "
                            + grant.privilege()
                            + " to "
                            + grant.grantee()
                            + " by grant of "
                            + grant.grantor().orElseThrow()
                            + ", which the source does not and the owner cannot take back.",
                        "Revoke it on the shard as that role, or let the source grant it too; then"
                            + " run again.")));
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
