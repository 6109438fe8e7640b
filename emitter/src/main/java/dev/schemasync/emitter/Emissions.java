package dev.schemasync.emitter;

import dev.schemasync.emitter.access.OwnershipStatements;
import dev.schemasync.emitter.access.PrivilegeStatements;
import dev.schemasync.emitter.foreign.ForeignStatements;
import dev.schemasync.emitter.operator.CastStatements;
import dev.schemasync.emitter.operator.FamilyStatements;
import dev.schemasync.emitter.operator.OperatorStatements;
import dev.schemasync.emitter.relation.ColumnStatements;
import dev.schemasync.emitter.relation.ConstraintStatements;
import dev.schemasync.emitter.relation.IndexStatements;
import dev.schemasync.emitter.relation.InheritanceStatements;
import dev.schemasync.emitter.relation.PolicyStatements;
import dev.schemasync.emitter.relation.RuleStatements;
import dev.schemasync.emitter.relation.SequenceStatements;
import dev.schemasync.emitter.relation.StatisticsStatements;
import dev.schemasync.emitter.relation.TableStatements;
import dev.schemasync.emitter.relation.TriggerStatements;
import dev.schemasync.emitter.relation.ViewStatements;
import dev.schemasync.emitter.replication.PublicationStatements;
import dev.schemasync.emitter.routine.RoutineStatements;
import dev.schemasync.emitter.schema.SchemaStatements;
import dev.schemasync.emitter.statement.Emission;
import dev.schemasync.emitter.textsearch.TextSearchStatements;
import dev.schemasync.emitter.type.CollationStatements;
import dev.schemasync.emitter.type.TypeStatements;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.server.ServerVersion;

/** Finds the place of each step: the one dispatch over steps that the emitter has. */
final class Emissions {
  private Emissions() {}

  static Emission of(Step step, ServerVersion target) {
    return switch (step) {
      case Step.CreateSchema s -> SchemaStatements.create(s);
      case Step.CreateExtension s -> SchemaStatements.create(s);
      case Step.CreateCollation s -> CollationStatements.create(s);
      case Step.CreateCast s -> CastStatements.create(s);
      case Step.CreateOperator s -> OperatorStatements.create(s);
      case Step.CreateOperatorFamily s -> FamilyStatements.create(s);
      case Step.AddFamilyMember s -> FamilyStatements.add(s);
      case Step.CreateOperatorClass s -> FamilyStatements.create(s);
      case Step.SetOperatorEstimators s -> OperatorStatements.setEstimators(s);
      case Step.CompleteOperator s -> OperatorStatements.complete(s);
      case Step.CreateType s -> TypeStatements.create(s);
      case Step.SetTypeProperties s -> TypeStatements.setProperties(s);
      case Step.AddDomainCheck s -> TypeStatements.addCheck(s);
      case Step.CreateRoutine s -> RoutineStatements.create(s);
      case Step.CreateTextSearch s -> TextSearchStatements.create(s);
      case Step.AddTextSearchMapping s -> TextSearchStatements.addMapping(s);
      case Step.CreateForeignDataWrapper s -> ForeignStatements.create(s);
      case Step.CreateForeignServer s -> ForeignStatements.create(s);
      case Step.CreateUserMapping s -> ForeignStatements.create(s);
      case Step.CreateSequence s -> SequenceStatements.create(s);
      case Step.SetSequenceOwnedBy s -> SequenceStatements.setOwnedBy(s);
      case Step.SetSequencePersistence s -> SequenceStatements.setPersistence(s);
      case Step.SetSequenceValue s -> SequenceStatements.setValue(s, target);
      case Step.CreateTable s -> TableStatements.create(s, target);
      case Step.CreateTemplate s -> InheritanceStatements.createTemplate(s, target);
      case Step.DropTemplate s -> InheritanceStatements.dropTemplate(s);
      case Step.Inherit s -> InheritanceStatements.inherit(s);
      case Step.AttachPartition s -> TableStatements.attach(s);
      case Step.SetTableType s -> TableStatements.setType(s);
      case Step.SetDefault s -> ColumnStatements.setDefault(s);
      case Step.DropDefault s -> ColumnStatements.dropDefault(s);
      case Step.AddIdentity s -> ColumnStatements.addIdentity(s);
      case Step.SetColumnStatistics s -> ColumnStatements.setStatistics(s);
      case Step.SetColumnStorage s -> ColumnStatements.setStorage(s);
      case Step.SetColumnCompression s -> ColumnStatements.setCompression(s);
      case Step.SetColumnOptions s -> ColumnStatements.setOptions(s);
      case Step.SetForeignColumnOptions s -> ColumnStatements.setForeignOptions(s);
      case Step.CreateView s -> ViewStatements.create(s, target);
      case Step.HoldPlaceOfView s -> ViewStatements.holdPlace(s);
      case Step.CreateMaterializedView s -> ViewStatements.create(s);
      case Step.RefreshMaterializedView s -> ViewStatements.refresh(s);
      case Step.AddKey s -> ConstraintStatements.addKey(s);
      case Step.AddExclusion s -> ConstraintStatements.addExclusion(s);
      case Step.AddCheck s -> ConstraintStatements.addCheck(s);
      case Step.AddNotNull s -> ConstraintStatements.addNotNull(s, target);
      case Step.DropNotNull s -> ColumnStatements.dropNotNull(s);
      case Step.AddForeignKey s -> ConstraintStatements.addForeignKey(s);
      case Step.ValidateConstraint s -> ConstraintStatements.validate(s);
      case Step.CreateIndex s -> IndexStatements.create(s);
      case Step.DropInvalidIndex s -> IndexStatements.drop(s);
      case Step.AttachIndex s -> IndexStatements.attach(s);
      case Step.SetIndexStatistics s -> IndexStatements.setStatistics(s);
      case Step.ClusterOn s -> IndexStatements.cluster(s);
      case Step.CreateStatistics s -> StatisticsStatements.create(s);
      case Step.SetStatisticsTarget s -> StatisticsStatements.setTarget(s);
      case Step.CreateRule s -> RuleStatements.create(s);
      case Step.SetRuleState s -> RuleStatements.setState(s);
      case Step.CreateTrigger s -> TriggerStatements.create(s);
      case Step.SetTriggerState s -> TriggerStatements.setState(s);
      case Step.SetReplicaIdentity s -> TableStatements.replicaIdentity(s);
      case Step.CreatePolicy s -> PolicyStatements.create(s);
      case Step.SetPolicyRoles s -> PolicyStatements.setRoles(s);
      case Step.SetRowSecurity s -> PolicyStatements.setRowSecurity(s);
      case Step.CreatePublication s -> PublicationStatements.create(s);
      case Step.SetOwner s -> OwnershipStatements.setOwner(s);
      case Step.GrantPrivileges s -> PrivilegeStatements.grant(s);
      case Step.RevokePrivileges s -> PrivilegeStatements.revoke(s);
      case Step.SetComment s -> OwnershipStatements.setComment(s);
      case Step.SetForeignTableComment s -> OwnershipStatements.setComment(s);
    };
  }
}
