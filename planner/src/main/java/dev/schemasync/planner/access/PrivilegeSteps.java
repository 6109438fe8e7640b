package dev.schemasync.planner.access;

import static com.google.common.collect.Comparators.emptiesFirst;
import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;

import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.DefaultAcl;
import dev.schemasync.model.catalog.Grant;
import dev.schemasync.model.catalog.Grantee;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Privilege;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.catalog.Schema;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.name.Identifier;
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
  private final Grantors grantors;
  private final Stage stage;
  private final List<Node> steps = new ArrayList<>();
  private final List<Overwrite> overwrites = new ArrayList<>();
  private final List<Finding> conflicts = new ArrayList<>();

  /** What the object as a whole loses: REVOKE takes it from the columns too. */
  private ImmutableSortedSet<Grant> takenFromAll = ImmutableSortedSet.of();

  private PrivilegeSteps(CatalogObject object, Grantors grantors, Stage stage) {
    this.object = object;
    this.grantors = grantors;
    this.stage = stage;
  }

  /**
   * The steps for an object.
   *
   * @param held what it has before
   */
  public static PrivilegeSteps of(Kind kind, Held held, Grantors grantors, Stage stage) {
    PrivilegeSteps all = new PrivilegeSteps(kind.object(), grantors, stage);
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
    ImmutableSortedSet<Grant> wantedGrants = asGiven(id, wanted.granted());
    ImmutableSortedSet<Grant> held = asGiven(id, now.granted());
    ImmutableSortedSet<Grant> grants =
        without(
            held,
            grant ->
                takenFromAll.stream()
                    .anyMatch(
                        taken -> isSame(taken, grant) && taken.grantor().equals(grant.grantor())));
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
    compare(id, surplus, sorted(Sets.difference(missing, held)));
    surplus.forEach(grant -> checkGrantor(id, grant, now, surplus));
    group(surplus).forEach((holding, privileges) -> steps.add(revoke(id, holding, privileges)));
    group(missing).forEach((holding, privileges) -> steps.add(grant(id, holding, privileges)));
  }

  /** Nobody loses a grant option while others have something by it. */
  private Node revoke(ObjectId id, Holding holding, ImmutableSortedSet<Privilege> privileges) {
    return step(new Step.RevokePrivileges(id, privileges, holding.grantee(), holding.grantor()))
        .providing(Fact.revoked(id))
        .providing(
            holding.grantor().stream()
                .flatMap(by -> privileges.stream().map(each -> Fact.returned(id, by, each))))
        .requiring(facts(id, privileges, holding.grantee(), Fact::returned));
  }

  /** Nobody uses a grant option before it is there. */
  private Node grant(ObjectId id, Holding holding, ImmutableSortedSet<Privilege> privileges) {
    Node node =
        step(new Step.GrantPrivileges(
                id, privileges, holding.grantee(), holding.grantable(), holding.grantor()))
            .requiring(List.of(Fact.revoked(id), Fact.revoked(object.id())))
            .requiring(
                holding.grantor().stream()
                    .flatMap(by -> privileges.stream().map(each -> Fact.grantable(id, by, each)))
                    .toList());
    return holding.grantable()
        ? node.providing(facts(id, privileges, holding.grantee(), Fact::grantable).stream())
        : node;
  }

  /** Makes a fact about a privilege of a role. */
  @FunctionalInterface
  private interface OfRole {
    Fact of(ObjectId object, Identifier role, Privilege privilege);
  }

  private static List<Fact> facts(
      ObjectId id, ImmutableSortedSet<Privilege> privileges, Grantee grantee, OfRole fact) {
    return switch (grantee) {
      case Grantee.Role(var role) ->
          privileges.stream().map(each -> fact.of(id, role, each)).toList();
      case Grantee.Everybody() -> List.of();
    };
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

  /**
   * Nobody can revoke what a role granted that the connected user cannot become, nor from somebody
   * while others keep what they have from there.
   */
  private void checkGrantor(ObjectId id, Grant surplus, Privileges now, Set<Grant> all) {
    now.granted().stream()
        .filter(grant -> grant.privilege() == surplus.privilege())
        .filter(grant -> isUntouchable(id, grant, surplus) || hangsOn(id, grant, surplus, all))
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

  private boolean isUntouchable(ObjectId id, Grant grant, Grant surplus) {
    return isSame(grant, surplus) && grantors.isReplaced(grant, id);
  }

  private boolean hangsOn(ObjectId id, Grant grant, Grant surplus, Set<Grant> allSurplus) {
    boolean given =
        grant.grantor().filter(by -> surplus.grantee().equals(new Grantee.Role(by))).isPresent();
    return given && (grantors.isReplaced(grant, id) || !allSurplus.contains(grant));
  }

  /**
   * The grants as they are given on the shard: by the owner where the grantor cannot. From one
   * grantor a grantee then has each privilege once, with the grant option if there is one.
   */
  private ImmutableSortedSet<Grant> asGiven(ObjectId id, Set<Grant> grants) {
    ImmutableSortedSet<Grant> given =
        grants.stream()
            .map(
                grant ->
                    grantors.isReplaced(grant, id)
                        ? new Grant(
                            grant.grantee(), grant.privilege(), grant.grantable(), Optional.empty())
                        : grant)
            .collect(toImmutableSortedSet(Comparator.naturalOrder()));
    return without(
        given,
        grant ->
            !grant.grantable()
                && given.contains(
                    new Grant(grant.grantee(), grant.privilege(), true, grant.grantor())));
  }

  private Node step(Step step) {
    // An owner that changes takes the owner's privileges along, so it is settled first.
    Node node = Node.after(object.id(), step, stage).requiring(List.of(Fact.owned(object.id())));
    return switch (object) {
      case Schema schema -> node;
      case DefaultAcl acl -> node;
      case CatalogObject others -> node.in(Node.Pass.PRIVILEGES);
    };
  }

  /** What the privileges of one statement have in common. */
  private record Holding(Grantee grantee, boolean grantable, Optional<Identifier> grantor) {
    static final Comparator<Holding> ORDER =
        Comparator.comparing(Holding::grantor, emptiesFirst(Comparator.<Identifier>naturalOrder()))
            .thenComparing(Holding::grantee)
            .thenComparing(Holding::grantable);
  }

  private static Map<Holding, ImmutableSortedSet<Privilege>> group(Iterable<Grant> grants) {
    Map<Holding, ImmutableSortedSet.Builder<Privilege>> groups = new TreeMap<>(Holding.ORDER);
    for (Grant grant : grants) {
      groups
          .computeIfAbsent(
              new Holding(grant.grantee(), grant.grantable(), grant.grantor()),
              holding -> ImmutableSortedSet.naturalOrder())
          .add(grant.privilege());
    }
    Map<Holding, ImmutableSortedSet<Privilege>> built = new TreeMap<>(Holding.ORDER);
    groups.forEach((holding, privileges) -> built.put(holding, privileges.build()));
    return built;
  }
}
