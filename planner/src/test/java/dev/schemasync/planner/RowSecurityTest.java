package dev.schemasync.planner;

import static dev.schemasync.testkit.catalog.CatalogBuilder.catalogOf;
import static dev.schemasync.testkit.catalog.TableBuilder.table;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.Grantee;
import dev.schemasync.model.catalog.Policy;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.plan.PlannedStep;
import dev.schemasync.model.plan.Step;
import dev.schemasync.testkit.catalog.Objects;
import dev.schemasync.testkit.catalog.TableBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Row security of a table that is there, and its policies. */
class RowSecurityTest {
  private static final QualifiedName T = QualifiedName.of("app", "t");
  private static final Grantee READER = new Grantee.Role(Identifier.of("reader"));

  @Test
  void rowSecurityComesAfterItsPolicies() {
    Policy policy = Objects.policy(T, "p", "true");
    TableBuilder desired = t().rowSecurity(true, false).add(policy);
    Step.SetRowSecurity enable = new Step.SetRowSecurity(T, new Table.RowSecurity(true, false));
    assertThat(steps(desired, t())).containsExactly(new Step.CreatePolicy(policy), enable);
    assertThat(steps(desired, t().add(policy))).containsExactly(enable);
    assertThat(Plans.between(catalogOf(desired), catalogOf(t())).plan().steps())
        .extracting(PlannedStep::stage)
        .containsOnly(Stage.POST_DATA);
  }

  @Test
  void rowSecurityEndsBeforeTheData() {
    ShardPlan plan = Plans.between(catalogOf(t()), catalogOf(t().rowSecurity(true, true)));
    assertThat(Plans.steps(plan))
        .containsExactly(new Step.SetRowSecurity(T, Table.RowSecurity.NONE));
    assertThat(plan.plan().steps()).extracting(PlannedStep::stage).containsExactly(Stage.PRE_DATA);
    assertThat(plan.findings())
        .extracting(Finding::message)
        .containsExactly(
            "The table app.t has row security enabled and forced on the shard; after pre-data it"
                + " has row security disabled.");
  }

  @Test
  void aPolicyIsGivenToItsRoles() {
    Policy open = Objects.policy(T, "p", "true");
    Policy narrow =
        new Policy(
            T,
            open.name(),
            open.permissive(),
            open.command(),
            ImmutableSortedSet.of(READER),
            open.using(),
            open.withCheck(),
            open.comment());
    ShardPlan plan = Plans.between(catalogOf(t().add(narrow)), catalogOf(t().add(open)));
    assertThat(Plans.steps(plan))
        .containsExactly(new Step.SetPolicyRoles(T, open.name(), ImmutableSortedSet.of(READER)));
    assertThat(plan.findings())
        .extracting(Finding::message)
        .containsExactly(
            "The policy app.t.p is for PUBLIC on the shard; after post-data it is for reader.");
  }

  private static TableBuilder t() {
    return table(T);
  }

  /** The steps, where nothing is in conflict. */
  private static List<Step> steps(TableBuilder desired, TableBuilder actual) {
    ShardPlan plan = Plans.between(catalogOf(desired), catalogOf(actual));
    assertThat(plan.findings())
        .extracting(Finding::code)
        .doesNotContain(FindingCode.DESTINATION_CONFLICT, FindingCode.DESTINATION_EXTRA);
    return Plans.steps(plan);
  }
}
