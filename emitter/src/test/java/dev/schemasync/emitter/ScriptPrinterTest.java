package dev.schemasync.emitter;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.plan.Plan;
import dev.schemasync.model.plan.PlannedStep;
import dev.schemasync.model.plan.Step;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScriptPrinterTest {
  @Test
  void aStageWithoutStatementsIsAComment() {
    assertThat(print(Stage.CUTOVER)).isEqualTo("-- cutover: nothing to do\n");
  }

  @Test
  void preDataIsOneTransaction() {
    assertThat(body(Stage.PRE_DATA, true, true))
        .isEqualTo(
            """

            BEGIN;

            -- 0: comment on schema s
            COMMENT ON SCHEMA s IS NULL;

            -- 1: comment on schema s
            COMMENT ON SCHEMA s IS NULL;

            COMMIT;
            """);
  }

  @Test
  void aStatementThatCannotBeInATransactionStandsOutside() {
    assertThat(body(Stage.PRE_DATA, true, false, true))
        .isEqualTo(
            """

            BEGIN;

            -- 0: comment on schema s
            COMMENT ON SCHEMA s IS NULL;

            COMMIT;

            -- 1: comment on schema s
            COMMENT ON SCHEMA s IS NULL;

            BEGIN;

            -- 2: comment on schema s
            COMMENT ON SCHEMA s IS NULL;

            COMMIT;
            """);
  }

  @Test
  void laterStagesHaveNoTransaction() {
    assertThat(body(Stage.POST_DATA, true, true)).doesNotContain("BEGIN", "COMMIT;");
  }

  @Test
  void everySettingComesFirst() {
    assertThat(print(Stage.POST_DATA, true))
        .startsWith("-- post-data: 1 statement\nSET standard_conforming_strings TO on;\nSET ");
  }

  @Test
  void aNameCannotBreakOutOfAComment() {
    Step step =
        new Step.SetComment(
            ObjectId.schema(Identifier.of("a\nDROP TABLE t;\r\u2028--")), Optional.empty());
    Plan plan = new Plan(ImmutableList.of(Sample.planned(step, Stage.POST_DATA, true)));
    String printed = ScriptPrinter.print(Emitter.emit(plan, Stage.POST_DATA, Sample.version(18)));
    assertThat(printed)
        .contains("-- 0: comment on schema a DROP TABLE t;  --\nCOMMENT ON SCHEMA \"a\nDROP");
  }

  private static String body(Stage stage, boolean... transactional) {
    String printed = print(stage, transactional);
    String lastSetting = "SET default_table_access_method TO heap;\n";
    return printed.substring(printed.indexOf(lastSetting) + lastSetting.length());
  }

  private static String print(Stage stage, boolean... transactional) {
    ImmutableList.Builder<PlannedStep> steps = ImmutableList.builder();
    for (boolean each : transactional) {
      steps.add(
          Sample.planned(
              new Step.SetComment(ObjectId.schema(Identifier.of("s")), Optional.empty()),
              stage,
              each));
    }
    return ScriptPrinter.print(Emitter.emit(new Plan(steps.build()), stage, Sample.version(18)));
  }
}
