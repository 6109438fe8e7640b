package dev.schemasync.planner;

import static dev.schemasync.testkit.catalog.CatalogBuilder.catalogOf;
import static dev.schemasync.testkit.catalog.TableBuilder.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemasync.model.catalog.Firing;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Rule;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.plan.Step;
import dev.schemasync.testkit.catalog.Objects;
import dev.schemasync.testkit.catalog.TableBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rewrite rules and their states. */
class RulesTest {
  private static final QualifiedName T = QualifiedName.of("app", "t");
  private static final ObjectId.InSchema TABLE = ObjectId.table(T);

  private final Rule rule = Objects.rule(TABLE, "r", true, "DO INSTEAD NOTHING");
  private final Rule disabled = state(rule, Firing.DISABLED);
  private final Step.SetRuleState disable =
      new Step.SetRuleState(TABLE, rule.name(), Firing.DISABLED);
  private final Step.CreateRule complete = new Step.CreateRule(disabled, true);

  @Test
  void aRuleIsNeverInAnotherState() {
    Step.CreateRule place = new Step.CreateRule(disabled.inert(), false);
    assertThat(steps(t().add(disabled), t())).containsExactly(place, disable, complete);
    assertThat(steps(t().add(rule), t())).containsExactly(new Step.CreateRule(rule, false));
    assertThat(steps(t().add(disabled.inert()), t()))
        .containsExactly(new Step.CreateRule(disabled.inert(), false));
  }

  @Test
  void aRuleThatIsThereIsSwitched() {
    assertThat(steps(t().add(disabled), t().add(rule))).containsExactly(disable);
  }

  @Test
  void whatAnEarlierRunBeganIsCompleted() {
    assertThat(steps(t().add(disabled), t().add(disabled.inert())))
        .containsExactly(disable, complete);
    assertThat(steps(t().add(disabled), t().add(state(disabled.inert(), Firing.DISABLED))))
        .containsExactly(complete);
  }

  @Test
  void aRuleThatDoesNothingIsReplacedAndTold() {
    ShardPlan plan =
        Plans.between(catalogOf(t().add(disabled)), catalogOf(t().add(disabled.inert())));
    assertThat(plan.findings())
        .extracting(Finding::message)
        .containsExactly(
            "The rule app.t.r does nothing on the shard; after post-data it does what it does on"
                + " the source.");
  }

  @Test
  void aRuleThatDoesSomethingIsNotReplaced() {
    Rule other = Objects.rule(TABLE, "r", false, "DO DELETE FROM app.u");
    assertThat(Plans.between(catalogOf(t().add(rule)), catalogOf(t().add(other))).findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.DESTINATION_CONFLICT, FindingCode.DESTINATION_CONFLICT);
  }

  private static TableBuilder t() {
    return table(T);
  }

  private static List<Step> steps(TableBuilder desired, TableBuilder present) {
    return Plans.steps(Plans.between(catalogOf(desired), catalogOf(present)));
  }

  private static Rule state(Rule rule, Firing state) {
    return new Rule(
        rule.relation(),
        rule.name(),
        rule.event(),
        rule.instead(),
        rule.action(),
        state,
        rule.comment());
  }
}
