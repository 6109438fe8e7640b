package dev.schemasync.emitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.plan.CheckedRole;
import dev.schemasync.model.plan.Footprint;
import dev.schemasync.model.plan.Lock;
import dev.schemasync.model.plan.LockMode;
import dev.schemasync.model.plan.Plan;
import dev.schemasync.model.plan.PlannedStep;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.script.Script;
import dev.schemasync.model.script.Statement;
import dev.schemasync.model.script.Statement.CrossCheck;
import dev.schemasync.model.server.ServerVersion;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmitterTest {
  private static final ServerVersion NEWEST = Sample.version(18);

  @Test
  void theSampleHasEveryStepThereIs() {
    Set<Class<?>> used =
        Sample.plan(Naming.PLAIN, NEWEST).steps().stream()
            .map(planned -> planned.step().getClass())
            .collect(Collectors.toSet());
    assertThat(used).containsExactlyInAnyOrder(Step.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void everyStatementReadsAsExpected(int major) {
    Plan plan = Sample.plan(Naming.PLAIN, Sample.version(major));
    String printed =
        Arrays.stream(Stage.values())
            .map(stage -> ScriptPrinter.print(Emitter.emit(plan, stage, Sample.version(major))))
            .collect(Collectors.joining("\n"));
    Golden.of("sample-%d.sql".formatted(major)).assertEquals(printed);
  }

  @Test
  void twoEmissionsGiveTheSameScript() {
    assertThat(scripts(Naming.HOSTILE)).isEqualTo(scripts(Naming.HOSTILE));
  }

  @Test
  void aStatementCarriesWhatThePlanSaysOfItsStep() {
    ObjectId table = ObjectId.table(QualifiedName.of("app", "t"));
    Step first = new Step.SetComment(table, Optional.of("secret"));
    Lock lock = new Lock(table, LockMode.SHARE_UPDATE_EXCLUSIVE);
    Footprint footprint = new Footprint(table, ImmutableSortedSet.of(table), 3);
    CheckedRole role = new CheckedRole(Identifier.of("ann"), CheckedRole.Reason.BECOMES_OWNER);
    Plan plan =
        new Plan(
            ImmutableList.of(
                Sample.planned(first, Stage.PRE_DATA, true),
                Sample.planned(first, Stage.POST_DATA, true),
                new PlannedStep(
                    new Step.SetComment(table, Optional.empty()),
                    Stage.POST_DATA,
                    ImmutableSortedSet.of(0, 1),
                    ImmutableSortedSet.of(lock),
                    footprint,
                    ImmutableList.of(role),
                    false,
                    77)));
    Script script = Emitter.emit(plan, Stage.POST_DATA, NEWEST);
    assertThat(script.stage()).isEqualTo(Stage.POST_DATA);
    assertThat(script.statements()).hasSize(2);
    Statement last = script.statements().getLast();
    assertThat(last.number()).isEqualTo(1);
    assertThat(last.sql().text()).isEqualTo("COMMENT ON TABLE app.t IS NULL");
    assertThat(last.object()).isEqualTo(table);
    assertThat(last.summary()).isEqualTo("comment on table app.t");
    assertThat(last.after()).containsExactly(0);
    assertThat(last.locks()).containsExactly(lock);
    assertThat(last.footprint()).isEqualTo(footprint);
    assertThat(last.checkedRoles()).containsExactly(role);
    assertThat(last.transactional()).isFalse();
    assertThat(last.weight()).isEqualTo(77);
  }

  @Test
  void summariesAreOneLine() {
    assertThat(scripts(Naming.HOSTILE))
        .allSatisfy(
            script ->
                assertThat(script.statements())
                    .allSatisfy(s -> assertThat(s.summary()).doesNotContain("\n")));
  }

  @Test
  void theOtherParserConfirmsEveryKindThatItCanRead() {
    Set<String> confirmed =
        statements(CrossCheck.CONFIRMED)
            .map(s -> s.summary().replaceAll(" [^ ]*$", ""))
            .collect(Collectors.toSet());
    assertThat(confirmed)
        .contains(
            "create schema",
            "create table",
            "create sequence",
            "create view",
            "create materialized view",
            "create index",
            "add key",
            "add foreign key",
            "add check",
            "grant on table",
            "comment on table",
            "comment on column");
    assertThat(scripts(Naming.PLAIN).stream().flatMap(s -> s.statements().stream()))
        .extracting(Statement::crossCheck)
        .containsAll(EnumSet.allOf(CrossCheck.class));
  }

  @Test
  void aStepThatCannotBeWrittenIsNamedWithItsObject() {
    ObjectId extension = ObjectId.extension(dev.schemasync.model.name.Identifier.of("postgis"));
    Step step = new Step.SetOwner(extension, Sample.ROLE);
    Plan plan = new Plan(ImmutableList.of(Sample.planned(step, Stage.PRE_DATA, true)));
    assertThatThrownBy(() -> Emitter.emit(plan, Stage.PRE_DATA, NEWEST))
        .isInstanceOfSatisfying(
            EmitException.class,
            e -> {
              assertThat(e.step()).isEqualTo(step);
              assertThat(e.object()).isEqualTo(extension);
            })
        .hasMessageContaining("set owner of extension postgis")
        .hasMessageContaining("SetOwner")
        .hasMessageContaining("has no owner to set");
  }

  private static Stream<Statement> statements(CrossCheck outcome) {
    return scripts(Naming.PLAIN).stream()
        .flatMap(script -> script.statements().stream())
        .filter(statement -> statement.crossCheck() == outcome);
  }

  private static List<Script> scripts(Naming names) {
    Plan plan = Sample.plan(names, NEWEST);
    return Arrays.stream(Stage.values()).map(stage -> Emitter.emit(plan, stage, NEWEST)).toList();
  }
}
