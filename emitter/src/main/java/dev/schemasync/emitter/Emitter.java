package dev.schemasync.emitter;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.schemasync.emitter.check.CrossChecker;
import dev.schemasync.emitter.check.StatementCheck;
import dev.schemasync.emitter.check.Token;
import dev.schemasync.emitter.sql.Rejection;
import dev.schemasync.emitter.sql.SqlWriter;
import dev.schemasync.emitter.statement.Emission;
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
        SessionStatements.of(plan),
        emitted.stream().map(Emitted::statement).collect(toImmutableList()));
  }

  /** What came of a step; of several that were rejected, the first in order is told. */
  private sealed interface Emitted {
    /** The statement, or the reason why there is none as the exception it is. */
    Statement statement();

    record Accepted(Statement statement) implements Emitted {}

    record Rejected(EmitException reason) implements Emitted {
      @Override
      public Statement statement() {
        throw reason;
      }
    }
  }

  private static Emitted emitted(
      int number, PlannedStep planned, ServerVersion target, CrossChecker crossChecker) {
    Step step = planned.step();
    Emission emission = Emissions.of(step, target);
    try {
      SqlWriter sql = new SqlWriter();
      emission.sql().accept(sql);
      String text = sql.text();
      ImmutableList<Token> tokens = StatementCheck.check(text, emission.headline().keywords());
      return new Emitted.Accepted(
          new Statement(
              number,
              Sql.emitted(EmitterKey.KEY, text, sql.hidden()),
              emission.runner().map(SessionStatements::runBy),
              step.object(),
              emission.headline().summary(),
              planned.stage(),
              planned.after(),
              planned.locks(),
              planned.footprint(),
              planned.checkedRoles(),
              planned.transactional(),
              planned.weight(),
              crossChecker.check(emission.facts(), text, tokens, sql.names())));
    } catch (Rejection e) {
      return new Emitted.Rejected(new EmitException(step, emission.headline(), e));
    }
  }
}
