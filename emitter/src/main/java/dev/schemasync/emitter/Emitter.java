package dev.schemasync.emitter;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.plan.Plan;
import dev.schemasync.model.plan.PlannedStep;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.script.Script;
import dev.schemasync.model.script.Sql;
import dev.schemasync.model.script.Statement;
import dev.schemasync.model.script.emitting.EmitterKey;
import dev.schemasync.model.server.ServerVersion;

import java.util.stream.IntStream;

/**
 * Turns the steps of a plan into statements, one each, and reads every statement back before it
 * lets go of it. The same plan gives the same bytes.
 */
public final class Emitter {
  private Emitter() {}

  /**
   * The script of one stage of a plan.
   *
   * @param plan of which the steps of other stages are left out, as {@link Plan#only} does
   * @param target the version of the server that the script is for
   * @throws EmitException if a step cannot be written, or its statement fails a check
   */
  public static Script emit(Plan plan, Stage stage, ServerVersion target) {
    return emit(plan, stage, target, new CrossChecker());
  }

  static Script emit(Plan plan, Stage stage, ServerVersion target, CrossChecker crossChecker) {
    ImmutableList<PlannedStep> steps = plan.only(stage).steps();
    // Reading back is nearly all of the work and no statement waits for another.
    ImmutableList<Emitted> emitted =
        IntStream.range(0, steps.size())
            .parallel()
            .mapToObj(number -> emitted(number, steps.get(number), target, crossChecker))
            .collect(toImmutableList());
    return new Script(
        stage,
        SessionStatements.all(),
        emitted.stream().map(Emitted::statement).collect(toImmutableList()));
  }

  /** What came of a step; of several that were rejected, the first in order is told. */
  private sealed interface Emitted {
    /** The statement, or the reason why there is none as the exception it is. */
    Statement statement();

    record Accepted(Statement statement) implements Emitted {}

    record Rejected(Step step, Rejection reason) implements Emitted {
      @Override
      public Statement statement() {
        throw new EmitException(step, reason);
      }
    }
  }

  private static Emitted emitted(
      int number, PlannedStep planned, ServerVersion target, CrossChecker crossChecker) {
    Step step = planned.step();
    try {
      SqlWriter sql = write(new SqlWriter(), step, target);
      String text = sql.text();
      Headline headline = Headline.of(step);
      ImmutableList<Token> tokens = StatementCheck.check(text, headline.keywords());
      return new Emitted.Accepted(
          new Statement(
              number,
              Sql.emitted(EmitterKey.KEY, text),
              step.object(),
              headline.summary(),
              planned.stage(),
              planned.after(),
              planned.locks(),
              planned.footprint(),
              planned.checkedRoles(),
              planned.transactional(),
              planned.weight(),
              crossChecker.check(step, text, tokens, sql.names())));
    } catch (Rejection e) {
      return new Emitted.Rejected(step, e);
    }
  }

  private static SqlWriter write(SqlWriter sql, Step step, ServerVersion target) {
    return switch (step) {
      case Step.CreateSchema(var schema) -> SchemaStatements.create(sql, schema);
      case Step.CreateExtension(var extension) -> SchemaStatements.create(sql, extension);
      case Step.CreateType(var type) -> TypeStatements.create(sql, type);
      case Step.AddDomainCheck(var domain, var check) ->
          TypeStatements.addCheck(sql, domain, check);
      case Step.CreateRoutine(var routine) -> RoutineStatements.create(sql, routine);
      case Step.CreateSequence(var sequence) -> SequenceStatements.create(sql, sequence);
      case Step.SetSequenceOwnedBy s -> SequenceStatements.setOwnedBy(sql, s);
      case Step.SetSequenceValue s -> SequenceStatements.setValue(sql, s, target);
      case Step.CreateTable s -> TableStatements.create(sql, s, target);
      case Step.AttachPartition s -> TableStatements.attach(sql, s);
      case Step.SetDefault s -> ColumnStatements.setDefault(sql, s);
      case Step.SetColumnStatistics s -> ColumnStatements.setStatistics(sql, s);
      case Step.SetColumnStorage s -> ColumnStatements.setStorage(sql, s);
      case Step.SetColumnOptions s -> ColumnStatements.setOptions(sql, s);
      case Step.CreateView(var view) -> ViewStatements.create(sql, view, target);
      case Step.CreateMaterializedView(var view) -> ViewStatements.create(sql, view);
      case Step.RefreshMaterializedView s -> ViewStatements.refresh(sql, s);
      case Step.AddKey(var key) -> ConstraintStatements.add(sql, key);
      case Step.AddCheck(var check) -> ConstraintStatements.add(sql, check);
      case Step.AddNotNull s -> ConstraintStatements.add(sql, s, target);
      case Step.AddForeignKey s -> ConstraintStatements.add(sql, s);
      case Step.ValidateConstraint s -> ConstraintStatements.validate(sql, s);
      case Step.CreateIndex s -> IndexStatements.create(sql, s);
      case Step.DropInvalidIndex s -> IndexStatements.drop(sql, s);
      case Step.AttachIndex s -> IndexStatements.attach(sql, s);
      case Step.SetIndexStatistics s -> IndexStatements.setStatistics(sql, s);
      case Step.ClusterOn s -> IndexStatements.cluster(sql, s);
      case Step.CreateTrigger(var trigger) -> TriggerStatements.create(sql, trigger);
      case Step.SetTriggerState s -> TriggerStatements.setState(sql, s);
      case Step.SetReplicaIdentity s -> TableStatements.replicaIdentity(sql, s);
      case Step.CreatePublication(var publication) ->
          PublicationStatements.create(sql, publication);
      case Step.SetOwner s -> OwnershipStatements.setOwner(sql, s);
      case Step.GrantPrivileges s -> PrivilegeStatements.grant(sql, s);
      case Step.RevokePrivileges s -> PrivilegeStatements.revoke(sql, s);
      case Step.SetComment s -> OwnershipStatements.setComment(sql, s);
    };
  }
}
