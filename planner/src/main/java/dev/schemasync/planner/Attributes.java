package dev.schemasync.planner;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Grant;
import dev.schemasync.model.catalog.Grantee;
import dev.schemasync.model.catalog.MaterializedView;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.catalog.Privilege;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.plan.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The steps for what objects of many kinds have: an owner, privileges, a comment. */
final class Attributes {
  private final CatalogObject object;
  private final Optional<CatalogObject> present;
  private final Context context;
  private final Stage stage;
  private final List<Node> steps = new ArrayList<>();

  private Attributes(CatalogObject object, Context context) {
    this.object = object;
    this.present = context.present(object.id());
    this.context = context;
    this.stage = object.id().kind().stage();
  }

  static List<Node> of(CatalogObject object, Context context) {
    Attributes all = new Attributes(object, context);
    all.owner();
    all.privileges();
    all.comments();
    all.clustering();
    return all.steps;
  }

  private void owner() {
    // A sequence that a column owns has its table's owner, and follows it.
    boolean follows =
        object instanceof Sequence sequence
            && (sequence.ownership() instanceof Sequence.Ownership.IdentityOf
                || present
                    .map(p -> !(((Sequence) p).ownership() instanceof Sequence.Ownership.None))
                    .orElse(false));
    if (object instanceof CatalogObject.Owned owned && !follows) {
      Identifier now =
          present
              .map(p -> ((CatalogObject.Owned) p).owner())
              .orElse(context.actual.server().user().name());
      if (!owned.owner().equals(now)) {
        steps.add(
            Node.after(object.id(), new Step.SetOwner(object.id(), owned.owner()), stage)
                .providing(Fact.owned(object.id())));
      }
    }
  }

  private void privileges() {
    Map<ObjectId, Privileges> now = present.map(Attributes::privilegesOf).orElse(ImmutableMap.of());
    privilegesOf(object)
        .forEach((id, wanted) -> change(id, wanted, now.getOrDefault(id, Privileges.DEFAULT)));
  }

  /** The privileges on an object and on its columns, by what they are on. */
  private static Map<ObjectId, Privileges> privilegesOf(CatalogObject object) {
    ImmutableMap.Builder<ObjectId, Privileges> all = ImmutableMap.builder();
    if (object instanceof CatalogObject.Granted granted) {
      all.put(object.id(), granted.privileges());
    }
    Members.of(object).forEach((id, member) -> all.put(id, member.privileges()));
    return all.buildOrThrow();
  }

  private void change(ObjectId id, Privileges wanted, Privileges now) {
    ImmutableSortedSet<Grant> missing =
        union(
            Sets.difference(wanted.granted(), now.granted()),
            Sets.difference(now.revoked(), wanted.revoked()));
    ImmutableSortedSet<Grant> surplus =
        union(
            Sets.difference(now.granted(), wanted.granted()),
            Sets.difference(wanted.revoked(), now.revoked()));
    group(surplus)
        .forEach(
            (key, privileges) ->
                steps.add(
                    acl(new Step.RevokePrivileges(id, privileges, key.grantee()))
                        .providing(Fact.revoked(id))));
    group(missing)
        .forEach(
            (key, privileges) ->
                steps.add(
                    acl(new Step.GrantPrivileges(
                            id, privileges, key.grantee(), key.grantable(), key.grantor()))
                        .requiring(List.of(Fact.revoked(id)))));
  }

  private Node acl(Step step) {
    // An owner that changes takes the owner's privileges along, so it is settled first.
    Node node = Node.after(object.id(), step, stage).requiring(List.of(Fact.owned(object.id())));
    return object.id().kind() == ObjectKind.SCHEMA ? node : node.in(Node.Pass.PRIVILEGES);
  }

  private record GrantKey(Grantee grantee, boolean grantable, Optional<Identifier> grantor) {
    static final Comparator<GrantKey> ORDER =
        Comparator.comparing(GrantKey::grantee)
            .thenComparing(GrantKey::grantable)
            .thenComparing(k -> k.grantor().map(Identifier::value).orElse(""));
  }

  private static Map<GrantKey, ImmutableSortedSet<Privilege>> group(Iterable<Grant> grants) {
    Map<GrantKey, ImmutableSortedSet<Privilege>> groups = new TreeMap<>(GrantKey.ORDER);
    for (Grant grant : grants) {
      groups.merge(
          new GrantKey(grant.grantee(), grant.grantable(), grant.grantor()),
          ImmutableSortedSet.of(grant.privilege()),
          (left, right) ->
              ImmutableSortedSet.<Privilege>naturalOrder().addAll(left).addAll(right).build());
    }
    return groups;
  }

  private static ImmutableSortedSet<Grant> union(Iterable<Grant> left, Iterable<Grant> right) {
    return ImmutableSortedSet.<Grant>naturalOrder().addAll(left).addAll(right).build();
  }

  private void comments() {
    Map<ObjectId, Optional<String>> now =
        present.map(Attributes::commentsOf).orElse(ImmutableMap.of());
    commentsOf(object)
        .forEach(
            (id, comment) -> {
              if (!comment.equals(now.getOrDefault(id, Optional.empty()))) {
                steps.add(Node.after(commented(id), new Step.SetComment(id, comment), stage));
              }
            });
  }

  /**
   * What must be there for a comment: a column is there with its relation, a check may come later.
   */
  private ObjectId commented(ObjectId id) {
    return id.kind() == ObjectKind.COLUMN ? object.id() : id;
  }

  private static Map<ObjectId, Optional<String>> commentsOf(CatalogObject object) {
    ImmutableMap.Builder<ObjectId, Optional<String>> all = ImmutableMap.builder();
    all.put(object.id(), object.comment());
    Members.of(object).forEach((id, member) -> all.put(id, member.comment()));
    return all.buildOrThrow();
  }

  private void clustering() {
    Optional<Identifier> now = present.flatMap(Attributes::clusteredOn);
    clusteredOn(object)
        .filter(index -> !now.equals(Optional.of(index)))
        .ifPresent(
            index -> {
              ObjectId.InSchema relation = (ObjectId.InSchema) object.id();
              steps.add(
                  Node.after(relation, new Step.ClusterOn(relation, index), Stage.POST_DATA)
                      .requiring(
                          context
                              .owner(new QualifiedName(relation.name().schema(), index))
                              .map(Fact::exists)
                              .stream()
                              .toList()));
            });
  }

  private static Optional<Identifier> clusteredOn(CatalogObject object) {
    return switch (object) {
      case Table table -> table.clusteredOn();
      case MaterializedView view -> view.clusteredOn();
      case CatalogObject other -> Optional.empty();
    };
  }
}
