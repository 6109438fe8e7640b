package dev.schemasync.planner;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.plan.CheckedRole;
import dev.schemasync.model.plan.CheckedRole.Reason;
import dev.schemasync.model.plan.Step;
import java.util.stream.Stream;

/** Whose privileges a server checks when a step runs, beside those of the connected role. */
final class CheckedRoles {
  private final Context context;

  private CheckedRoles(Context context) {
    this.context = context;
  }

  static ImmutableList<CheckedRole> of(Step step, Context context) {
    return new CheckedRoles(context).of(step);
  }

  private ImmutableList<CheckedRole> of(Step step) {
    return switch (step) {
      case Step.SetOwner(var object, var owner) ->
          ImmutableList.of(new CheckedRole(owner, Reason.BECOMES_OWNER));
      // Functions in an index, and the query of a materialized view, run as the owner.
      case Step.CreateIndex(var index, var concurrently) -> owners(index.relation());
      case Step.RefreshMaterializedView s -> owners(s.object());
      // A row is looked up in a table as that table's owner.
      case Step.AddForeignKey(var key, var notValid) -> owners(key);
      case Step.ValidateConstraint s ->
          context
              .desired
              .catalog()
              .find(s.object(), Constraint.ForeignKey.class)
              .map(this::owners)
              .orElse(ImmutableList.of());
      case Step.CreateSchema s -> ImmutableList.of();
      case Step.CreateExtension s -> ImmutableList.of();
      case Step.CreateType s -> ImmutableList.of();
      case Step.AddDomainCheck s -> ImmutableList.of();
      case Step.CreateRoutine s -> ImmutableList.of();
      case Step.CreateSequence s -> ImmutableList.of();
      case Step.SetSequenceOwnedBy s -> ImmutableList.of();
      case Step.SetSequenceValue s -> ImmutableList.of();
      case Step.CreateTable s -> ImmutableList.of();
      case Step.AttachPartition s -> ImmutableList.of();
      case Step.SetDefault s -> ImmutableList.of();
      case Step.SetColumnStatistics s -> ImmutableList.of();
      case Step.SetColumnStorage s -> ImmutableList.of();
      case Step.SetColumnOptions s -> ImmutableList.of();
      case Step.CreateView s -> ImmutableList.of();
      case Step.CreateMaterializedView s -> ImmutableList.of();
      case Step.AddKey s -> ImmutableList.of();
      case Step.AddCheck s -> ImmutableList.of();
      case Step.AddNotNull s -> ImmutableList.of();
      case Step.DropInvalidIndex s -> ImmutableList.of();
      case Step.AttachIndex s -> ImmutableList.of();
      case Step.SetIndexStatistics s -> ImmutableList.of();
      case Step.ClusterOn s -> ImmutableList.of();
      case Step.CreateTrigger s -> ImmutableList.of();
      case Step.SetTriggerState s -> ImmutableList.of();
      case Step.SetReplicaIdentity s -> ImmutableList.of();
      case Step.CreatePublication s -> ImmutableList.of();
      case Step.GrantPrivileges s -> ImmutableList.of();
      case Step.RevokePrivileges s -> ImmutableList.of();
      case Step.SetComment s -> ImmutableList.of();
    };
  }

  private ImmutableList<CheckedRole> owners(Constraint.ForeignKey key) {
    return owners(ObjectId.table(key.table()), ObjectId.table(key.referencedTable()));
  }

  private ImmutableList<CheckedRole> owners(ObjectId... relations) {
    return Stream.of(relations)
        .flatMap(r -> context.desired.catalog().find(r, CatalogObject.Owned.class).stream())
        .map(CatalogObject.Owned::owner)
        .filter(owner -> !owner.equals(user()))
        .distinct()
        .map(owner -> new CheckedRole(owner, Reason.IS_OWNER))
        .collect(toImmutableList());
  }

  private Identifier user() {
    return context.actual.server().user().name();
  }
}
