package dev.schemasync.planner.access;

import com.google.common.collect.ImmutableMap;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.catalog.Operator;
import dev.schemasync.model.catalog.RangePart;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.catalog.Trigger;
import dev.schemasync.model.catalog.View;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.server.Feature;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.kind.Kinds;
import dev.schemasync.planner.operator.OperatorSteps;
import dev.schemasync.planner.order.Fact;
import dev.schemasync.planner.order.Node;
import dev.schemasync.planner.relation.KeySteps;
import dev.schemasync.planner.relation.ViewSteps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The steps for what objects of many kinds have: an owner, privileges, a comment. */
public final class Attributes {
  private final Kind kind;
  private final CatalogObject object;
  private final Optional<CatalogObject> present;
  private final Held held;
  private final Context context;
  private final Stage stage;
  private final List<Node> steps = new ArrayList<>();
  private final List<Overwrite> overwrites = new ArrayList<>();
  private final List<Finding> conflicts = new ArrayList<>();

  private Attributes(Kind kind, Context context) {
    this.kind = kind;
    this.object = kind.object();
    // An index that is dropped and made again loses what it had.
    this.present = context.present(object.id()).filter(o -> !KeySteps.isBroken(o, context));
    this.held =
        present
            .map(Kinds::of)
            .map(Held::by)
            .orElseGet(() -> Held.byNew(object, context.actual.server()));
    this.context = context;
    this.stage = kind.stage(context);
  }

  public static Attributes of(Kind kind, Context context) {
    Attributes all = new Attributes(kind, context);
    all.owner();
    all.privileges();
    all.comments();
    all.clustering();
    return all;
  }

  public List<Node> steps() {
    return steps;
  }

  /** What of the object's own they change, if it is on the shard. */
  public List<Overwrite> overwrites() {
    return overwrites;
  }

  /** What they cannot change. */
  public List<Finding> conflicts() {
    return conflicts;
  }

  private void owner() {
    if (object instanceof CatalogObject.Owned owned
        && !follows()
        && !held.owner().equals(Optional.of(owned.owner()))) {
      steps.add(
          Node.after(object.id(), new Step.SetOwner(object.id(), owned.owner()), stage)
              .requiring(beforeGivenAway())
              .providing(Fact.owned(object.id())));
      present.ifPresent(
          p ->
              overwrites.add(
                  new Overwrite.Owner(
                      object.id(), ((CatalogObject.Owned) p).owner(), owned.owner())));
    }
  }

  /** Whether it has the owner of another object, and follows it. */
  private boolean follows() {
    boolean ofColumn =
        object instanceof Sequence sequence
            && (sequence.ownership() instanceof Sequence.Ownership.IdentityOf
                || present
                    .map(p -> !(((Sequence) p).ownership() instanceof Sequence.Ownership.None))
                    .orElse(false));
    return ofColumn
        || (object instanceof RangePart.Multirange
            && context.actual.server().version().has(Feature.FOLLOWING_MULTIRANGES));
  }

  /** What only an owner can do, and who gives it away need not be any more. */
  private List<Fact> beforeGivenAway() {
    if (object instanceof Operator operator) {
      return OperatorSteps.beforeGivenAway(operator);
    }
    return object instanceof View view
        ? List.of(Fact.exists(ViewSteps.query(view.id())))
        : List.of();
  }

  private void privileges() {
    PrivilegeSteps privileges = PrivilegeSteps.of(kind, held, context.grantors, stage);
    if (kind instanceof ChangedAclKind acl) {
      List<Fact> before = acl.requirements(context);
      privileges.steps().forEach(step -> steps.add(step.requiring(before)));
    } else {
      steps.addAll(privileges.steps());
    }
    if (present.isPresent()) {
      overwrites.addAll(privileges.overwrites());
      conflicts.addAll(privileges.conflicts());
    }
  }

  private void comments() {
    commentsOf(kind)
        .forEach(
            (id, comment) -> {
              if (!held.isCommented(id, comment)) {
                steps.add(Node.after(commented(id), comment(id, comment), stage));
                held.comment(id)
                    .filter(n -> present.isPresent())
                    .ifPresent(n -> overwrites.add(new Overwrite.Comment(id, n, comment)));
              }
            });
  }

  private Step comment(ObjectId id, Optional<String> comment) {
    return object instanceof Table table && table.isForeign() && id.equals(table.id())
        ? new Step.SetForeignTableComment(table.name(), comment)
        : new Step.SetComment(id, comment);
  }

  /**
   * What must be there for a comment: a part is there with its object, but for the constraints of
   * tables and domains, which may come later.
   */
  private ObjectId commented(ObjectId id) {
    return id.kind() == ObjectKind.CONSTRAINT && !(object instanceof Trigger) ? id : object.id();
  }

  private static Map<ObjectId, Optional<String>> commentsOf(Kind kind) {
    ImmutableMap.Builder<ObjectId, Optional<String>> all = ImmutableMap.builder();
    all.put(kind.object().id(), kind.object().comment());
    kind.members().forEach((id, member) -> all.put(id, member.comment()));
    return all.buildOrThrow();
  }

  private void clustering() {
    Optional<Identifier> now = present.flatMap(there -> Kinds.of(there).clusteredOn());
    kind.clusteredOn()
        .filter(index -> !now.equals(Optional.of(index)))
        .ifPresent(
            index -> {
              ObjectId.InSchema relation = (ObjectId.InSchema) object.id();
              // One that is invalid on the source is not copied.
              context
                  .owner(new QualifiedName(relation.name().schema(), index))
                  .ifPresent(
                      owner ->
                          steps.add(
                              Node.after(
                                      relation,
                                      new Step.ClusterOn(relation, index),
                                      Stage.POST_DATA)
                                  .requiring(List.of(Fact.exists(owner)))));
            });
  }
}
