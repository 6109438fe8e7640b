package dev.schemasync.planner.access;

import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.ChangedAcl;
import dev.schemasync.model.catalog.ObjectForm;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.kind.Scoped;
import dev.schemasync.planner.kind.Silent;
import dev.schemasync.planner.kind.Surrounding;
import dev.schemasync.planner.order.Fact;
import dev.schemasync.planner.order.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Privileges on what comes with the server or an extension: giving and taking is all that makes
 * them.
 */
public record ChangedAclKind(ChangedAcl acl)
    implements Kind,
        Silent.UsualStage,
        Silent.NoNotices,
        Silent.NoObstacles,
        Silent.NoMembers,
        Silent.NoConstraints,
        Silent.NoNames,
        Silent.NoFeatures,
        Silent.NoTexts,
        Silent.NoInterference,
        Silent.BringsNothing,
        Silent.HangsOnNothing,
        Silent.NoRelationOfAnother,
        Silent.NotClustered,
        Silent.NoLimits {
  @Override
  public CatalogObject object() {
    return acl;
  }

  @Override
  public List<Node> steps(Context context, ImmutableSet<ObjectId> separated) {
    return List.of();
  }

  /** A member of an extension may be the user's, but nothing of the server is. */
  @Override
  public Stream<Surrounding> surroundings() {
    return Stream.of(new Surrounding.OwnerOfWhatComes());
  }

  /** What the server brings is everywhere; all else is where that is which brings it. */
  @Override
  public boolean joins(Scoped scope) {
    return scope.references(acl.id()).stream().allMatch(scope::contains);
  }

  /** What must be there before, and taken back: REVOKE takes from the columns of a table too. */
  List<Fact> requirements(Context context) {
    List<Fact> facts = new ArrayList<>(context.references(acl.id()));
    ObjectForm.AclOf of = acl.of();
    if (of.column().isPresent()) {
      facts.add(Fact.revoked(new ObjectId.Formed(ObjectKind.CHANGED_ACL, of.whole())));
      context.desired.catalog().references(acl.id()).forEach(r -> facts.add(Fact.revoked(r)));
    }
    return facts;
  }
}
