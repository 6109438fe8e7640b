package dev.schemasync.planner.step;

import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.access.AccessEffects;
import dev.schemasync.planner.foreign.ForeignEffects;
import dev.schemasync.planner.operator.OperatorEffects;
import dev.schemasync.planner.relation.AccessMethodEffects;
import dev.schemasync.planner.relation.ConstraintEffects;
import dev.schemasync.planner.relation.IndexEffects;
import dev.schemasync.planner.relation.InheritanceEffects;
import dev.schemasync.planner.relation.PolicyEffects;
import dev.schemasync.planner.relation.RuleEffects;
import dev.schemasync.planner.relation.SequenceEffects;
import dev.schemasync.planner.relation.StatisticsEffects;
import dev.schemasync.planner.relation.TableEffects;
import dev.schemasync.planner.relation.TriggerEffects;
import dev.schemasync.planner.relation.ViewEffects;
import dev.schemasync.planner.replication.PublicationEffects;
import dev.schemasync.planner.routine.RoutineEffects;
import dev.schemasync.planner.schema.SchemaEffects;
import dev.schemasync.planner.textsearch.TextSearchEffects;
import dev.schemasync.planner.type.TypeEffects;

/** Finds the effects of each step: the one dispatch over steps that the planner has. */
public final class StepEffects {
  private StepEffects() {}

  public static Effects of(Step step, StepContext on) {
    return switch (step) {
      case Step.CreateSchema s -> SchemaEffects.create(s, on);
      case Step.CreateExtension s -> SchemaEffects.create(s, on);
      case Step.CreateLanguage s -> RoutineEffects.create(s, on);
      case Step.CreateAccessMethod s -> AccessMethodEffects.create(s, on);
      case Step.CreateTransform s -> RoutineEffects.create(s, on);
      case Step.CreateConversion s -> RoutineEffects.create(s, on);
      case Step.TieToExtension s -> SchemaEffects.tie(s, on);
      case Step.CreateCollation s -> TypeEffects.create(s, on);
      case Step.CreateCast s -> OperatorEffects.create(s, on);
      case Step.CreateOperator s -> OperatorEffects.create(s, on);
      case Step.CreateOperatorFamily s -> OperatorEffects.create(s, on);
      case Step.AddFamilyMember s -> OperatorEffects.add(s, on);
      case Step.CreateOperatorClass s -> OperatorEffects.create(s, on);
      case Step.SetOperatorEstimators s -> OperatorEffects.setEstimators(s, on);
      case Step.CompleteOperator s -> OperatorEffects.complete(s, on);
      case Step.CreateType s -> TypeEffects.create(s, on);
      case Step.SetTypeProperties s -> TypeEffects.setProperties(s, on);
      case Step.AddDomainCheck s -> TypeEffects.addCheck(s, on);
      case Step.CreateRoutine s -> RoutineEffects.create(s, on);
      case Step.CreateTextSearch s -> TextSearchEffects.create(s, on);
      case Step.AddTextSearchMapping s -> TextSearchEffects.addMapping(s, on);
      case Step.CreateForeignDataWrapper s -> ForeignEffects.create(s, on);
      case Step.CreateForeignServer s -> ForeignEffects.create(s, on);
      case Step.CreateUserMapping s -> ForeignEffects.create(s, on);
      case Step.CreateSequence s -> SequenceEffects.create(s, on);
      case Step.SetSequenceOwnedBy s -> SequenceEffects.setOwnedBy(s, on);
      case Step.SetSequencePersistence s -> SequenceEffects.setPersistence(s, on);
      case Step.SetSequenceValue s -> SequenceEffects.setValue(s, on);
      case Step.CreateTable s -> TableEffects.create(s, on);
      case Step.CreateTemplate s -> InheritanceEffects.createTemplate(s, on);
      case Step.DropTemplate s -> InheritanceEffects.dropTemplate(s, on);
      case Step.Inherit s -> InheritanceEffects.inherit(s, on);
      case Step.AttachPartition s -> TableEffects.attach(s, on);
      case Step.SetTableType s -> TableEffects.setType(s, on);
      case Step.SetDefault s -> TableEffects.setDefault(s, on);
      case Step.DropDefault s -> TableEffects.dropDefault(s, on);
      case Step.AddIdentity s -> TableEffects.addIdentity(s, on);
      case Step.SetColumnStatistics s -> TableEffects.setStatistics(s, on);
      case Step.SetColumnStorage s -> TableEffects.setStorage(s, on);
      case Step.SetColumnCompression s -> TableEffects.setCompression(s, on);
      case Step.SetColumnOptions s -> TableEffects.setOptions(s, on);
      case Step.SetForeignColumnOptions s -> TableEffects.setForeignOptions(s, on);
      case Step.CreateView s -> ViewEffects.create(s, on);
      case Step.HoldPlaceOfView s -> ViewEffects.holdPlace(s, on);
      case Step.CreateMaterializedView s -> ViewEffects.create(s, on);
      case Step.RefreshMaterializedView s -> ViewEffects.refresh(s, on);
      case Step.AddKey s -> ConstraintEffects.addKey(s, on);
      case Step.AddExclusion s -> ConstraintEffects.addExclusion(s, on);
      case Step.AddCheck s -> ConstraintEffects.addCheck(s, on);
      case Step.AddNotNull s -> ConstraintEffects.addNotNull(s, on);
      case Step.DropNotNull s -> ConstraintEffects.dropNotNull(s, on);
      case Step.AddForeignKey s -> ConstraintEffects.addForeignKey(s, on);
      case Step.ValidateConstraint s -> ConstraintEffects.validate(s, on);
      case Step.CreateIndex s -> IndexEffects.create(s, on);
      case Step.DropInvalidIndex s -> IndexEffects.drop(s, on);
      case Step.AttachIndex s -> IndexEffects.attach(s, on);
      case Step.SetIndexStatistics s -> IndexEffects.setStatistics(s, on);
      case Step.ClusterOn s -> IndexEffects.cluster(s, on);
      case Step.CreateStatistics s -> StatisticsEffects.create(s, on);
      case Step.SetStatisticsTarget s -> StatisticsEffects.setTarget(s, on);
      case Step.CreateRule s -> RuleEffects.create(s, on);
      case Step.SetRuleState s -> RuleEffects.setState(s, on);
      case Step.CreateTrigger s -> TriggerEffects.create(s, on);
      case Step.SetTriggerState s -> TriggerEffects.setState(s, on);
      case Step.SetReplicaIdentity s -> TableEffects.setReplicaIdentity(s, on);
      case Step.CreatePolicy s -> PolicyEffects.create(s, on);
      case Step.SetPolicyRoles s -> PolicyEffects.setRoles(s, on);
      case Step.SetRowSecurity s -> PolicyEffects.setRowSecurity(s, on);
      case Step.CreatePublication s -> PublicationEffects.create(s, on);
      case Step.CreateEventTrigger s -> SchemaEffects.create(s, on);
      case Step.SetEventTriggerState s -> SchemaEffects.setState(s, on);
      case Step.SetOwner s -> AccessEffects.setOwner(s, on);
      case Step.GrantPrivileges s -> AccessEffects.grant(s, on);
      case Step.RevokePrivileges s -> AccessEffects.revoke(s, on);
      case Step.SetComment s -> AccessEffects.comment(s, on);
      case Step.SetForeignTableComment s -> AccessEffects.comment(s, on);
    };
  }
}
